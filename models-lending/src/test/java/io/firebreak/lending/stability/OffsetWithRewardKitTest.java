package io.firebreak.lending.stability;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;

class OffsetWithRewardKitTest extends LiquidationModelKit {
    @Override
    protected Offset mechanism() {
        return new Offset(Ratio.of("1.1"), Ratio.of("0.05"), Option.some(new Parcel(Setting.USD, 2_000_001)));
    }
}
