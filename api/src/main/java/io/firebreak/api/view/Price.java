package io.firebreak.api.view;

import io.firebreak.api.number.Decimal;

/**
 * A price as a protocol sees it.
 *
 * @param value numeraire per whole unit
 * @param observedMillis when it was observed, not when it was received; age counts from here
 */
public record Price(Decimal value, long observedMillis) {}
