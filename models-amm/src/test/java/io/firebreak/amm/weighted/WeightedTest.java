package io.firebreak.amm.weighted;

import static io.firebreak.amm.pool.Stand.A;
import static io.firebreak.amm.pool.Stand.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.amm.pool.Stand;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class WeightedTest {
    private static final long ONE = 1_000_000_000L;

    private static Weighted model(String weightA, String weightB) {
        return new Weighted(
                Vector.of(A, B), Vector.of(Ratio.of(weightA), Ratio.of(weightB)), Ratio.ZERO, Ratio.of("0.5"), 0);
    }

    /** 80 A and 20 B at 0.8 and 0.2: one for one at the margin, by the formula beyond. */
    @Test
    void paysByTheWeights() {
        Stand<Nothing> pool = new Stand<>(model("0.8", "0.2"), 80 * ONE, 20 * ONE);
        // 20·(1 − (80/88)^4)
        assertThat(pool.swap(A, 8 * ONE, B).get()).isCloseTo(6_339_730_893L, within(2L));
    }

    @Test
    void sellsNoMoreThanThreeTenthsOfTheBalanceAtOnce() {
        Stand<Nothing> pool = new Stand<>(model("0.5", "0.5"), 100 * ONE, 100 * ONE);
        assertThat(pool.swap(A, 30 * ONE + 1, B).isLeft()).isTrue();
        assertThat(pool.swap(A, 30 * ONE, B).isRight()).isTrue();
    }

    /** Shares of Πx^w: alone, a tenth more of half the value is √1.1 − 1 more shares. */
    @Test
    void oneAssetAloneBuysShares() {
        Stand<Nothing> pool = new Stand<>(model("0.5", "0.5"), 100 * ONE, 100 * ONE);
        assertThat(pool.supply()).isEqualTo(100 * ONE - 1);
        assertThat(pool.provide(10 * ONE, 0).get()).isCloseTo(4_880_884_817L, within(2L));
    }

    @Test
    void aShareSaysWhatItRedeemsFor() {
        Stand<Nothing> pool = new Stand<>(model("0.8", "0.2"), 80 * ONE, 20 * ONE);
        long half = pool.supply() / 2;
        assertThat(model("0.8", "0.2").redemption(Nothing.NOTHING, pool.share(), half, pool.venue))
                .extracting(Parcel::units)
                .allSatisfy(units -> assertThat(units).isBetween(10 * ONE - 1, 40 * ONE));
    }

    @Test
    void weightsAreTogetherOne() {
        assertThatThrownBy(() -> model("0.8", "0.3")).hasMessageContaining("together one");
        assertThatThrownBy(() -> model("0.995", "0.005")).hasMessageContaining("1 % at least");
    }
}
