package io.firebreak.api.liquidation;

import io.firebreak.api.number.Decimal;

/** How a price falls with time. Records only. */
public interface Curve {
    /** The price after {@code elapsedMillis}, never above {@code top}. */
    Decimal price(Decimal top, long elapsedMillis);

    /** Until when, counted from the start, the price after {@code elapsedMillis} holds; more than {@code elapsedMillis}. */
    long holdsUntilMillis(long elapsedMillis);
}
