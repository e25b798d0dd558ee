package io.firebreak.amm.concentrated;

import static io.firebreak.amm.concentrated.Pool.A;
import static io.firebreak.amm.concentrated.Pool.B;
import static io.firebreak.amm.concentrated.Pool.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.ledger.AccountId;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ConcentratedLiquidityProperties {
    private static final PriceRange[] RANGES = {
        PriceRange.of("0.9", "1.1"), PriceRange.of("0.5", "1"), PriceRange.of("1.2", "3"), PriceRange.FULL
    };

    /** Whatever happened, all providers together can be paid out, and next to nothing is left. */
    @Property(tries = 300)
    void thePoolOwesWhatItHas(
            @ForAll @Size(max = 15) List<@LongRange(min = -1000 * UNIT, max = 1000 * UNIT) Long> amounts,
            @ForAll @Size(value = 15) List<@IntRange(max = 11) Integer> choices) {
        Pool pool = Pool.of(RANGES).seeded(100 * UNIT, 100 * UNIT);
        AccountId somebody = pool.wallet("somebody", 20_000 * UNIT, 20_000 * UNIT);
        for (int i = 0; i < amounts.size(); i++) {
            long units = Math.abs(amounts.get(i));
            int range = choices.get(i) % 4 + 1;
            switch (choices.get(i) / 4) {
                case 0 -> pool.swap(somebody, amounts.get(i) > 0 ? A : B, units);
                case 1 -> pool.provide(somebody, range, units, units);
                default -> pool.redeemAll(somebody, range);
            }
            assertThat(owed(pool, true)).isLessThanOrEqualTo(BigInteger.valueOf(pool.reserve(A)));
            assertThat(owed(pool, false)).isLessThanOrEqualTo(BigInteger.valueOf(pool.reserve(B)));
        }
        long dust = 4L * amounts.size() + 10;
        assertThat(BigInteger.valueOf(pool.reserve(A) - dust)).isLessThanOrEqualTo(owed(pool, true));
        assertThat(BigInteger.valueOf(pool.reserve(B) - dust)).isLessThanOrEqualTo(owed(pool, false));
    }

    private static BigInteger owed(Pool pool, boolean ofA) {
        Curve curve = pool.venue.state().curve();
        return pool.venue
                .state()
                .positions()
                .map(each -> each.counting(curve).worth(curve, false))
                .map(worth -> ofA ? worth.a() : worth.b())
                .foldLeft(BigInteger.ZERO, BigInteger::add);
    }

    @Property(tries = 300)
    void thereAndBackNeverGains(@ForAll @LongRange(min = 1, max = 1_000_000 * UNIT) long in) {
        Pool pool = Pool.of(RANGES).seeded(100 * UNIT, 100 * UNIT);
        AccountId trader = pool.wallet("trader", in, 0);
        long out = pool.swap(trader, A, in).getOrElse(0L);
        pool.swap(trader, B, out);
        assertThat(pool.venue.balance(trader, A)).isLessThanOrEqualTo(in);
    }

    @Property(tries = 300)
    void aProviderNeverTakesOutMoreThanWentIn(
            @ForAll @LongRange(min = 1, max = 1_000_000 * UNIT) long mostA,
            @ForAll @LongRange(min = 1, max = 1_000_000 * UNIT) long mostB,
            @ForAll @LongRange(min = 1, max = 100 * UNIT) long traded,
            @ForAll @IntRange(min = 1, max = 4) int range) {
        Pool pool = Pool.of(RANGES).seeded(100 * UNIT, 100 * UNIT);
        pool.swap(pool.wallet("trader", traded, 0), A, traded);
        AccountId provider = pool.wallet("provider", mostA, mostB);
        pool.provide(provider, range, mostA, mostB);
        pool.redeemAll(provider, range);
        assertThat(pool.venue.balance(provider, A)).isLessThanOrEqualTo(mostA);
        assertThat(pool.venue.balance(provider, B)).isLessThanOrEqualTo(mostB);
    }

    /** A tick is where its price says, and the price of a tick lies in it. */
    @Property
    void ticksAndPricesAgree(@ForAll @IntRange(min = -887_272, max = 887_271) int tick) {
        BigInteger price = TickMath.sqrtPriceAt(tick);
        assertThat(TickMath.tickAt(price)).isEqualTo(tick);
        assertThat(TickMath.tickAt(TickMath.sqrtPriceAt(tick + 1).subtract(BigInteger.ONE)))
                .isEqualTo(tick);
    }
}
