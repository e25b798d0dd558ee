package io.firebreak.lending.english;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;
import java.time.Duration;

/** Three lots fill the box to the unit, and the least room is one of them; bids improve by a unit. */
class EnglishAuctionAtItsCeilingKitTest extends LiquidationModelKit {
    private static final Parcel MOST = new Parcel(Setting.USD, 500_000_000L);

    @Override
    protected EnglishAuction mechanism() {
        return new EnglishAuction(
                Ratio.ZERO,
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                Option.none(),
                Option.some(MOST),
                Ratio.ZERO,
                Option.some(new Parcel(Setting.USD, 3 * MOST.units())),
                Option.some(MOST));
    }
}
