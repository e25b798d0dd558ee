package io.firebreak.core.price;

import static io.firebreak.core.price.Times.walk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.number.Ratio;
import io.vavr.control.Option;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.Kurtosis;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

final class DrawnPathTest {
    private static final long DAY = 86_400_000;
    private static final int DAYS = 40_000;

    @Test
    void brownianMovesHaveTheirVolatility() {
        double[] moves = moves(walk(brownian("0.8", Option.none(), "0"), "x", 0, DAY, DAYS));
        assertThat(new StandardDeviation().evaluate(moves)).isCloseTo(0.8 / Math.sqrt(365), within(0.0005));
        assertThat(new Kurtosis().evaluate(moves)).isCloseTo(0, within(0.15));
    }

    @Test
    void withoutVolatilityTheMeanGrowsByTheDrift() {
        BrownianPath path = new BrownianPath(100, Ratio.of("0.1"), Ratio.ZERO, Option.none(), Ratio.ZERO);
        assertThat(walk(path, "x", 0, 365 * DAY, 2)[1]).isCloseTo(100 * Math.exp(0.1), within(1e-9));
    }

    @Test
    void aSharedFactorCorrelatesTwoPaths() {
        double[] one = moves(walk(brownian("0.8", Option.some("crypto"), "0.9"), "one", 0, DAY, DAYS));
        double[] two = moves(walk(brownian("0.5", Option.some("crypto"), "0.6"), "two", 0, DAY, DAYS));
        assertThat(new PearsonsCorrelation().correlation(one, two)).isCloseTo(0.54, within(0.02));
        double[] apart = moves(walk(brownian("0.5", Option.none(), "0"), "three", 0, DAY, DAYS));
        assertThat(new PearsonsCorrelation().correlation(one, apart)).isCloseTo(0, within(0.02));
    }

    @Test
    void aCorrelationOfOneIsTheFactor() {
        double[] one = walk(brownian("0.8", Option.some("f"), "1"), "one", 0, DAY, 50);
        double[] two = walk(brownian("0.8", Option.some("f"), "1"), "two", 0, DAY, 50);
        assertThat(one).containsExactly(two);
    }

    @Test
    void withoutJumpsAJumpDiffusionIsBrownian() {
        JumpDiffusion none = new JumpDiffusion(
                100, Ratio.ZERO, Ratio.of("0.8"), 0, Ratio.of("-0.1"), Ratio.of("0.1"), Option.none(), Ratio.ZERO);
        assertThat(walk(none, "x", 0, DAY, 100))
                .containsExactly(walk(brownian("0.8", Option.none(), "0"), "x", 0, DAY, 100));
    }

    @Test
    void jumpsComeAsOftenAndAsFarAsAsked() {
        JumpDiffusion jumping = new JumpDiffusion(
                100, Ratio.ZERO, Ratio.ZERO, 36.5, Ratio.of("-0.1"), Ratio.ZERO, Option.none(), Ratio.ZERO);
        double[] moves = moves(walk(jumping, "x", 0, DAY, DAYS));
        double between = -36.5 * Math.expm1(-0.1) / 365;
        double jumps = IntStream.range(0, moves.length)
                .mapToLong(day -> Math.round((between - moves[day]) / 0.1))
                .sum();
        assertThat(jumps / moves.length).isCloseTo(0.1, within(0.006));
        for (double move : moves) {
            double count = (between - move) / 0.1;
            assertThat(count).isCloseTo(Math.rint(count), within(1e-6));
        }
    }

    @Test
    void jumpsAreCompensated() {
        JumpDiffusion jumping = new JumpDiffusion(
                1, Ratio.ZERO, Ratio.of("0.3"), 100, Ratio.of("-0.05"), Ratio.of("0.1"), Option.none(), Ratio.ZERO);
        double mean = 0;
        int samples = 40_000;
        for (int sample = 0; sample < samples; sample++) {
            mean += jumping.step(1.0, Times.view(sample, "x", 0, 30 * DAY, 1)).price() / samples;
        }
        assertThat(mean).isCloseTo(1, within(0.01));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> brownian("-0.1", Option.none(), "0")).hasMessageContaining("volatility");
        assertThatThrownBy(() -> brownian("0.1", Option.some("f"), "1.1")).hasMessageContaining("correlation");
        assertThatThrownBy(() -> new FixedPath(0)).hasMessageContaining("price");
    }

    private static BrownianPath brownian(String volatility, Option<String> factor, String correlation) {
        return new BrownianPath(100, Ratio.ZERO, Ratio.of(volatility), factor, Ratio.of(correlation));
    }

    private static double[] moves(double[] prices) {
        return IntStream.range(1, prices.length)
                .mapToDouble(day -> Math.log(prices[day] / prices[day - 1]))
                .toArray();
    }
}
