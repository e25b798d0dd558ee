package io.firebreak.lending.losses;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LossModelKit;
import io.firebreak.testkit.world.Setting;
import java.time.Duration;

class DebtAuctionKitTest extends LossModelKit {
    @Override
    protected DebtAuction mechanism() {
        return new DebtAuction(
                Ratio.of("0.05"),
                Duration.ofMinutes(10),
                Duration.ofDays(2),
                Ratio.of("1.5"),
                Duration.ofMinutes(10),
                new Parcel(Setting.USD, 1_000_000_000),
                new Parcel(Setting.WETH, 250_000_000_000L));
    }
}
