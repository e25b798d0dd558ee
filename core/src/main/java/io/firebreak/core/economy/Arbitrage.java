package io.firebreak.core.economy;

import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Parameter;
import java.time.Duration;

/**
 * Traders who buy an asset where it is cheap and sell it where it is dear, as fast as their capital allows.
 *
 * @param with the other market of the same asset
 * @param valuePerHour most value, in the unit of account, that they carry from one market to the other in an hour
 * @param delay how long a transfer takes: they act on a difference that has lasted that long
 */
public record Arbitrage(
        @Parameter("the other market of the same asset") MarketRef with,
        @Parameter(value = "most value carried from one to the other in an hour", unit = "USD", min = "0")
                double valuePerHour,
        @Parameter(value = "how long a transfer takes") Duration delay) {}
