package io.firebreak.lending.seizure;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.lending.pooled.SeveralAssets;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

class SeizureOfAllKitTest extends LiquidationModelKit {
    @Override
    protected Seizure mechanism() {
        return new Seizure(Option.none(), Option.some(new Parcel(Setting.USD, 2_000_001)));
    }

    @Override
    protected Seq<Subject> subjects() {
        return super.subjects().append(SeveralAssets.of(mechanism()));
    }
}
