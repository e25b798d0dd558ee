package io.firebreak.amm.stable;

import static io.firebreak.amm.pool.Stand.A;
import static io.firebreak.amm.pool.Stand.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.amm.pool.Stand;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.vavr.collection.Vector;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class StableSwapProperties {
    private static final long MOST = 1_000_000_000_000_000L;

    private static StableCurve curve(int amplification) {
        return new StableCurve(BigInteger.valueOf(100L * amplification), BigInteger.valueOf(4_000_000));
    }

    /** However far from balance: D solves its own equation between it and the next integer. */
    @Property(tries = 500)
    void theInvariantSettles(
            @ForAll @Size(min = 2, max = 4) List<@LongRange(min = 1, max = MOST) Long> units,
            @ForAll @IntRange(min = 1, max = 10_000) int amplification) {
        BigInteger[] x = units.stream()
                .map(each -> BigInteger.valueOf(each).multiply(BigInteger.TEN.pow(9)))
                .toArray(BigInteger[]::new);
        BigInteger d = curve(amplification).invariant(x);
        BigInteger sum = Arrays.stream(x).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(d).isPositive().isLessThanOrEqualTo(sum.add(BigInteger.ONE));
        for (int at = 0; at < x.length; at++) {
            BigInteger y = curve(amplification).y(x, at, d);
            assertThat(y.subtract(x[at]).abs())
                    .isLessThanOrEqualTo(
                            x[at].divide(BigInteger.valueOf(10_000)).max(BigInteger.valueOf(1_000_000_000)));
        }
    }

    /** Trades, deposits and withdrawals in any order: each share is worth no less. */
    @Property(tries = 200)
    void aShareNeverLosesInvariant(
            @ForAll @LongRange(min = 1_000_000, max = MOST) long a,
            @ForAll @LongRange(min = 1_000_000, max = MOST) long b,
            @ForAll @Size(max = 8) List<@LongRange(min = 1, max = MOST) Long> amounts) {
        Stand<Nothing> pool =
                new Stand<>(new StableSwap(Vector.of(A, B), 200, Ratio.of("0.0004"), Ratio.of("0.5"), 1000), a, b);
        for (long amount : amounts) {
            BigInteger before = d(pool);
            BigInteger shares = BigInteger.valueOf(pool.supply());
            switch ((int) (amount % 5)) {
                case 0 -> pool.swap(A, amount, B);
                case 1 -> pool.swap(B, amount, A);
                case 2 -> pool.provide(amount, amount / 3);
                case 3 -> pool.redeem(amount % (pool.venue.balance(pool.trader, pool.share()) + 1));
                default -> pool.swap(pool.share(), amount % (pool.venue.balance(pool.trader, pool.share()) + 1), A);
            }
            assertThat(d(pool).add(BigInteger.TWO).multiply(shares))
                    .isGreaterThanOrEqualTo(before.multiply(BigInteger.valueOf(pool.supply())));
        }
    }

    private static BigInteger d(Stand<Nothing> pool) {
        return curve(200)
                .invariant(Arrays.stream(pool.reserves())
                        .mapToObj(each -> BigInteger.valueOf(each).multiply(BigInteger.TEN.pow(9)))
                        .toArray(BigInteger[]::new));
    }

    @Property(tries = 300)
    void joiningAndLeavingGainsNothing(
            @ForAll @LongRange(min = 1_000_000, max = MOST) long a,
            @ForAll @LongRange(min = 1_000_000, max = MOST) long b,
            @ForAll @LongRange(min = 0, max = MOST) long moreA,
            @ForAll @LongRange(min = 0, max = MOST) long moreB) {
        Stand<Nothing> pool = new Stand<>(new StableSwap(Vector.of(A, B), 200, Ratio.ZERO, Ratio.ZERO, 1000), a, b);
        pool.provide(moreA, moreB).forEach(pool::redeem);
        assertThat(pool.gainedNothingForNothing()).isTrue();
    }
}
