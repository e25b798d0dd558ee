package io.firebreak.lending.losses;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.testkit.kit.LossModelKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;

class SurplusBufferKitTest extends LossModelKit {
    @Override
    protected SurplusBuffer mechanism() {
        return new SurplusBuffer(Option.some(new Parcel(Setting.USD, 1_000_000)));
    }
}
