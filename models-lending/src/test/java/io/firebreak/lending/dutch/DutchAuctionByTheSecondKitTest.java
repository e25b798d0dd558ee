package io.firebreak.lending.dutch;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;
import java.time.Duration;

class DutchAuctionByTheSecondKitTest extends LiquidationModelKit {
    @Override
    protected DutchAuction mechanism() {
        return new DutchAuction(
                Ratio.of("1.3"),
                Duration.ofMinutes(30),
                Ratio.of("0.7"),
                Ratio.of("0.13"),
                Ratio.of("0.001"),
                Option.some(new Parcel(Setting.ETH, 3_000_001)),
                Option.none(),
                Option.some(new Parcel(Setting.USD, 50_000_001)),
                new Exponential(Ratio.of("0.9997")));
    }
}
