package io.firebreak.lending.english;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;
import java.time.Duration;

class EnglishAuctionInLotsKitTest extends LiquidationModelKit {
    @Override
    protected EnglishAuction mechanism() {
        return new EnglishAuction(
                Ratio.of("0.05"),
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                Option.some(new Parcel(Setting.ETH, 700_000_001)),
                Option.some(new Parcel(Setting.USD, 5_000_000_000L)),
                Ratio.of("0.13"),
                Option.some(new Parcel(Setting.USD, 20_000_000_000L)),
                Option.some(new Parcel(Setting.USD, 20_000_000)));
    }
}
