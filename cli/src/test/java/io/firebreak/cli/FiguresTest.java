package io.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.core.engine.RunResult;
import io.vavr.collection.Array;
import org.junit.jupiter.api.Test;

final class FiguresTest {
    @Test
    void threeDigitsCount() {
        assertThat(Figures.plain(1.2345)).isEqualTo("1.23");
        assertThat(Figures.plain(45.678)).isEqualTo("45.7");
        assertThat(Figures.plain(789.4)).isEqualTo("789");
        assertThat(Figures.plain(0.00123)).isEqualTo("1.2e-03");
    }

    @Test
    void wholeNumbersStayWhole() {
        assertThat(Figures.plain(0)).isEqualTo("0");
        assertThat(Figures.plain(-3)).isEqualTo("-3");
    }

    @Test
    void undefinedIsNotZero() {
        assertThat(Figures.plain(Double.NaN)).isEqualTo("–");
        assertThat(Figures.fixed(Double.NaN, 2)).isEqualTo("–");
    }

    @Test
    void largeNumbersAreScaled() {
        assertThat(Figures.scaled(5_670_000)).isEqualTo("5.67 M");
        assertThat(Figures.scaled(-5_670_000_000.0)).isEqualTo("-5.67 bn");
        assertThat(Figures.scaled(9_999)).isEqualTo("9999");
    }

    @Test
    void aColumnHasOneNumberOfDecimals() {
        assertThat(Figures.decimals(148)).isZero();
        assertThat(Figures.decimals(12)).isEqualTo(1);
        assertThat(Figures.decimals(1.5)).isEqualTo(2);
        assertThat(Figures.decimals(0.13)).isEqualTo(3);
        assertThat(Figures.decimals(0)).isEqualTo(2);
    }

    @Test
    void aSparklineEndsWhereTheSeriesDoes() {
        Array<RunResult.Point> points =
                Array.of(1.0, 1.0, Double.NaN, 4.0, 8.0).map(value -> new RunResult.Point(0, value));
        assertThat(Sparkline.of(new RunResult.Series("s", "", points), 60)).isEqualTo("▁▁·▄█");
        assertThat(Sparkline.of(new RunResult.Series("s", "", points), 2))
                .endsWith("█")
                .hasSize(2);
    }
}
