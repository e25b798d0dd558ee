package io.firebreak.amm.weighted;

import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Parameter;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A fee that rises with what a trade puts out of balance; liquidity that does so is refused.
 *
 * @formula imbalance Σ|xᵢ − median| ÷ Σxᵢ; above the threshold, and growing: fee + (mostFee − fee)·(imbalance − threshold) ÷
 *     (1 − threshold)
 * @source Balancer v3, StableSurgeHook.sol
 */
public record Surge(
        @Parameter(
                        value = "imbalance from which on the fee rises",
                        preset = "30%",
                        min = "0",
                        max = "99%",
                        source = "Balancer v3, StableSurgeHook")
                Ratio threshold,
        @Parameter(
                        value = "fee where one asset is all there is",
                        preset = "95%",
                        min = "0",
                        max = "99%",
                        source = "Balancer v3, StableSurgeHook")
                Ratio mostFee) {
    BigInteger fee(BigInteger[] before, BigInteger[] after, BigInteger standing) {
        if (!isSurging(before, after)) {
            return standing;
        }
        BigInteger from = Vault.share(threshold);
        BigInteger over = Fixed.divDown(imbalance(after).subtract(from), Fixed.complement(from));
        return standing.add(Fixed.mulDown(Vault.share(mostFee).subtract(standing), over));
    }

    boolean isSurging(BigInteger[] before, BigInteger[] after) {
        BigInteger imbalance = imbalance(after);
        return imbalance.compareTo(imbalance(before)) > 0 && imbalance.compareTo(Vault.share(threshold)) > 0;
    }

    private static BigInteger imbalance(BigInteger[] x) {
        BigInteger[] sorted = x.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        BigInteger median =
                sorted.length % 2 == 0 ? sorted[middle - 1].add(sorted[middle]).shiftRight(1) : sorted[middle];
        BigInteger off = BigInteger.ZERO;
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger each : x) {
            off = off.add(each.subtract(median).abs());
            sum = sum.add(each);
        }
        return Fixed.divDown(off, sum);
    }
}
