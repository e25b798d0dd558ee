package io.firebreak.lending.dutch;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.vavr.control.Option;
import java.time.Duration;

class DutchAuctionKitTest extends LiquidationModelKit {
    @Override
    protected DutchAuction mechanism() {
        return new DutchAuction(
                Ratio.of("1.3"),
                Duration.ofMinutes(140),
                Ratio.of("0.4"),
                Ratio.of("0.13"),
                Ratio.of("0.001"),
                Option.none(),
                Option.none(),
                Option.none(),
                new StairStep(Ratio.of("0.99"), Duration.ofSeconds(90)));
    }
}
