package io.firebreak.lending.bounds;

import io.firebreak.testkit.kit.LiquidationModelKit;

class HoldKitTest extends LiquidationModelKit {
    @Override
    protected Hold mechanism() {
        return new Hold();
    }
}
