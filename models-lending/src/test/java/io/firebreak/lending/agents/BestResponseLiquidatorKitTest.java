package io.firebreak.lending.agents;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.AgentModelKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;

class BestResponseLiquidatorKitTest extends AgentModelKit {
    @Override
    protected BestResponseLiquidator mechanism() {
        return new BestResponseLiquidator(
                1,
                new Parcel(Setting.USD, 1_000_000_000_000L),
                Option.none(),
                Setting.VENUE,
                Setting.MARKET,
                2,
                Ratio.of("0.9"));
    }
}
