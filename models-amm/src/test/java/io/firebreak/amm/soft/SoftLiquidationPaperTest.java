package io.firebreak.amm.soft;

import static io.firebreak.amm.soft.Grid.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** The figures of LLAMMA's white paper: A 100, a band with its top at 2,000, one unit of collateral, an oracle price of 1,990. */
class SoftLiquidationPaperTest {
    private static final Grid GRID = Grid.of(100, BigInteger.valueOf(2000).multiply(ONE));
    private static final BigInteger ORACLE = BigInteger.valueOf(1990).multiply(ONE);
    private static final Band FULL = new Band(BigInteger.ZERO, ONE);

    private static double whole(BigInteger fixed) {
        return fixed.doubleValue() / 1e18;
    }

    @Test
    void whatTheBandWouldHoldAtItsTop() {
        assertThat(whole(GRID.y0(FULL, ORACLE, GRID.up(0)))).isCloseTo(0.995, within(1e-12));
    }

    /** Below the oracle's price, so that somebody buys collateral before the oracle has fallen through the band. */
    @Test
    void thePoolSellsBelowTheOracle() {
        assertThat(whole(GRID.price(0, FULL, ORACLE))).isCloseTo(1970.14975, within(1e-8));
        assertThat(whole(GRID.currentUp(0, ORACLE))).isCloseTo(2010.15177, within(5e-6));
    }

    /** A band that is passed slowly is sold at the geometric mean of its edges, {@code √(2000·1980)}. */
    @Test
    void allOfItIsSoldAtTheGeometricMean() {
        BigInteger above = BigInteger.valueOf(2001).multiply(ONE);
        assertThat(whole(GRID.worthDown(0, FULL, above))).isCloseTo(1989.974874, within(5e-7));
    }

    /** The same by trading: the oracle falls in small steps, and each time somebody trades the band to its price. */
    @Test
    void tradersDoWhatTheFormulaSays() {
        Ladder ladder = Ladder.EMPTY.deposited(0, 1, ONE, BigInteger.ONE);
        int steps = 4000;
        for (int step = 0; step <= steps; step++) {
            BigInteger oracle =
                    BigInteger.valueOf(2000L * steps - 20L * step).multiply(ONE).divide(BigInteger.valueOf(steps));
            ladder = toOracle(ladder, oracle);
        }
        assertThat(whole(ladder.at(0).x())).isCloseTo(1989.974874, within(0.01));
        assertThat(ladder.at(0).y()).isEqualTo(BigInteger.ZERO);
    }

    private static Ladder toOracle(Ladder ladder, BigInteger oracle) {
        BigInteger low = BigInteger.ZERO;
        BigInteger high = ONE.multiply(BigInteger.valueOf(2100));
        while (high.subtract(low).compareTo(BigInteger.valueOf(1000)) > 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            Ladder.Traded traded = ladder.trade(GRID, true, middle, oracle, BigInteger.ZERO);
            Band band = traded.after().at(0);
            boolean tooFar =
                    band.y().signum() == 0 || GRID.price(0, band, oracle).compareTo(oracle) > 0;
            if (tooFar) {
                high = middle;
            } else {
                low = middle;
            }
        }
        boolean last = oracle.compareTo(GRID.down(0)) <= 0;
        return ladder.trade(GRID, true, last ? ONE.multiply(BigInteger.valueOf(2100)) : low, oracle, BigInteger.ZERO)
                .after();
    }

    /** And back up again: nothing is lost but rounding. */
    @Test
    void theWayBackReturnsTheCollateral() {
        Band sold = new Band(GRID.worthDown(0, FULL, BigInteger.valueOf(2001).multiply(ONE)), BigInteger.ZERO);
        BigInteger below = BigInteger.valueOf(1900).multiply(ONE);
        assertThat(whole(GRID.worthUp(0, sold, below))).isCloseTo(1, within(1e-12));
    }
}
