package io.firebreak.lending.losses;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.testkit.kit.LossModelKit;
import io.firebreak.testkit.world.Setting;

class InsuranceFundKitTest extends LossModelKit {
    @Override
    protected InsuranceFund mechanism() {
        return new InsuranceFund(new Parcel(Setting.USD, 1_000_000_000));
    }
}
