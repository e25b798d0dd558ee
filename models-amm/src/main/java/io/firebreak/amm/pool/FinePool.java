package io.firebreak.amm.pool;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import java.math.BigInteger;

/**
 * A pool that trades along a {@link FineCurve} and takes deposits out of proportion. A trade of its share for one of its
 * assets takes all of what the share is worth in that one, and the other way round.
 */
public interface FinePool extends SharePool<Nothing> {
    FineCurve curve();

    /** The part of the fees that goes to the venue's treasury. */
    Ratio adminFee();

    @Override
    default Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    default long firstShares(Reserves offered) {
        return Scale.down(curve().invariant(Scale.up(offered, assets())), shareDecimals());
    }

    @Override
    default Trade trade(Reserves pool, int give, long in, int get) {
        int share = assets().size();
        if (!pool.isComplete() || pool.shares() == 0 || (give == share && in >= pool.shares())) {
            return Trade.NONE;
        }
        if (get == share) {
            long[] alone = new long[share];
            alone[give] = in;
            Joining joining = join(pool, alone);
            return new Trade(joining.shares(), false, joining.adminFee(give));
        }
        BigInteger[] x = Scale.up(pool, assets());
        FineCurve.Paid paid = give == share
                ? curve().withdrawOne(x, BigInteger.valueOf(in), BigInteger.valueOf(pool.shares()), get)
                : curve().swap(x, give, Scale.up(in, assets().get(give).decimals()), get);
        long out = Scale.down(paid.out().max(BigInteger.ZERO), assets().get(get).decimals());
        boolean feeOnGet = give == share || curve().feeOnGet();
        return out == 0 ? Trade.NONE : new Trade(out, feeOnGet, admin(paid.fee(), feeOnGet ? get : give));
    }

    @Override
    default Joining join(Reserves pool, long[] offered) {
        long[] adminFees = new long[offered.length];
        if (!pool.isComplete()) {
            return new Joining(0, offered, adminFees);
        }
        FineCurve.Liquidity liquidity = curve().deposit(
                        Scale.up(pool, assets()),
                        Scale.up(new Reserves(offered, 0), assets()),
                        BigInteger.valueOf(pool.shares()));
        for (int at = 0; at < adminFees.length; at++) {
            adminFees[at] = admin(liquidity.fees().get(at), at);
        }
        return new Joining(liquidity.shares().longValueExact(), offered, adminFees);
    }

    private long admin(BigInteger fee, int asset) {
        Decimal share = adminFee().value();
        BigInteger part = fee.multiply(BigInteger.valueOf(share.digits())).divide(BigInteger.TEN.pow(share.scale()));
        return Scale.down(part, assets().get(asset).decimals());
    }
}
