package io.firebreak.lending.losses;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LossModelKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.kit.Subjects;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Seq;
import java.time.Duration;

class DebtAuctionKitTest extends LossModelKit {
    @Override
    protected DebtAuction mechanism() {
        return auction(new Parcel(Setting.USD, 1_000_000_000), Duration.ofMinutes(10));
    }

    private static DebtAuction auction(Parcel bid, Duration delay) {
        return new DebtAuction(
                Ratio.of("0.05"),
                Duration.ofMinutes(10),
                Duration.ofDays(2),
                Ratio.of("1.5"),
                delay,
                bid,
                new Parcel(Setting.WETH, 250_000_000_000L));
    }

    /** Also for a sum of which most losses are many, at once; and for an asset that nobody owes. */
    @Override
    protected Seq<Subject> subjects() {
        DebtAuction small = auction(new Parcel(Setting.USD, 50_000_000), Duration.ZERO);
        DebtAuction another = auction(new Parcel(Setting.BTC, 1_000_000), Duration.ofMinutes(10));
        return super.subjects()
                .appendAll(Subjects.of("DebtAuction of small sums", small))
                .append(Subjects.of("DebtAuction of another asset", another).last());
    }
}
