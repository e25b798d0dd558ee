package io.firebreak.amm.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.oracle.Live;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeWeightedTest {
    private static final double EXACT = 1e-12;

    private static Seen<?> of(long windowMillis, TimeWeighted.Mean mean) {
        return new Seen<>(oracle(windowMillis, mean));
    }

    private static TimeWeighted oracle(long windowMillis, TimeWeighted.Mean mean) {
        return new TimeWeighted(Seen.POOL, Seen.A, Seen.B, Duration.ofMillis(windowMillis), mean);
    }

    private static double after(Seen<?> seen, long millis, double price) {
        return seen.after(millis, price).get().value().toDouble();
    }

    @Test
    void countsABlocksTimeAtThePriceThatItsTradesLeft() {
        Seen<?> seen = of(100, TimeWeighted.Mean.ARITHMETIC);
        assertThat(after(seen, 0, 10)).isEqualTo(10);
        assertThat(after(seen, 30, 20)).as("stood there since").isEqualTo(20);
        assertThat(after(seen, 10, 40)).isCloseTo((30 * 20 + 10 * 40) / 40.0, within(EXACT));
    }

    @Test
    void forgetsWhatIsOlderThanTheWindowInsideAnObservationToo() {
        Seen<?> seen = of(100, TimeWeighted.Mean.ARITHMETIC);
        after(seen, 0, 10);
        after(seen, 80, 20);
        after(seen, 80, 40);
        // Window 60..160: 20 ms of the first stretch are left.
        assertThat(after(seen, 0, 40)).isCloseTo((20 * 20 + 80 * 40) / 100.0, within(EXACT));
        assertThat(after(seen, 100, 70)).isCloseTo(70, within(EXACT));
        assertThat(after(seen, 1000, 30)).isCloseTo(30, within(EXACT));
    }

    /** What the two disagree about: a spike of a hundred times for a hundredth of the window. */
    @Test
    void theGeometricMeanIsHarderToPushUp() {
        Seen<?> geometric = of(100, TimeWeighted.Mean.GEOMETRIC);
        Seen<?> arithmetic = of(100, TimeWeighted.Mean.ARITHMETIC);
        for (Seen<?> seen : new Seen<?>[] {geometric, arithmetic}) {
            after(seen, 0, 1);
            after(seen, 99, 1);
        }
        assertThat(after(geometric, 1, 100)).isCloseTo(StrictMath.pow(100, 0.01), within(EXACT));
        assertThat(after(arithmetic, 1, 100)).isCloseTo(1.99, within(EXACT));
    }

    @Test
    void isDatedNowAndNotAskedAgainInsideABlock() {
        assertThat(oracle(100, TimeWeighted.Mean.GEOMETRIC)).isNotInstanceOf(Live.class);
        Seen<?> seen = of(100, TimeWeighted.Mean.GEOMETRIC);
        seen.after(3, 1);
        assertThat(seen.after(4, 2).get().observedMillis()).isEqualTo(7);
    }

    @Test
    void isSilentWhileThePoolHasNoPriceAndCountsTheTimeAtTheNext() {
        Seen<?> seen = of(100, TimeWeighted.Mean.ARITHMETIC);
        assertThat(seen.after(0, Double.NaN)).isEmpty();
        after(seen, 0, 10);
        assertThat(seen.after(20, Double.NaN)).isEmpty();
        assertThat(after(seen, 20, 30)).isCloseTo(30, within(EXACT));
    }

    /** The cost of an attack: to move the mean by a part the price must stand that much further off, or as much longer. */
    @Test
    void aBlockMovesItByItsPartOfTheWindow() {
        Seen<?> seen = of(1_800_000, TimeWeighted.Mean.GEOMETRIC);
        after(seen, 0, 2000);
        after(seen, 1_800_000, 2000);
        double moved = after(seen, 12_000, 1000);
        assertThat(moved / 2000).isCloseTo(StrictMath.pow(0.5, 12.0 / 1800), within(1e-12));
    }
}
