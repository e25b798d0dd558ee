package io.firebreak.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.view.Draws;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

final class StreamsTest {
    private static final int MANY = 200_000;

    @Property
    void anAddressAlwaysDrawsTheSame(@ForAll long seed, @ForAll int subject, @ForAll long block) {
        Draws one = new Streams(seed).at("keeper", subject, block);
        Draws another = new Streams(seed).stream("keeper").at(subject, block);
        for (int draw = 0; draw < 9; draw++) {
            assertThat(one.uniform()).isEqualTo(another.uniform());
        }
    }

    @Property
    void whatOthersDrawShiftsNobody(@ForAll long seed, @ForAll @IntRange(max = 50) int others) {
        Streams alone = new Streams(seed);
        double expected = alone.at("keeper", 3, 17).normal();
        Streams crowded = new Streams(seed);
        for (int other = 0; other < others; other++) {
            crowded.at("keeper", 4 + other, 17).normal();
            crowded.at("stream " + other, 3, 17).uniform();
            crowded.at("keeper", 3, 18 + other).poisson(4);
        }
        assertThat(crowded.at("keeper", 3, 17).normal()).isEqualTo(expected);
    }

    @Test
    void everyPartOfTheAddressCounts() {
        double here = new Streams(1).at("a", 2, 3).uniform();
        assertThat(new Streams(2).at("a", 2, 3).uniform()).isNotEqualTo(here);
        assertThat(new Streams(1).at("b", 2, 3).uniform()).isNotEqualTo(here);
        assertThat(new Streams(1).at("a", 1, 3).uniform()).isNotEqualTo(here);
        assertThat(new Streams(1).at("a", 2, 4).uniform()).isNotEqualTo(here);
    }

    /** Pins the addresses: a change would silently change every published result. */
    @Test
    void drawsWhatItDrewBefore() {
        Draws draws = new Streams(42).at("price ETH", 0, 7);
        assertThat(draws.uniform()).isEqualTo(0.8011495032982421);
        assertThat(draws.normal()).isEqualTo(1.423818578739001);
        assertThat(draws.poisson(700)).isEqualTo(716);
        assertThat(draws.index(1_000_000)).isEqualTo(22_778);
    }

    @Test
    void uniformsFillTheUnitInterval() {
        SummaryStatistics drawn = over(Draws::uniform);
        assertThat(drawn.getMin()).isBetween(0.0, 1e-4);
        assertThat(drawn.getMax()).isBetween(1 - 1e-4, Math.nextDown(1.0));
        assertThat(drawn.getMean()).isCloseTo(0.5, within(0.003));
        assertThat(drawn.getVariance()).isCloseTo(1 / 12.0, within(0.001));
    }

    @Test
    void normalsHaveMeanZeroAndVarianceOne() {
        SummaryStatistics drawn = over(Draws::normal);
        assertThat(drawn.getMean()).isCloseTo(0, within(0.01));
        assertThat(drawn.getVariance()).isCloseTo(1, within(0.015));
        assertThat(drawn.getMax()).isBetween(3.9, 6.5);
        assertThat(over(draws -> draws.normal() < 1.6448536269514722 ? 1 : 0).getMean())
                .isCloseTo(0.95, within(0.002));
    }

    @Test
    void subjectsAndBlocksAreIndependent() {
        Streams.Stream stream = new Streams(9).stream("x");
        double products = 0;
        for (int subject = 0; subject < MANY; subject++) {
            products +=
                    stream.at(subject, 5).normal() * stream.at(subject + 1, 5).normal();
            products += stream.at(subject, 5).normal() * stream.at(subject, 6).normal();
        }
        assertThat(products / (2 * MANY)).isCloseTo(0, within(0.01));
    }

    @Test
    void poissonDrawsHaveTheirMeanAndVariance() {
        for (double mean : new double[] {0.02, 3, 600, 1700}) {
            SummaryStatistics drawn = over(draws -> draws.poisson(mean));
            double error = 5 * Math.sqrt(mean / MANY);
            assertThat(drawn.getMean()).isCloseTo(mean, within(error));
            assertThat(drawn.getVariance()).isCloseTo(mean, within(mean * 0.03 + error));
        }
        double ofNone = over(draws -> draws.poisson(3) == 2 ? 1 : 0).getMean();
        assertThat(ofNone).isCloseTo(new PoissonDistribution(3).probability(2), within(0.005));
    }

    @Test
    void poissonOfMeanZeroIsZero() {
        assertThat(new Streams(1).at("x", 0, 0).poisson(0)).isZero();
    }

    @Test
    void indexesAreEquallyLikely() {
        int[] counts = new int[7];
        Streams.Stream stream = new Streams(3).stream("index");
        for (int block = 0; block < 70_000; block++) {
            counts[stream.at(0, block).index(7)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(9_600, 10_400);
        }
    }

    @Test
    void refusesWhatHasNoDistribution() {
        Draws draws = new Streams(1).at("x", 0, 0);
        assertThatThrownBy(() -> draws.poisson(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> draws.poisson(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> draws.index(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SummaryStatistics over(ToDoubleFunction<Draws> draw) {
        SummaryStatistics drawn = new SummaryStatistics();
        Draws draws = new Streams(7).at("statistics", 1, 2);
        for (int count = 0; count < MANY; count++) {
            drawn.addValue(draw.applyAsDouble(draws));
        }
        return drawn;
    }
}
