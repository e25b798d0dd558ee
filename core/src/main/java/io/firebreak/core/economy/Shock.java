package io.firebreak.core.economy;

import io.firebreak.api.plugin.MarketRef;

/**
 * A scripted move of an outside price.
 *
 * @param atMillis when it happens, UTC
 * @param factor the path is multiplied by it from then on: 0.7 is a gap of −30 %
 */
public record Shock(long atMillis, MarketRef market, double factor) {}
