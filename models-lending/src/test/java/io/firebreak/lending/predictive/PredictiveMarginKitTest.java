package io.firebreak.lending.predictive;

import io.firebreak.api.number.Ratio;
import io.firebreak.lending.pooled.PooledMargin;
import io.firebreak.testkit.kit.MarginModelKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.List;
import java.time.Duration;

class PredictiveMarginKitTest extends MarginModelKit {
    @Override
    protected PredictiveMargin mechanism() {
        return new PredictiveMargin(
                new PooledMargin(List.of(new PooledMargin.Factor(Setting.ETH, Ratio.of("0.75"), Ratio.of("0.8")))),
                Setting.ETH,
                new Volatility.Ewma(0.94),
                Duration.ofSeconds(12),
                100,
                Duration.ofMinutes(2),
                2.33,
                Ratio.of("0.02"),
                Ratio.of("0.7"),
                Duration.ofSeconds(24));
    }
}
