package io.firebreak.lending.isolated;

import io.firebreak.api.number.Ratio;
import io.firebreak.lending.pooled.InterestRate;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.List;
import io.vavr.control.Option;

class AbsorbingLendingKitTest extends VenueKit {
    @Override
    protected AbsorbingLending mechanism() {
        return new AbsorbingLending(
                Setting.USD,
                List.of(new AbsorbingLending.Pledge(
                        Setting.ETH, Setting.ORACLE, Ratio.of("0.825"), Ratio.of("0.895"), Option.none())),
                new InterestRate.Jump(Ratio.of("0.01"), Ratio.of("0.05"), Ratio.of("0.3"), Ratio.of("0.8")),
                new InterestRate.Jump(Ratio.ZERO, Ratio.of("0.04"), Ratio.of("0.4"), Ratio.of("0.8")));
    }
}
