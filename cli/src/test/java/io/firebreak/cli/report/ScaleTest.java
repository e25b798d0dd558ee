package io.firebreak.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.List;
import org.junit.jupiter.api.Test;

final class ScaleTest {
    @Test
    void millionsAreWrittenWithTheirLetter() {
        Scale scale = Scale.of("DAI", List.of(3_924_000.0, 110_000.0));
        assertThat(scale.withUnit(3_924_000)).isEqualTo("3.92 M DAI");
        assertThat(scale.interval(110_000, 250_000)).isEqualTo("[0.11, 0.25]");
    }

    @Test
    void sharesArePerCent() {
        assertThat(Scale.of("share", List.of(.384)).withUnit(.384)).isEqualTo("38.4 %");
    }

    @Test
    void thousandsAreSeparated() {
        assertThat(Scale.of("ETH", List.of(48_847.0)).withUnit(48_847)).isEqualTo("48,847 ETH");
    }

    @Test
    void nothingIsLessThanZeroByRounding() {
        Scale scale = Scale.of("DAI", List.of(5e6));
        assertThat(scale.write(-1)).isEqualTo("0.00");
        assertThat(scale.write(-2e6)).isEqualTo("−2.00");
        assertThat(scale.signed(2e6)).isEqualTo("+2.00");
    }

    @Test
    void whatIsNotDefinedIsADash() {
        Scale scale = Scale.of("DAI", List.of(Double.NaN));
        assertThat(scale.withUnit(Double.NaN)).isEqualTo("–");
        assertThat(scale.interval(Double.NaN, 1)).isEqualTo("–");
        assertThat(scale.write(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    }
}
