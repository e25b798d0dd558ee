package io.firebreak.amm.weighted;

import io.firebreak.amm.pool.FineCurve;
import io.firebreak.amm.pool.FinePool;
import io.firebreak.amm.pool.SharePool;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * A pool in which each asset keeps a given share of the value: 80 % of one and 20 % of the other, say.
 *
 * @source Balancer v3, WeightedMath.sol
 */
@About(
        value = "A pool in which each asset keeps a given share of the value, traded along Πx^w.",
        follows = "Balancer v3 (WeightedMath.sol, BasePoolMath.sol, Vault.sol)",
        simplifies = "No pause, no token rates, no least trade; shares have the mean decimals of the assets, not 18")
public record Weighted(
        @Parameter("the assets of the pool, two at least") Seq<Asset> assets,
        @Parameter("the share of the value that each asset keeps, together one; 1 % at least") Seq<Ratio> weights,
        @Parameter(
                        value = "what a trader pays on the amount handed in; stays in the pool",
                        preset = "0.3%",
                        min = "0",
                        max = "10%",
                        source = "Balancer v3: 0.001 % to 10 %")
                Ratio fee,
        @Parameter(
                        value = "share of the fees that goes to the venue's treasury",
                        preset = "50%",
                        min = "0",
                        max = "100%",
                        source = "Balancer v3, protocol swap fee")
                Ratio adminFee,
        @Parameter(
                        value = "shares locked for good when the pool gets its first liquidity",
                        unit = "base units of shares",
                        preset = "1000000",
                        min = "0",
                        source = "Balancer v3, POOL_MINIMUM_TOTAL_SUPPLY")
                long minimumLiquidity)
        implements FinePool {

    public Weighted {
        SharePool.requireDifferent(assets);
        Decimal sum = weights.map(Ratio::value).fold(Decimal.ZERO, Decimal::plus);
        if (weights.size() != assets.size() || !sum.equals(Decimal.ONE)) {
            throw new IllegalArgumentException("a weight for each asset, together one, not " + weights);
        }
        if (weights.exists(weight -> weight.compareTo(Ratio.of("0.01")) < 0)) {
            throw new IllegalArgumentException("weights are 1 % at least, not " + weights);
        }
    }

    @Override
    public FineCurve curve() {
        return new Vault(new WeightedCurve(Array.ofAll(weights.map(Vault::share))), Vault.share(fee), Option.none());
    }
}
