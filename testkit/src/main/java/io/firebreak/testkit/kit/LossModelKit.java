package io.firebreak.testkit.kit;

import io.firebreak.api.loss.LossModel;

/** Tries a loss model alone, above and below a fund. Extend it, and say which. */
public abstract class LossModelKit extends Kit {
    @Override
    protected abstract LossModel<?> mechanism();
}
