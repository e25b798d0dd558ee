package io.firebreak.lending.batch;

import io.firebreak.api.number.Ratio;
import io.firebreak.lending.pooled.SeveralAssets;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.firebreak.testkit.kit.Subject;
import io.vavr.collection.Seq;
import java.time.Duration;

class BatchAuctionKitTest extends LiquidationModelKit {
    @Override
    protected BatchAuction mechanism() {
        return new BatchAuction(Duration.ofMinutes(5), Ratio.of("0.5"), Ratio.of("0.13"));
    }

    @Override
    protected Seq<Subject> subjects() {
        return super.subjects().append(SeveralAssets.of(mechanism()));
    }
}
