package io.firebreak.amm.stable;

import io.firebreak.amm.pool.FineCurve;
import io.firebreak.amm.pool.FinePool;
import io.firebreak.amm.pool.SharePool;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.Seq;
import java.math.BigInteger;

/**
 * A pool of assets that should be worth the same: near balance it trades almost one for one, far from it like a constant
 * product.
 *
 * @source Curve, StableSwap.vy and stableswap-ng; Saddle, SwapUtils.sol
 */
@About(
        value = "A pool of assets that should be worth the same: near balance it trades almost one for one.",
        follows = "Curve (StableSwap.vy; D by stableswap-ng), Saddle (SwapUtils.sol)",
        simplifies =
                "Amplification does not ramp; the first shares are locked, as in a constant product; assets have no rates;"
                        + " where D does not settle within 255 steps the last step counts")
public record StableSwap(
        @Parameter("the assets of the pool, two at least") Seq<Asset> assets,
        @Parameter(
                        value = "how flat the curve is near balance: A·n^(n−1)",
                        preset = "2000",
                        min = "1",
                        max = "1000000",
                        source = "Curve, 3pool")
                int amplification,
        @Parameter(
                        value = "what a trader pays on the amount paid out; stays in the pool",
                        preset = "0.04%",
                        min = "0",
                        max = "1%",
                        source = "Curve, 3pool: fee 4000000 ÷ 10^10")
                Ratio fee,
        @Parameter(
                        value = "share of the fees that goes to the venue's treasury",
                        preset = "50%",
                        min = "0",
                        max = "100%",
                        source = "Curve, 3pool: admin_fee")
                Ratio adminFee,
        @Parameter(
                        value = "shares locked for good when the pool gets its first liquidity",
                        unit = "base units of shares",
                        preset = "1000",
                        min = "0",
                        source = "Uniswap v2, MINIMUM_LIQUIDITY; Curve has none")
                long minimumLiquidity)
        implements FinePool {

    public StableSwap {
        SharePool.requireDifferent(assets);
        if (fee.value().scale() > 10) {
            throw new IllegalArgumentException("a pool's fee has at most ten decimals, not " + fee);
        }
    }

    @Override
    public FineCurve curve() {
        return new StableCurve(
                BigInteger.valueOf(100L * amplification),
                BigInteger.valueOf(Exact.timesDown(StableCurve.FEE_UNIT.longValue(), fee.value())));
    }
}
