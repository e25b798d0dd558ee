package io.firebreak.amm;

import static io.firebreak.amm.Pool.A;
import static io.firebreak.amm.Pool.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.number.Decimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ConstantProductProperties {
    private static final long MOST = 1_000_000_000_000_000L;

    @Property(tries = 200)
    void theProductNeverFallsByTrading(
            @ForAll @LongRange(min = 1, max = MOST) long a,
            @ForAll @LongRange(min = 1, max = MOST) long b,
            @ForAll @Size(max = 12) List<@LongRange(min = -MOST, max = MOST) Long> trades) {
        Pool pool = Pool.seeded(a, b);
        BigInteger k = pool.k();
        for (long trade : trades) {
            boolean ofA = trade > 0;
            long units = Math.abs(trade);
            AccountId trader = ofA ? pool.wallet("a", units, 0) : pool.wallet("b", 0, units);
            pool.swap(trader, ofA ? A : B, units, ofA ? B : A, 0);
            pool.venue.post(all(pool, trader, A)).post(all(pool, trader, B));
            assertThat(pool.k()).isGreaterThanOrEqualTo(k);
            k = pool.k();
        }
    }

    private static Posting all(Pool pool, AccountId from, Asset asset) {
        return new Posting(from, pool.venue.outside(), asset, pool.venue.balance(from, asset));
    }

    @Property(tries = 500)
    void thereAndBackNeverGains(
            @ForAll @LongRange(min = 1, max = MOST) long a,
            @ForAll @LongRange(min = 1, max = MOST) long b,
            @ForAll @LongRange(min = 1, max = MOST) long in) {
        Pool pool = Pool.seeded(a, b);
        AccountId trader = pool.wallet("trader", in, 0);
        long out = pool.swap(trader, A, in, B, 0).getOrElse(0L);
        pool.swap(trader, B, out, A, 0);
        assertThat(pool.venue.balance(trader, A)).isLessThanOrEqualTo(in);
    }

    @Property(tries = 500)
    void aProviderNeverTakesOutMoreThanWentIn(
            @ForAll @LongRange(min = 1, max = MOST) long a,
            @ForAll @LongRange(min = 1, max = MOST) long b,
            @ForAll @LongRange(min = 1, max = MOST) long mostA,
            @ForAll @LongRange(min = 1, max = MOST) long mostB) {
        Pool pool = Pool.seeded(a, b);
        AccountId provider = pool.wallet("provider", mostA, mostB);
        Assume.that(pool.provide(provider, mostA, mostB).isRight());
        pool.redeemAll(provider);
        assertThat(pool.venue.balance(provider, A)).isLessThanOrEqualTo(mostA);
        assertThat(pool.venue.balance(provider, B)).isLessThanOrEqualTo(mostB);
    }

    /** The first provider buys few shares, makes each dear by a gift, and hopes that the second is rounded away. */
    @Property(tries = 500)
    void aGiftBeforeTheSecondProviderNeverPaysTheFirst(
            @ForAll @LongRange(min = 1001, max = 5000) long first,
            @ForAll @LongRange(min = 0, max = MOST) long gift,
            @ForAll @LongRange(min = 1, max = MOST) long second) {
        Pool pool = Pool.empty();
        AccountId attacker = pool.wallet("attacker", first + gift, first + gift);
        pool.provide(attacker, first, first);
        for (Asset asset : List.of(A, B)) {
            pool.venue.post(new Posting(attacker, pool.account(), asset, gift));
        }
        pool.provide(pool.wallet("victim", second, second), second, second);
        pool.redeemAll(attacker);
        assertThat(pool.venue.balance(attacker, A)).isLessThanOrEqualTo(first + gift);
        assertThat(pool.venue.balance(attacker, B)).isLessThanOrEqualTo(first + gift);
    }

    @Property
    void theShortWayEqualsTheLongWay(
            @ForAll @LongRange(min = 1) long in,
            @ForAll @LongRange(min = 1) long reserveIn,
            @ForAll @LongRange(min = 1) long reserveOut) {
        BigInteger paid = BigInteger.valueOf(in).multiply(BigInteger.valueOf(997));
        BigInteger exact = paid.multiply(BigInteger.valueOf(reserveOut))
                .divide(BigInteger.valueOf(reserveIn)
                        .multiply(BigInteger.valueOf(1000))
                        .add(paid));
        assertThat(ConstantProduct.outDown(in, reserveIn, reserveOut, Decimal.of("0.003")))
                .isEqualTo(exact.longValueExact());
    }
}
