package io.firebreak.lending.batch;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;
import java.time.Duration;

class BatchAuctionKitTest extends LiquidationModelKit {
    @Override
    protected BatchAuction mechanism() {
        return new BatchAuction(Duration.ofMinutes(5), Ratio.of("0.5"), Ratio.of("0.13"));
    }
}
