package io.firebreak.amm.weighted;

import io.firebreak.amm.pool.FineCurve;
import io.firebreak.amm.pool.FinePool;
import io.firebreak.amm.pool.SharePool;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.BigInteger;

/**
 * A pool of assets that should be worth the same, as Balancer computes it: its fee is taken of what is handed in, and may
 * surge with what a trade puts out of balance.
 *
 * @source Balancer v3, StableMath.sol and StableSurgeHook.sol
 */
@About(
        value =
                "A pool of assets that should be worth the same, whose fee may surge with what a trade puts out of balance.",
        follows = "Balancer v3 (StableMath.sol, BasePoolMath.sol, StableSurgeHook.sol)",
        simplifies = "No pause, no token rates, no least trade; shares have the mean decimals of the assets, not 18")
public record VaultStable(
        @Parameter("the assets of the pool, two at least") Seq<Asset> assets,
        @Parameter(
                        value = "how flat the curve is near balance",
                        preset = "1000",
                        min = "1",
                        max = "5000",
                        source = "Balancer v3, MIN_AMP and MAX_AMP; a pool of wrapped USDC and USDT")
                int amplification,
        @Parameter(
                        value = "what a trader pays on the amount handed in; stays in the pool",
                        preset = "0.1%",
                        min = "0",
                        max = "10%",
                        source = "Balancer v3, a pool of wrapped USDC and USDT")
                Ratio fee,
        @Parameter("how the fee rises out of balance; left out: not at all") Option<Surge> surge,
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

    public VaultStable {
        SharePool.requireDifferent(assets);
    }

    @Override
    public FineCurve curve() {
        return new Vault(new StableCurve(BigInteger.valueOf(1000L * amplification)), Vault.share(fee), surge);
    }
}
