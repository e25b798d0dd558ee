package io.firebreak.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.metric.Better;
import io.firebreak.core.economy.ImpactMode;
import io.vavr.collection.Array;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
    private static final Array<ImpactMode> GROSS = Array.of(ImpactMode.GROSS);
    private static final Array<ImpactMode> GROSS_AND_NONE = Array.of(ImpactMode.GROSS, ImpactMode.NONE);
    private static final Array<String> ONE_WORLD = Array.of("world");
    private static final Array<String> AB = Array.of("a", "b");

    private static Difference difference(Experiment experiment, Better better, double[]... values) {
        Comparison comparison = FakeRuns.comparison(experiment, "bad-debt", better, values);
        return comparison.againstFirst(comparison.metrics().head()).head();
    }

    @Test
    void pairingFindsWhatTheSpreadOverSeedsHides() {
        Difference difference = difference(
                FakeRuns.experiment(AB, ONE_WORLD, GROSS, 3), Better.LOWER, new double[] {100, 200, 300}, new double[] {
                    90, 191, 289
                });
        // −10, −9, −11: mean −10, deviation 1, half-width 4.302653 ÷ √3.
        assertThat(difference.headline().mean()).isEqualTo(-10);
        assertThat(difference.headline().interval().get().high()).isCloseTo(-10 + 2.484138, within(1e-5));
        assertThat(difference.resolved()).isTrue();
        assertThat(difference.betterness()).isEqualTo(1);
    }

    @Test
    void higherMayBeBetter() {
        Difference difference = difference(
                FakeRuns.experiment(AB, ONE_WORLD, GROSS, 2), Better.HIGHER, new double[] {1, 1}, new double[] {0, 0});
        assertThat(difference.resolved()).isTrue();
        assertThat(difference.betterness()).isEqualTo(-1);
    }

    @Test
    void anIntervalAcrossZeroIsNotResolved() {
        Difference difference = difference(
                FakeRuns.experiment(AB, ONE_WORLD, GROSS, 2), Better.LOWER, new double[] {10, 10}, new double[] {9, 5});
        assertThat(difference.doubt()).contains("the interval contains zero in world, impact gross");
    }

    @Test
    void aSignThatFlipsBetweenWorldsIsNotResolved() {
        Difference difference = difference(
                FakeRuns.experiment(AB, Array.of("poor", "rich"), GROSS, 2),
                Better.LOWER,
                new double[] {10, 10},
                new double[] {10, 10},
                new double[] {5, 5},
                new double[] {11, 11});
        assertThat(difference.doubt()).contains("the sign flips between rich, impact gross and poor, impact gross");
    }

    @Test
    void aDifferenceThatAllSeedsShowAlikeIsResolved() {
        Difference difference = difference(
                FakeRuns.experiment(AB, ONE_WORLD, GROSS, 2), Better.LOWER, new double[] {10, 10}, new double[] {
                    10.5, 10.5
                });
        assertThat(difference.resolved()).isTrue();
    }

    @Test
    void noDifferenceIsNotResolved() {
        Difference difference = difference(
                FakeRuns.experiment(AB, ONE_WORLD, GROSS, 2), Better.LOWER, new double[] {10, 20}, new double[] {10, 20
                });
        assertThat(difference.resolved()).isFalse();
    }

    @Test
    void oneSeedResolvesNothing() {
        Difference difference = difference(
                FakeRuns.experiment(AB, ONE_WORLD, GROSS, 1), Better.LOWER, new double[] {10}, new double[] {5});
        assertThat(difference.doubt()).contains("too few seeds (1) in world, impact gross");
    }

    @Test
    void whatImpactCausesIsNotJudgedWithoutImpact() {
        Experiment experiment = FakeRuns.experiment(AB, ONE_WORLD, GROSS_AND_NONE, 2);
        double[] nothing = {0, 0};
        assertThat(difference(experiment, Better.LOWER, new double[] {3, 4}, nothing, new double[] {1, 2}, nothing)
                        .resolved())
                .isTrue();
        // but a difference that is there without impact, in any design, must hold there too
        assertThat(difference(
                                experiment,
                                Better.LOWER,
                                new double[] {3, 4},
                                nothing,
                                new double[] {1, 2},
                                new double[] {5, 5})
                        .resolved())
                .isFalse();
    }

    @Test
    void amplificationIsPairedWithTheSameSeedWithoutImpact() {
        Experiment experiment = FakeRuns.experiment(Array.of("a"), ONE_WORLD, GROSS_AND_NONE, 3);
        Comparison comparison = FakeRuns.comparison(
                experiment, "maker.liquidated-value", Better.LOWER, new double[] {15, 60, 5}, new double[] {10, 20, 0});
        Column amplification = comparison.metrics().get(1);
        assertThat(amplification.name()).isEqualTo("maker.amplification");
        Estimate estimate = comparison.estimate("a", amplification, "world", ImpactMode.GROSS);
        assertThat(estimate.count()).isEqualTo(2); // nothing was liquidated without impact in the third seed
        assertThat(estimate.mean()).isEqualTo((1.5 + 3) / 2);
    }

    @Test
    void withoutRunsWithoutImpactThereIsNoAmplification() {
        Comparison comparison = FakeRuns.comparison(
                FakeRuns.experiment(Array.of("a"), ONE_WORLD, GROSS, 1),
                "liquidated-value",
                Better.LOWER,
                new double[] {1});
        assertThat(comparison.metrics().map(Column::name)).containsExactly("liquidated-value");
    }

    @Test
    void theHeadlineAveragesWorldsSeedBySeed() {
        Comparison comparison = FakeRuns.comparison(
                FakeRuns.experiment(Array.of("a"), Array.of("poor", "rich"), GROSS, 2),
                "bad-debt",
                Better.LOWER,
                new double[] {1, 3},
                new double[] {3, 7});
        Estimate headline = comparison.headline("a", comparison.metrics().head());
        assertThat(headline.mean()).isEqualTo(3.5); // seeds: 2 and 5
        assertThat(headline.deviation()).isCloseTo(2.12132, within(1e-5));
    }

    @Test
    void unbeatenAreThoseThatNoOtherIsResolvedToBeat() {
        Comparison comparison = FakeRuns.comparison(
                FakeRuns.experiment(Array.of("a", "b", "c"), ONE_WORLD, GROSS, 2),
                "bad-debt",
                Better.LOWER,
                new double[] {10, 10},
                new double[] {4, 4},
                new double[] {3, 5});
        Column metric = comparison.metrics().head();
        assertThat(comparison.unbeaten(metric, comparison.designs())).containsExactly("b", "c");
        assertThat(comparison.unbeaten(metric, Array.of("a", "c"))).containsExactly("a", "c");
        assertThat(comparison.remedies(metric)).containsExactly("b");
    }

    @Test
    void warningsAreCounted() {
        Comparison comparison = FakeRuns.comparison(
                FakeRuns.experiment(AB, ONE_WORLD, GROSS, 1), "bad-debt", Better.LOWER, new double[] {1}, new double[] {
                    1
                });
        assertThat(comparison.warnings().get("a warning")).contains(2);
    }
}
