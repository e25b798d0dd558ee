package io.firebreak.lending.cover;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.testkit.kit.LossModelKit;
import io.firebreak.testkit.world.Setting;

class CoverKitTest extends LossModelKit {
    @Override
    protected Cover mechanism() {
        return new Cover(new Parcel(Setting.USD, 1_000_000_000));
    }
}
