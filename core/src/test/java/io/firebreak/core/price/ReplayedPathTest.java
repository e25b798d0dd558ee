package io.firebreak.core.price;

import static io.firebreak.core.price.Times.file;
import static io.firebreak.core.price.Times.row;
import static io.firebreak.core.price.Times.walk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.plugin.DataFile;
import io.firebreak.api.price.PriceView;
import io.vavr.control.Option;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ReplayedPathTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final DataFile BARS =
            file("open,high,low,close", row(1000, 100, 110, 80, 90), row(1300, 92, 120, 88, 105));
    private static final DataFile PRICES = file("price", row(1000, 100), row(1300, 400));

    @Test
    void aFallingBarGoesOpenHighLowClose() {
        assertThat(at(bars(Inside.BRIDGE), 1000, 1100, 1200))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(100, 110, 80);
        assertThat(at(bars(Inside.BRIDGE), 1150)[0]).isCloseTo(Math.sqrt(110 * 80), EXACT);
        assertThat(at(bars(Inside.BRIDGE), 1250)[0]).isCloseTo(Math.sqrt(80 * 90), EXACT);
    }

    @Test
    void aRisingBarGoesOpenLowHighClose() {
        assertThat(at(bars(Inside.BRIDGE), 1300, 1400, 1500, 1600))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(92, 88, 120, 105);
    }

    @Test
    void statesOfEqualPathsAreEqual() {
        PriceView view = Times.view(1, "x", 1000, 100, 0);
        assertThat(bars(Inside.STEP).start(view)).isEqualTo(bars(Inside.STEP).start(view));
        assertThat(prices(Inside.STEP).start(view))
                .isEqualTo(prices(Inside.STEP).start(view));
    }

    @Test
    void aStepHoldsTheOpen() {
        assertThat(at(bars(Inside.STEP), 1000, 1299, 1300)).containsExactly(100, 100, 92);
    }

    @Test
    void aLineGoesFromOpenToClose() {
        assertThat(at(bars(Inside.LINEAR), 1150)[0]).isCloseTo(Math.sqrt(100 * 90), EXACT);
    }

    @Test
    void singlePricesAreJoinedByLinesOrHeld() {
        assertThat(at(prices(Inside.BRIDGE), 1150)[0]).isCloseTo(200, EXACT);
        assertThat(at(prices(Inside.LINEAR), 1150)[0]).isCloseTo(200, EXACT);
        assertThat(at(prices(Inside.STEP), 1150)[0]).isEqualTo(100);
    }

    @Test
    void holdsTheFirstPriceBeforeAndTheLastAfter() {
        assertThat(at(bars(Inside.BRIDGE), 10, 99_999)).containsExactly(100, 105);
        assertThat(at(prices(Inside.LINEAR), 10, 99_999)).containsExactly(100, 400);
    }

    @Test
    void holdsTheCloseInAGap() {
        DataFile gap = file("open,high,low,close", row(0, 1, 1, 1, 1), row(100, 1, 3, 1, 2), row(900, 5, 5, 5, 5));
        assertThat(at(new ReplayedPath(gap, Option.none(), Inside.BRIDGE), 200, 899, 900))
                .containsExactly(2, 2, 5);
    }

    @Test
    void aNamedColumnOfBarsIsReadAsSinglePrices() {
        assertThat(at(new ReplayedPath(BARS, Option.some("high"), Inside.STEP), 1000, 1300))
                .containsExactly(110, 120);
    }

    @Test
    void touchesLowAndHighAndNeverLeavesThem() {
        double[] walked = walk(bars(Inside.BRIDGE), "x", 1000, 1, 300);
        assertThat(DoubleStream.of(walked).min().getAsDouble()).isCloseTo(80, EXACT);
        assertThat(DoubleStream.of(walked).max().getAsDouble()).isCloseTo(110, EXACT);
    }

    @Test
    void refusesWhatIsNoPrice() {
        DataFile hole = file("price", row(0, 1), row(60_000, Double.NaN));
        assertThatThrownBy(() -> new ReplayedPath(hole, Option.none(), Inside.STEP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test.csv")
                .hasMessageContaining("1970-01-01T00:01:00Z");
        DataFile noSuchColumn = file("volume,size", row(0, 1, 2));
        assertThatThrownBy(() -> new ReplayedPath(noSuchColumn, Option.none(), Inside.STEP))
                .hasMessageContaining("no column 'price'")
                .hasMessageContaining("volume, size");
        DataFile twisted = file("open,high,low,close", row(0, 100, 90, 80, 85));
        assertThatThrownBy(() -> new ReplayedPath(twisted, Option.none(), Inside.STEP))
                .hasMessageContaining("between low and high");
    }

    private static ReplayedPath bars(Inside inside) {
        return new ReplayedPath(BARS, Option.none(), inside);
    }

    private static ReplayedPath prices(Inside inside) {
        return new ReplayedPath(PRICES, Option.none(), inside);
    }

    private static double[] at(ReplayedPath path, long... millis) {
        return LongStream.of(millis)
                .mapToDouble(each -> path.start(Times.view(1, "x", each, 1, 0)).price())
                .toArray();
    }
}
