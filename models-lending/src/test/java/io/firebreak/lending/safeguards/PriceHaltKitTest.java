package io.firebreak.lending.safeguards;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.SafeguardKit;
import java.time.Duration;

class PriceHaltKitTest extends SafeguardKit {
    @Override
    protected PriceHalt mechanism() {
        return new PriceHalt(Ratio.of("0.15"), Duration.ofMinutes(10), Duration.ofHours(1));
    }
}
