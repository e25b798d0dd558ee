package io.firebreak.amm.stable;

import io.firebreak.amm.pool.Joining;
import io.firebreak.amm.pool.Reserves;
import io.firebreak.amm.pool.Scale;
import io.firebreak.amm.pool.SharePool;
import io.firebreak.amm.pool.Trade;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.Seq;
import java.math.BigInteger;

/**
 * A pool of assets that should be worth the same: near balance it trades almost one for one, far from it like a constant
 * product.
 *
 * <p>A deposit may be out of proportion, for a fee on what it puts out of proportion. A trade of the pool's share for one of
 * its assets takes all of what the share is worth in that one, and the other way round.
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
        implements SharePool<Nothing> {

    public StableSwap {
        if (assets.size() < 2 || assets.distinct().size() < assets.size()) {
            throw new IllegalArgumentException("a pool needs two different assets at least, not " + assets);
        }
        if (fee.value().scale() > 10) {
            throw new IllegalArgumentException("a pool's fee has at most ten decimals, not " + fee);
        }
    }

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    private StableCurve curve() {
        return new StableCurve(
                BigInteger.valueOf(100L * amplification),
                BigInteger.valueOf(Exact.timesDown(StableCurve.FEE_UNIT.longValue(), fee.value())));
    }

    /** A share is a unit of D, at the decimals of shares. */
    @Override
    public long firstShares(Reserves offered) {
        return Scale.down(curve().d(Scale.up(offered, assets)), shareDecimals());
    }

    @Override
    public Trade trade(Reserves pool, int give, long in, int get) {
        int share = assets.size();
        if (!pool.isComplete() || (give == share ? in >= pool.shares() : get == share && pool.shares() == 0)) {
            return Trade.NONE;
        }
        if (get == share) {
            long[] alone = new long[share];
            alone[give] = in;
            Joining joining = join(pool, alone);
            return new Trade(joining.shares(), false, joining.adminFee(give));
        }
        BigInteger[] x = Scale.up(pool, assets);
        int decimals = assets.get(get).decimals();
        StableCurve.Paid paid = give == share
                ? curve().withdrawOne(x, BigInteger.valueOf(in), BigInteger.valueOf(pool.shares()), get)
                : curve().swap(x, give, Scale.up(in, assets.get(give).decimals()), get);
        return paid.out().signum() <= 0
                ? Trade.NONE
                : new Trade(Scale.down(paid.out(), decimals), true, admin(paid.fee(), decimals));
    }

    @Override
    public Joining join(Reserves pool, long[] offered) {
        int size = assets.size();
        long[] adminFees = new long[size];
        if (!pool.isComplete()) {
            return new Joining(0, offered, adminFees);
        }
        StableCurve.Liquidity liquidity = curve().deposit(
                        Scale.up(pool, assets),
                        Scale.up(new Reserves(offered, 0), assets),
                        BigInteger.valueOf(pool.shares()));
        for (int at = 0; at < size; at++) {
            adminFees[at] = admin(liquidity.fees()[at], assets.get(at).decimals());
        }
        return new Joining(liquidity.shares().longValueExact(), offered, adminFees);
    }

    private long admin(BigInteger fee, int decimals) {
        Decimal share = adminFee.value();
        return Scale.down(
                fee.multiply(BigInteger.valueOf(share.digits())).divide(BigInteger.TEN.pow(share.scale())), decimals);
    }
}
