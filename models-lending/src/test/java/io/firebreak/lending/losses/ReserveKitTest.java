package io.firebreak.lending.losses;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LossModelKit;
import io.vavr.control.Option;

class ReserveKitTest extends LossModelKit {
    @Override
    protected Reserve mechanism() {
        return new Reserve(Ratio.of("0.3"), Option.none());
    }
}
