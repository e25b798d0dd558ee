package io.firebreak.lending.spread;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.lending.pooled.SeveralAssets;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.firebreak.testkit.kit.Subject;
import io.vavr.collection.Seq;

/** A close factor that is cut for most loans so that enough is left, of loans with one debt and with several. */
class FixedSpreadLeavingEnoughKitTest extends LiquidationModelKit {
    @Override
    protected FixedSpread mechanism() {
        return new FixedSpread(
                new CloseRule.ByHealthAndSize(Ratio.of("0.7"), Ratio.of("0.8"), Decimal.of(700), Decimal.of(600)),
                new Bonus.ByHealth(Ratio.of("0.1"), Ratio.of("0.5"), Ratio.of("0.9")),
                Ratio.ZERO);
    }

    @Override
    protected Seq<Subject> subjects() {
        return super.subjects().append(SeveralAssets.of(mechanism()));
    }
}
