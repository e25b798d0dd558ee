package io.firebreak.amm;

import static io.firebreak.amm.Pool.A;
import static io.firebreak.amm.Pool.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.testkit.world.OneVenue;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Numbers of Uniswap's own tests: {@code Uniswap/v2-core}, {@code test/UniswapV2Pair.spec.ts}, commit {@code
 * ee547b17853e71ed4e0101ccfd52e70d5acded58}.
 *
 * <p>Amounts of 18 decimals are divided by a power of ten until they fit a {@code long}; the pool is homogeneous, so the
 * floor of the scaled result is the scaled floor. Nine of the ten cases hold. {@code price_cumulative} has no counterpart:
 * the pool keeps no accumulator, since a scenario's oracle samples its price.
 */
class UniswapV2Vectors {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "getInputPrice:1, 1000000000000000, 10000000000000000, 5000000000000000, 453305446940074",
        "getInputPrice:3, 2000000000000000, 10000000000000000, 5000000000000000, 831248957812239",
        "getInputPrice:5, 1000000000000000, 100000000000000000, 100000000000000000, 987158034397061",
    })
    void getInputPrice(String name, long in, long reserve0, long reserve1, long most) {
        Pool pool = Pool.seeded(reserve0, reserve1);
        AccountId trader = pool.wallet("trader", in, 0);

        assertThat(pool.swap(trader, A, in, B, most + 1).getLeft().reason()).isEqualTo(Reason.PRICE);
        assertThat(pool.swap(trader, A, in, B, most).get()).isEqualTo(most);
        assertThat(keepsK(reserve0, reserve1, in, most)).isTrue();
        assertThat(keepsK(reserve0, reserve1, in, most + 1)).isFalse();
    }

    /** The check of the original: balances after, less the fee on what came in, keep the product. */
    private static boolean keepsK(long reserveIn, long reserveOut, long in, long out) {
        BigInteger thousand = BigInteger.valueOf(1000);
        BigInteger afterIn = BigInteger.valueOf(reserveIn)
                .add(BigInteger.valueOf(in))
                .multiply(thousand)
                .subtract(BigInteger.valueOf(in).multiply(BigInteger.valueOf(3)));
        BigInteger afterOut = BigInteger.valueOf(reserveOut - out).multiply(thousand);
        BigInteger before = BigInteger.valueOf(reserveIn)
                .multiply(BigInteger.valueOf(reserveOut))
                .multiply(thousand.pow(2));
        return afterIn.multiply(afterOut).compareTo(before) >= 0;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "optimistic:0, 1000000000000000, 5000000000000000, 10000000000000000, 997000000000000",
        "optimistic:1, 1000000000000000, 10000000000000000, 5000000000000000, 997000000000000",
        "optimistic:2, 1000000000000000, 5000000000000000, 5000000000000000, 997000000000000",
        "optimistic:3, 1003009027081243732, 5000000000000000000, 5000000000000000000, 1000000000000000000",
    })
    void optimistic(String name, long repaid, long reserve0, long reserve1, long most) {
        assertThat(repays(repaid, reserve0, reserve1, most)).isTrue();
        assertThat(repays(repaid, reserve0, reserve1, most + 1)).isFalse();
    }

    private static boolean repays(long repaid, long reserve0, long reserve1, long lent) {
        Pool pool = Pool.seeded(reserve0, reserve1);
        AccountId trader = pool.wallet("trader", repaid - lent, 0);
        assertThat(pool.flashBorrow(trader, A, lent).get()).isEqualTo(lent);
        return pool.flashReturn(trader, A).isRight();
    }

    @Test
    void mint() {
        Pool pool = Pool.empty();
        AccountId provider = pool.wallet("provider", 1_000_000_000_000_000_000L, 4_000_000_000_000_000_000L);

        assertThat(pool.provide(provider, 1_000_000_000_000_000_000L, 4_000_000_000_000_000_000L)
                        .get())
                .isEqualTo(1_999_999_999_999_999_000L);
        assertThat(pool.supply()).isEqualTo(2_000_000_000_000_000_000L);
        assertThat(pool.venue.balance(pool.venue.own("locked"), pool.shares())).isEqualTo(1000);
        assertThat(pool.reserve(A)).isEqualTo(1_000_000_000_000_000_000L);
        assertThat(pool.reserve(B)).isEqualTo(4_000_000_000_000_000_000L);
    }

    /** At a thousandth of the scale, the locked shares included. */
    @Test
    void feeToOn() {
        long reserve = 1_000_000_000_000_000_000L;
        Pool pool = Pool.of(Pool.model(1, true));
        OneVenue<ConstantProduct.State> venue = pool.venue;
        AccountId provider = pool.wallet("provider", reserve, reserve);
        pool.provide(provider, reserve, reserve);
        AccountId trader = pool.wallet("trader", 0, 1_000_000_000_000_000L);

        assertThat(pool.swap(trader, B, 1_000_000_000_000_000L, A, 0).get()).isEqualTo(996_006_981_039_903L);
        assertThat(pool.redeemAll(provider).isRight()).isTrue();

        assertThat(pool.supply()).isCloseTo(249_750_499_252L, within(1L));
        assertThat(venue.balance(venue.treasury(), pool.shares())).isCloseTo(249_750_499_251L, within(1L));
        assertThat(pool.reserve(A)).isCloseTo(249_501_683_698L, within(1L));
        assertThat(pool.reserve(B)).isCloseTo(250_000_187_314L, within(1L));
    }
}
