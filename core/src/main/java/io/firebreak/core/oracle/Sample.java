package io.firebreak.core.oracle;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.view.Price;

/** What a market was at a time. */
public record Sample(double value, long observedMillis) {
    Price price() {
        return new Price(Decimal.ofDouble(value), observedMillis);
    }
}
