package io.firebreak.lending.spread;

import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/**
 * Result TX1: a small liquidation raises the loan-to-value iff LTV &gt; 1 / ((1 + i) λ); λ is 1 at infinite depth and 1 + 2
 * c / y where the taker sells into a constant-product pool that sets the price. With the bonus i(h) = i (1 − h), where h is v
 * / LTV, iff LTV &gt; (1 + i v λ) / ((1 + i) λ) (McFarlane, arXiv:2510.10171).
 */
class ToxicLiquidationProperties {
    private static final double PRICE = 100;

    private static Bonus fixed(double bonus) {
        return new Bonus.Constant(new Ratio(Decimal.ofDouble(bonus)));
    }

    /** Nothing at the threshold, {@code most} where nothing counts any more. */
    private static Bonus dynamic(double most) {
        return new Bonus.ByHealth(new Ratio(Decimal.ofDouble(most)), Ratio.ZERO, Ratio.ZERO);
    }

    /** The loan after a taker repaid such a share of it, before any sale. */
    private static Loan liquidate(double collateralValue, double ltv, double threshold, double repaid, Bonus bonus) {
        Borrower borrower = new Borrower(
                        new FixedSpread(new CloseRule.Constant(Ratio.ONE), bonus, Ratio.ZERO),
                        BigDecimal.valueOf(collateralValue / PRICE).toPlainString(),
                        BigDecimal.valueOf(collateralValue * ltv).toPlainString())
                .at(Double.toString(PRICE), "1", Decimal.ofDouble(threshold).toString());
        assertThat(borrower.take((long) (borrower.debt() * repaid)).isRight()).isTrue();
        return new Loan(
                ETH.wholeAsDouble(borrower.collateral()),
                ETH.wholeAsDouble(borrower.debt()),
                ETH.wholeAsDouble(borrower.received()));
    }

    private static Loan liquidate(double collateralValue, double ltv, double repaid, double bonus) {
        return liquidate(collateralValue, ltv, ltv * 0.99, repaid, fixed(bonus));
    }

    private record Loan(double collateral, double debt, double sold) {
        double ltv() {
            return debt / (collateral * PRICE);
        }

        /** At the price that selling into a pool with so much of the debt asset leaves. */
        double ltvAfterSale(double reserve) {
            double left = 1 - sold * PRICE / (reserve + sold * PRICE);
            return debt / (collateral * PRICE * left * left);
        }
    }

    @Example
    void repayingATenthAtInfiniteDepth() {
        assertThat(liquidate(1000, 0.94, 0.1, 0.05).ltv()).isCloseTo(0.938644, within(5e-7));
        assertThat(liquidate(1000, 0.96, 0.1, 0.05).ltv()).isCloseTo(0.960854, within(5e-7));
    }

    @Example
    void atInfiniteDepthFivePercentTurnsAt952381() {
        assertThat(liquidate(1_000_000, 0.95238, 1e-3, 0.05).ltv()).isLessThan(0.95238);
        assertThat(liquidate(1_000_000, 0.952382, 1e-3, 0.05).ltv()).isGreaterThan(0.952382);
    }

    @Property
    void atInfiniteDepthTheThresholdIsOneOverTheFactor(
            @ForAll @Scale(4) @DoubleRange(min = 0.5, max = 0.999) double ltv,
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.2) double bonus) {
        double threshold = 1 / (1 + bonus);
        double moved = liquidate(1_000_000, ltv, 0.001, bonus).ltv() - ltv;
        if (Math.abs(ltv - threshold) > 1e-4) {
            assertThat(moved > 0).isEqualTo(ltv > threshold);
        }
    }

    @Property
    void soldIntoAPoolTheThresholdIsLower(
            @ForAll @Scale(4) @DoubleRange(min = 0.5, max = 0.999) double ltv,
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.2) double bonus,
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.5) double collateralToReserve) {
        double collateral = 1_000_000;
        double reserve = collateral / collateralToReserve;
        double threshold = 1 / ((1 + bonus) * (1 + 2 * collateralToReserve));
        double moved = liquidate(collateral, ltv, 1e-5, bonus).ltvAfterSale(reserve) - ltv;
        if (Math.abs(ltv - threshold) > 1e-4) {
            assertThat(moved > 0).isEqualTo(ltv > threshold);
        }
    }

    @Example
    void aHundredInAPoolOfAThousandTurnsAt793651() {
        assertThat(liquidate(100_000, 0.79364, 1e-6, 0.05).ltvAfterSale(1_000_000))
                .isLessThan(0.79364);
        assertThat(liquidate(100_000, 0.79367, 1e-6, 0.05).ltvAfterSale(1_000_000))
                .isGreaterThan(0.79367);
    }

    /** The bonus that grows with how unsafe the loan is turns later, and in a pool, too. */
    @Property
    void aDynamicBonusTurnsLater(
            @ForAll @Scale(4) @DoubleRange(min = 0.5, max = 0.999) double ltv,
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.2) double most,
            @ForAll @Scale(3) @DoubleRange(min = 0.4, max = 0.99) double healthThen,
            @ForAll @Scale(4) @DoubleRange(min = 0, max = 0.5) double collateralToReserve) {
        double collateral = 1_000_000;
        double v = ltv * healthThen;
        double lambda = 1 + 2 * collateralToReserve;
        Loan after = liquidate(collateral, ltv, v, 1e-5, dynamic(most));
        double ltvAfter = collateralToReserve == 0 ? after.ltv() : after.ltvAfterSale(collateral / collateralToReserve);
        double threshold = (1 + most * v * lambda) / ((1 + most) * lambda);
        assertThat(threshold).isGreaterThan(1 / ((1 + most) * lambda));
        if (Math.abs(ltv - threshold) > 1e-4) {
            assertThat(ltvAfter > ltv).isEqualTo(ltv > threshold);
        }
    }

    /** Result GT1: what is left of a debt when all collateral went at the bonus after a gap (Gatto 2026). */
    @Example
    void badDebtAfterAGapPerHundredOfCollateralAtTwelvefoldLeverage() {
        assertThat(badDebtAfter(0.08)).isCloseTo(0.578, within(5e-4));
        assertThat(badDebtAfter(0.12)).isCloseTo(4.538, within(5e-4));
        assertThat(badDebtAfter(0.20)).isCloseTo(12.459, within(5e-4));
        assertThat(badDebtAfter(0.35)).isCloseTo(27.310, within(5e-4));
        assertThat(badDebtAfter(0.0741)).isZero();
        assertThat(badDebtAfter(0.0742)).isPositive();
    }

    /**
     * The distance to bad debt: the fall beyond which an account is unsafe and its collateral, at the bonus, does not pay for
     * it.
     *
     * @formula max(1 − 1 ÷ HF₀, 1 − (1 + b) · LTV₀)
     */
    @Property
    void beyondTheDistanceAFallLeavesBadDebtAndNoSmallerOneDoes(
            @ForAll @Scale(3) @DoubleRange(min = 0.5, max = 0.95) double threshold,
            @ForAll @Scale(3) @DoubleRange(min = 0.5, max = 0.999) double use,
            @ForAll @Scale(3) @DoubleRange(min = 0, max = 0.04) double bonus,
            @ForAll @Scale(3) @DoubleRange(min = 0, max = 0.8) double gap) {
        double ltv = threshold * use;
        double distance = Math.max(1 - use, 1 - (1 + bonus) * ltv);
        Borrower borrower = new Borrower(
                        new FixedSpread(new CloseRule.Constant(Ratio.ONE), fixed(bonus), Ratio.ZERO),
                        "1000",
                        BigDecimal.valueOf(1000 * ltv).toPlainString())
                .at(
                        BigDecimal.valueOf(1 - gap).toPlainString(),
                        "1",
                        Decimal.ofDouble(threshold).toString());
        if (borrower.unsafe()) {
            borrower.takeAll();
        }
        boolean badDebt = borrower.debt() > 0 && borrower.collateral() == 0;
        if (Math.abs(gap - distance) > 1e-6) {
            assertThat(badDebt).isEqualTo(gap > distance);
        }
    }

    private static double badDebtAfter(double gap) {
        Borrower borrower = new Borrower(
                        new FixedSpread(new CloseRule.Constant(Ratio.ONE), fixed(0.01), Ratio.ZERO),
                        "100",
                        "91.666666666")
                .at(BigDecimal.valueOf(1 - gap).toPlainString(), "1", "0.95");
        borrower.takeAll();
        assertThat(borrower.view.balance(VAULT, ETH) == 0 || borrower.debt() == 0)
                .isTrue();
        return ETH.wholeAsDouble(borrower.debt());
    }
}
