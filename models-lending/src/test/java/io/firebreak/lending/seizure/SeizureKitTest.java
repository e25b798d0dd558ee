package io.firebreak.lending.seizure;

import io.firebreak.api.number.Ratio;
import io.firebreak.lending.pooled.SeveralAssets;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.firebreak.testkit.kit.Subject;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

class SeizureKitTest extends LiquidationModelKit {
    @Override
    protected Seizure mechanism() {
        return new Seizure(Option.some(Ratio.of("1.1")), Option.none());
    }

    @Override
    protected Seq<Subject> subjects() {
        return super.subjects().append(SeveralAssets.of(mechanism()));
    }
}
