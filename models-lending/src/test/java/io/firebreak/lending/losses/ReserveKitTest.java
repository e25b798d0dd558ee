package io.firebreak.lending.losses;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LossModelKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;

class ReserveKitTest extends LossModelKit {
    @Override
    protected Reserve mechanism() {
        return new Reserve(Ratio.of("0.3"), Option.some(new Parcel(Setting.USD, 500_000_000)));
    }
}
