package io.firebreak.amm.concentrated;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Vector;

class ConcentratedLiquidityKitTest extends VenueKit {
    @Override
    protected ConcentratedLiquidity mechanism() {
        return new ConcentratedLiquidity(
                Setting.ETH, Setting.USD, Ratio.of("0.003"), 60, Decimal.of(2000), Vector.empty(), 1000);
    }
}
