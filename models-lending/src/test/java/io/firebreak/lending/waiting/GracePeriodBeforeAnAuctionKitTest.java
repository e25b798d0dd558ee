package io.firebreak.lending.waiting;

import io.firebreak.api.number.Ratio;
import io.firebreak.lending.english.EnglishAuction;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.vavr.control.Option;
import java.time.Duration;

class GracePeriodBeforeAnAuctionKitTest extends LiquidationModelKit {
    @Override
    protected GracePeriod mechanism() {
        return new GracePeriod(
                Duration.ofMinutes(1),
                new EnglishAuction(
                        Ratio.of("0.03"),
                        Duration.ofMinutes(10),
                        Duration.ofDays(3),
                        Option.none(),
                        Option.none(),
                        Ratio.of("0.13"),
                        Option.none(),
                        Option.none()));
    }
}
