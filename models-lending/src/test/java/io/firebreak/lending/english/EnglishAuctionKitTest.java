package io.firebreak.lending.english;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.vavr.control.Option;
import java.time.Duration;

class EnglishAuctionKitTest extends LiquidationModelKit {
    @Override
    protected EnglishAuction mechanism() {
        return new EnglishAuction(
                Ratio.of("0.03"),
                Duration.ofMinutes(10),
                Duration.ofDays(3),
                Option.none(),
                Option.none(),
                Ratio.of("0.13"),
                Option.none(),
                Option.none());
    }
}
