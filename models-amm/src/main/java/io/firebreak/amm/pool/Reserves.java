package io.firebreak.amm.pool;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Exact;
import io.firebreak.api.venue.VenueView;
import io.vavr.collection.Seq;
import java.math.BigInteger;

/** What a pool holds of each of its assets, and how many shares there are of it, the locked ones included. */
public final class Reserves {
    private final long[] units;
    private final long shares;

    /**
     * Made anew; the array is taken as it is.
     *
     * @param units base units of each asset, in the order of the pool
     */
    public Reserves(long[] units, long shares) {
        this.units = units;
        this.shares = shares;
    }

    static Reserves of(Seq<Asset> assets, AccountId pool, Asset claim, VenueView view) {
        long[] units = new long[assets.size()];
        for (int at = 0; at < units.length; at++) {
            units[at] = view.balance(pool, assets.get(at));
        }
        return new Reserves(units, -view.balance(pool, claim));
    }

    public int size() {
        return units.length;
    }

    public long units(int at) {
        return units[at];
    }

    public long shares() {
        return shares;
    }

    /** Whether there is something of every asset. */
    public boolean isComplete() {
        for (long each : units) {
            if (each <= 0) {
                return false;
            }
        }
        return true;
    }

    /** The same with more shares of it. */
    public Reserves plusShares(long more) {
        return new Reserves(units, shares + more);
    }

    /** The same with more of each asset. */
    public Reserves plus(long[] more) {
        long[] sum = units.clone();
        for (int at = 0; at < sum.length; at++) {
            sum[at] = Math.addExact(sum[at], more[at]);
        }
        return new Reserves(sum, shares);
    }

    Reserves minus(long[] less) {
        long[] rest = units.clone();
        for (int at = 0; at < rest.length; at++) {
            rest[at] -= less[at];
        }
        return new Reserves(rest, shares);
    }

    /** The part of each asset behind so many shares, rounded down. */
    long[] partDown(long part) {
        long[] parts = new long[units.length];
        for (int at = 0; at < parts.length; at++) {
            parts[at] = Exact.mulDivDown(part, units[at], shares);
        }
        return parts;
    }

    /** The part of one asset behind so many shares, be there so many or not, rounded down; at most what a {@code long} holds. */
    long worth(long part, int at) {
        return BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(units[at]))
                .divide(BigInteger.valueOf(shares))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    /** What so many new shares cost of each asset, rounded up. */
    public long[] partUp(long part) {
        long[] parts = new long[units.length];
        for (int at = 0; at < parts.length; at++) {
            parts[at] = Exact.mulDivUp(part, units[at], shares);
        }
        return parts;
    }
}
