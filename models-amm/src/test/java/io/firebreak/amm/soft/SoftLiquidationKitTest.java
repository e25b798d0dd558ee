package io.firebreak.amm.soft;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;

/** With wide bands, so that a few of them cover the prices there are. */
class SoftLiquidationKitTest extends VenueKit {
    @Override
    protected SoftLiquidation mechanism() {
        return new SoftLiquidation(
                Setting.ETH,
                Setting.USD,
                Setting.ORACLE,
                Decimal.of(10_000),
                5,
                30,
                4,
                Ratio.of("0.006"),
                Ratio.of("0.06"),
                Ratio.of("0.09"),
                Rate.perYear("0.05"));
    }
}
