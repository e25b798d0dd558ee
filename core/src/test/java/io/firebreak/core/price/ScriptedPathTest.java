package io.firebreak.core.price;

import static io.firebreak.core.price.Times.walk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.price.PriceView;
import io.firebreak.core.price.ScriptedPath.Point;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ScriptedPathTest {
    private static final List<Point> POINTS = List.of(price(2, 400), move(4, "-0.5"));

    @Test
    void jumpsAtEachPointAndHolds() {
        assertThat(walk(new ScriptedPath(100, POINTS, false), "x", 5_000, 1_000, 7))
                .containsExactly(100, 100, 400, 400, 200, 200, 200);
    }

    @Test
    void goesStraightInTheLogarithm() {
        assertThat(walk(new ScriptedPath(100, POINTS, true), "x", 5_000, 1_000, 6))
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(100, 200, 400, 400 / Math.sqrt(2), 200, 200);
    }

    @Test
    void twoPointsAtOneTimeAreAJump() {
        List<Point> jump = List.of(price(2, 100), price(2, 50), price(4, 50));
        assertThat(walk(new ScriptedPath(100, jump, true), "x", 0, 1_000, 4)).containsExactly(100, 100, 50, 50);
    }

    @Test
    void refusesPointsThatGoBackOrSayNothing() {
        assertThatThrownBy(() -> new ScriptedPath(100, POINTS.reverse(), false)).hasMessageContaining("ascend");
        assertThatThrownBy(() -> new Point(Duration.ZERO, Option.none(), Option.none()))
                .hasMessageContaining("either a price or a move");
        assertThatThrownBy(() -> move(1, "-1")).hasMessageContaining("1 + move");
    }

    @Test
    void statesOfEqualPathsAreEqual() {
        PriceView view = Times.view(1, "x", 5_000, 1_000, 0);
        assertThat(new ScriptedPath(100, POINTS, true).start(view).state())
                .isEqualTo(new ScriptedPath(100, POINTS, true).start(view).state())
                .isNotEqualTo(new ScriptedPath(101, POINTS, true).start(view).state());
    }

    private static Point price(int seconds, int price) {
        return new Point(Duration.ofSeconds(seconds), Option.some(Decimal.of(price)), Option.none());
    }

    private static Point move(int seconds, String move) {
        return new Point(Duration.ofSeconds(seconds), Option.none(), Option.some(Ratio.of(move)));
    }
}
