package io.firebreak.lending.losses;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.core.wiring.Socket;
import io.firebreak.lending.english.EnglishAuction;
import io.firebreak.testkit.kit.LossModelKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.kit.Subjects;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

class DebtAuctionKitTest extends LossModelKit {
    @Override
    protected DebtAuction mechanism() {
        return auction(new Parcel(Setting.USD, 1_000_000_000), Duration.ofHours(6));
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

    /** Also for a sum of which most losses are many, which wait for longer than a sale takes; and for what nobody owes. */
    @Override
    protected Seq<Subject> subjects() {
        DebtAuction small = auction(new Parcel(Setting.USD, 50_000_000), Duration.ofHours(6));
        DebtAuction another = auction(new Parcel(Setting.BTC, 1_000_000), Duration.ofMinutes(10));
        return super.subjects()
                .appendAll(Subjects.of("DebtAuction of small sums", small))
                .append(Subjects.of("DebtAuction of another asset", another).last())
                .append(belowASurplus(small));
    }

    /** As at Maker: penalties come in while bad debt waits, and bear some of it. */
    private static Subject belowASurplus(DebtAuction small) {
        EnglishAuction auction = new EnglishAuction(
                Ratio.of("0.05"),
                Duration.ofMinutes(10),
                Duration.ofDays(2),
                Option.none(),
                Option.some(new Parcel(Setting.USD, 1_000_000_000)),
                Ratio.of("0.13"),
                Option.none(),
                Option.none());
        return new Subject(
                "DebtAuction below a surplus",
                Socket.LOSS,
                small,
                Companions.loan().with(auction).withLosses(Vector.of(new SurplusBuffer(Option.none()), small)));
    }
}
