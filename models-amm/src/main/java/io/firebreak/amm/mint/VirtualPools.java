package io.firebreak.amm.mint;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Two pools that do not exist: both of {@code base} when at rest, their product constant, off by what was swapped lately.
 *
 * @param delta what the stablecoin's pool has more than at rest, in base units of it, 18 decimals
 * @source Terra classic-core, x/market: TerraPoolDelta
 */
public record VirtualPools(BigDecimal delta) {
    private static final int DECIMALS = 18;
    private static final RoundingMode ROUNDING = RoundingMode.HALF_EVEN;

    static final VirtualPools AT_REST = new VirtualPools(BigDecimal.ZERO);

    public VirtualPools {
        delta = delta.setScale(DECIMALS, ROUNDING);
    }

    /** Both values, of an asset's units and of what is asked, in base units of the stablecoin; never below {@code least}. */
    BigDecimal spread(boolean stableOffered, BigDecimal offer, BigDecimal base, BigDecimal least) {
        BigDecimal stable = base.add(delta);
        BigDecimal absorber = quotient(base.multiply(base), stable);
        BigDecimal offered = stableOffered ? stable : absorber;
        BigDecimal asked = stableOffered ? absorber : stable;
        BigDecimal ask = asked.subtract(quotient(base.multiply(base), offered.add(offer)));
        return quotient(offer.subtract(ask), offer).max(least);
    }

    VirtualPools plus(BigDecimal stable) {
        return new VirtualPools(delta.add(stable));
    }

    /** A block later: nearer to rest by one part in {@code recovery}. */
    VirtualPools recovered(int recovery) {
        return new VirtualPools(delta.subtract(quotient(delta, BigDecimal.valueOf(recovery))));
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, DECIMALS, ROUNDING);
    }
}
