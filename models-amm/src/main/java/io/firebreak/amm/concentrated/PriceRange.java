package io.firebreak.amm.concentrated;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.Parameter;
import io.vavr.control.Option;

/**
 * Prices between which shares of a pool provide liquidity.
 *
 * @param weight what the scenario seeds the pool with is spread over the ranges so that the liquidity of each is in
 *     proportion to it
 */
public record PriceRange(
        @Parameter(value = "the lower end, to the nearest tick that may be used", unit = "b per a", min = "0")
                Option<Decimal> lower,
        @Parameter(value = "the upper end, to the nearest tick that may be used", unit = "b per a", min = "0")
                Option<Decimal> upper,
        @Parameter(value = "of its liquidity in what the scenario seeds", preset = "1", min = "0", max = "1 M")
                int weight) {

    /** All prices. */
    public static final PriceRange FULL = new PriceRange(Option.none(), Option.none(), 1);

    public static PriceRange of(String lower, String upper) {
        return new PriceRange(Option.some(Decimal.of(lower)), Option.some(Decimal.of(upper)), 1);
    }
}
