package io.firebreak.amm.concentrated;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Vector;

class ConcentratedRangesKitTest extends VenueKit {
    @Override
    protected ConcentratedLiquidity mechanism() {
        return new ConcentratedLiquidity(
                Setting.ETH,
                Setting.USD,
                Ratio.of("0.0005"),
                10,
                Decimal.of(2000),
                Vector.of(PriceRange.of("1900", "2100"), PriceRange.of("1500", "1800"), PriceRange.of("2100", "2500")),
                1000);
    }
}
