package io.firebreak.lending.seizure;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.vavr.control.Option;

class SeizureKitTest extends LiquidationModelKit {
    @Override
    protected Seizure mechanism() {
        return new Seizure(Option.some(Ratio.of("1.1")), Option.none());
    }
}
