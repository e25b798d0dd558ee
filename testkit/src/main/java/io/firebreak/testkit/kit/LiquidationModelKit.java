package io.firebreak.testkit.kit;

import io.firebreak.api.liquidation.LiquidationModel;

/** Tries a liquidation model on loans, longs and shorts. Extend it, and say which. */
public abstract class LiquidationModelKit extends Kit {
    @Override
    protected abstract LiquidationModel<?> mechanism();
}
