package io.firebreak.lending.dutch;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.lending.pooled.SeveralAssets;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;

class DutchAuctionWithDustKitTest extends LiquidationModelKit {
    @Override
    protected DutchAuction mechanism() {
        return new DutchAuction(
                Ratio.of("1.2"),
                Duration.ofHours(1),
                Ratio.of("0.5"),
                Ratio.of("0.13"),
                Ratio.of("0.001"),
                Option.some(new Parcel(Setting.USD, 3_000_000)),
                Option.some(new Parcel(Setting.USD, 30_000_000_000L)),
                Option.some(new Parcel(Setting.USD, 100_000_000)),
                new Linear(Duration.ofHours(2)));
    }

    @Override
    protected Seq<Subject> subjects() {
        return super.subjects().append(SeveralAssets.of(mechanism()));
    }
}
