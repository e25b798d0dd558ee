package io.firebreak.perp;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;
import java.time.Duration;

class PoolPerpKitTest extends VenueKit {
    @Override
    protected PoolPerp mechanism() {
        return new PoolPerp(
                Setting.USD,
                Setting.ORACLE,
                9,
                Ratio.of("0.001"),
                Decimal.of(50),
                Decimal.of(50),
                Decimal.of(5),
                Ratio.of("0.0006"),
                Duration.ofHours(8));
    }
}
