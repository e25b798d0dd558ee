package io.firebreak.amm.stable;

import static io.firebreak.amm.pool.Stand.A;
import static io.firebreak.amm.pool.Stand.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.amm.pool.Stand;
import io.firebreak.api.action.Reason;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

/** The numbers of Saddle's tests at assets of 9 decimals: a billionth of their units. */
class StableSwapTest {
    private static final long ONE = 1_000_000_000L;

    private static StableSwap saddle(String adminFee) {
        return new StableSwap(Vector.of(A, B), 50, Ratio.of("0.001"), Ratio.of(adminFee), 0);
    }

    private final Stand<Nothing> pool = new Stand<>(saddle("0"), ONE, ONE);

    @Test
    void theFirstSharesAreTheInvariant() {
        assertThat(pool.supply()).isEqualTo(2 * ONE);
    }

    @Test
    void aDepositOutOfProportionPaysForIt() {
        assertThat(pool.provide(2 * ONE, ONE / 100).get()).isEqualTo(1_996_275_270L);
        assertThat(pool.spent()).containsExactly(2 * ONE, ONE / 100);
    }

    @Test
    void sharesLeaveInProportion() {
        pool.provide(2 * ONE, ONE / 100);
        pool.redeem(1_996_275_270L);
        assertThat(pool.spent()[0]).isCloseTo(2 * ONE - 1_498_601_924L, within(1L));
        assertThat(pool.spent()[1]).isCloseTo(ONE / 100 - 504_529_314L, within(1L));
    }

    @Test
    void aShareTradesForOneAssetAlone() {
        pool.provide(2 * ONE, ONE / 100);
        assertThat(pool.swap(pool.share(), 1_996_275_270L, A).get()).isCloseTo(2_008_990_034L, within(1L));
        assertThat(pool.supply()).isEqualTo(2 * ONE);
    }

    @Test
    void oneAssetTradesForShares() {
        Stand<Nothing> other = new Stand<>(saddle("0"), ONE, ONE);
        assertThat(pool.swap(A, ONE, pool.share()).get())
                .isEqualTo(other.provide(ONE, 0).get());
    }

    @Test
    void halfOfTheFeesGoToTheTreasury() {
        Stand<Nothing> half = new Stand<>(saddle("0.5"), ONE, ONE);
        long kept = half.swap(A, ONE / 10, B).get();
        // 0.1 % of what is paid out before it.
        long fee = Math.round(kept / 999.0);
        assertThat(half.venue.balance(half.venue.treasury(), B)).isCloseTo(fee / 2, within(1L));
    }

    @Test
    void nobodyTakesAllOfAnAsset() {
        assertThat(pool.swap(A, 1_000_000 * ONE, B).get()).isLessThan(ONE);
        assertThat(pool.reserves()[1]).isPositive();
    }

    @Test
    void whatIsNotThereIsNotTraded() {
        assertThat(pool.swap(A, ONE, A).getLeft().reason()).isEqualTo(Reason.NOT_OFFERED);
        assertThat(pool.provide(ONE).getLeft().reason()).isEqualTo(Reason.NOT_OFFERED);
        assertThat(pool.swap(pool.share(), 1, A).getLeft().reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
    }
}
