package io.firebreak.lending.bounds;

import io.firebreak.testkit.kit.LiquidationModelKit;

class InstantKitTest extends LiquidationModelKit {
    @Override
    protected Instant mechanism() {
        return new Instant();
    }
}
