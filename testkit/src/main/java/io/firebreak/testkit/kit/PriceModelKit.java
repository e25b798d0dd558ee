package io.firebreak.testkit.kit;

import io.firebreak.api.price.PriceModel;

/** Tries a path as the price of what stands behind loans. Extend it, and say which. */
public abstract class PriceModelKit extends Kit {
    @Override
    protected abstract PriceModel<?> mechanism();
}
