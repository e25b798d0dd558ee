package io.firebreak.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.metric.Better;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SampleTest {
    private static final double[] ONE_TO_TWENTY =
            IntStream.rangeClosed(1, 20).asDoubleStream().toArray();

    @Test
    void meanDeviationAndIntervalAreStudents() {
        // 2, 4, 9: mean 5, squares 9 + 1 + 16 = 26, deviation √13; t(0.975; 2) = 4.302653 (any table).
        Estimate estimate = Sample.of(2, 4, 9).estimate();
        assertThat(estimate.mean()).isEqualTo(5);
        assertThat(estimate.deviation()).isCloseTo(3.605551, within(1e-6));
        assertThat(estimate.interval().get().high()).isCloseTo(5 + 4.302653 * 3.605551 / 1.7320508, within(1e-4));
        assertThat(estimate.interval().get().low()).isCloseTo(5 - 4.302653 * 3.605551 / 1.7320508, within(1e-4));
        assertThat(estimate.side()).isZero();
    }

    @Test
    void equalValuesHaveNoSpread() {
        Estimate estimate = Sample.of(0.1, 0.1, 0.1).estimate();
        assertThat(estimate.mean()).isEqualTo(0.1);
        assertThat(estimate.deviation()).isZero();
        assertThat(estimate.interval()).contains(new Interval(0.1, 0.1));
        assertThat(estimate.side()).isEqualTo(1);
    }

    @Test
    void undefinedValuesAreLeftOut() {
        Estimate estimate = Sample.of(Double.NaN, 3, Double.NaN, 5).estimate();
        assertThat(estimate.count()).isEqualTo(2);
        assertThat(estimate.mean()).isEqualTo(4);
    }

    @Test
    void oneSeedKnowsNoSpread() {
        Estimate estimate = Sample.of(7).estimate();
        assertThat(estimate.mean()).isEqualTo(7);
        assertThat(estimate.deviation()).isNaN();
        assertThat(estimate.interval()).isEmpty();
        assertThat(estimate.side()).isZero();
    }

    @Test
    void nothingDefinedIsNotZero() {
        assertThat(Sample.of(Double.NaN).estimate().mean()).isNaN();
        assertThat(Sample.of(Double.NaN).tail(Better.LOWER).shortfall()).isNaN();
    }

    @Test
    void theTailIsOnTheBadSide() {
        assertThat(Sample.of(ONE_TO_TWENTY).tail(Better.LOWER).shortfall()).isEqualTo(20);
        assertThat(Sample.of(ONE_TO_TWENTY).tail(Better.HIGHER).shortfall()).isEqualTo(1);
        assertThat(Sample.of(ONE_TO_TWENTY).tail(Better.NEITHER).shortfall()).isEqualTo(20);
    }

    @Test
    void theTailTakesTheShareThatFallsIntoItsLastMember() {
        // 30 values: the worst 1.5 of them: (30 + 0.5 × 29) ÷ 1.5.
        double[] values = IntStream.rangeClosed(1, 30).asDoubleStream().toArray();
        assertThat(Sample.of(values).tail(Better.LOWER).shortfall()).isCloseTo(44.5 / 1.5, within(1e-12));
    }

    @Test
    void theTailHasAnIntervalFromTwentySeedsOn() {
        assertThat(Sample.of(IntStream.rangeClosed(1, 19).asDoubleStream().toArray())
                        .tail(Better.LOWER)
                        .interval())
                .isEmpty();
        Interval interval =
                Sample.of(ONE_TO_TWENTY).tail(Better.LOWER).interval().get();
        // The largest of 20 draws of 1..20 is 20 with probability 1 − .95^20 = .64 and below 17 with .8^20·… < 2.5 %.
        assertThat(interval.high()).isEqualTo(20);
        assertThat(interval.low()).isBetween(16.0, 18.0);
        assertThat(Sample.of(ONE_TO_TWENTY).tail(Better.LOWER).interval()).contains(interval);
    }
}
