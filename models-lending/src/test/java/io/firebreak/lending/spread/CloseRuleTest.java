package io.firebreak.lending.spread;

import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.LOAN;
import static io.firebreak.lending.FakeVenueView.MKR;
import static io.firebreak.lending.FakeVenueView.OUTSIDE;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.spread.Borrower.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Results AV and MO1: the close factors and incentives of Aave v3.3, Aave v4 and Morpho Blue as deployed. */
class CloseRuleTest {
    private static final Bonus FIVE = new Bonus.Constant(Ratio.of("0.05"));
    private static final CloseRule BY_SIZE =
            new CloseRule.ByHealthAndSize(Ratio.of("0.5"), Ratio.of("0.95"), Decimal.of(2000), Decimal.of(1000));
    private static final CloseRule TO_TARGET = new CloseRule.ToTargetHealth(Ratio.of("1.05"), Decimal.of(1000));

    /** At a price of 100 and a threshold of 80 %. */
    private static Borrower borrower(CloseRule rule, String collateral, String debt) {
        return new Borrower(new FixedSpread(rule, FIVE, Ratio.ZERO), collateral, debt).at("100", "1", "0.8");
    }

    @Test
    void halfOfALoanAboveTheHealthThreshold() {
        assertThat(borrower(BY_SIZE, "100", "8400").offer().mostWant()).isEqualTo(units("4200"));
    }

    @Test
    void allOfItAtTheHealthThreshold() {
        Borrower borrower = borrower(BY_SIZE, "95", "8000");
        assertThat(borrower.health()).isEqualByComparingTo("0.95");
        assertThat(borrower.offer().mostWant()).isEqualTo(units("8000"));
        assertThat(borrower(BY_SIZE, "95.00001", "8000").offer().mostWant()).isEqualTo(units("4000"));
    }

    @Test
    void allOfItWhereALegIsSmall() {
        assertThat(borrower(BY_SIZE, "24", "1999.999999").offer().mostWant()).isEqualTo(units("1999.999999"));
        assertThat(borrower(BY_SIZE, "24.9", "2000").offer().mostWant()).isEqualTo(units("1000"));
        Borrower smallCollateral = borrower(BY_SIZE, "19.99", "4050");
        smallCollateral.view.also(MKR).price(MKR, "1").give(VAULT, MKR, units("3000"));
        assertThat(smallCollateral.health().doubleValue()).isGreaterThan(0.95);
        assertThat(smallCollateral.offer().mostWant()).isEqualTo(units("4050"));
    }

    @Test
    void halfOfAllDebtsMayBeAllOfOne() {
        Borrower borrower = borrower(BY_SIZE, "100", "4000");
        borrower.view.also(MKR).price(MKR, "1").post(debt("4400"));
        assertThat(borrower.offer().mostWant()).isEqualTo(units("4000"));
    }

    /** What is given of a position that is held is the position: found by rule 321. */
    @Test
    void whatIsLeftOfAPositionIsWhatWasNotTakenOfIt() {
        Borrower borrower = borrower(BY_SIZE, "100", "8400");
        Exposure position = new Exposure(LOAN, false, units("20"));
        Loan loan = new Loan(VAULT, position, FIVE.factor(VAULT, borrower.view), borrower.view);
        assertThat(loan.leavesLess(new BigDecimal("1950"), Decimal.of(100))).isTrue();
        assertThat(loan.leavesLess(new BigDecimal("1900"), Decimal.of(100))).isFalse();
        assertThat(loan.leavesLess(new BigDecimal("2000"), Decimal.of(100))).isFalse();
        assertThat(loan.clearedLeaving(Decimal.of(100))).isEqualByComparingTo("1900");
    }

    /** Found by rule 318: a base unit at a time would have stood, of a loan that is a fraction of one above the least. */
    @Test
    void lessThanAUnitIsNoPart() {
        CloseRule rule = new CloseRule.ByHealthAndSize(Ratio.of("0.7"), Ratio.ZERO, Decimal.ZERO, Decimal.of(600));
        Borrower borrower = new Borrower(new FixedSpread(rule, FIVE, Ratio.ZERO), "1", "300");
        borrower.at("680", "2.000000000001", "0.8");
        assertThat(borrower.offer().mostWant()).isEqualTo(units("300"));
    }

    private static Posting debt(String units) {
        return new Posting(VAULT, OUTSIDE, MKR, units(units));
    }

    @Test
    void aPartThatLeavesDustIsRefused() {
        Borrower borrower = borrower(BY_SIZE, "23", "1900");
        assertThat(borrower.take(units("900.000001")).getLeft().reason()).isEqualTo(Reason.TOO_SMALL);
        assertThat(borrower.take(units("900")).isRight()).isTrue();
        assertThat(borrower.debt()).isEqualTo(units("1000"));
        assertThat(borrower.takeAll().isRight()).isTrue();
        assertThat(borrower.debt()).isZero();
    }

    @Test
    void allCollateralMayGoAndLeaveDebt() {
        Borrower borrower = borrower(BY_SIZE, "20", "2500");
        assertThat(borrower.takeAll().isRight()).isTrue();
        assertThat(borrower.collateral()).isZero();
        assertThat(borrower.debt()).isCloseTo(units("595.238095238"), within(1L));
    }

    @Test
    void theFeeIsAShareOfTheBonusAndTheDebtIsClearedAsWithoutIt() {
        FixedSpread model = new FixedSpread(new CloseRule.Constant(Ratio.of("0.5")), FIVE, Ratio.of("0.1"));
        Borrower borrower = new Borrower(model, "100", "8400").at("100", "1", "0.8");
        borrower.takeAll();
        assertThat(borrower.debt()).isEqualTo(units("4200"));
        assertThat(borrower.paid()).isEqualTo(units("4221"));
        assertThat(borrower.fee()).isEqualTo(units("21"));
        assertThat(borrower.received()).isEqualTo(units("44.1"));
        assertThat(model.penalty()).isEqualTo(Ratio.of("0.005"));
    }

    @Test
    void repaysToTheTargetHealth() {
        Borrower borrower =
                new Borrower(new FixedSpread(TO_TARGET, FIVE, Ratio.ZERO), "10000", "9000").at("1", "1", "0.8");
        assertThat(borrower.offer().mostWant()).isCloseTo(units("6904.7619047"), within(100L));
        borrower.takeAll();
        assertThat(borrower.health()).isCloseTo(new BigDecimal("1.05"), within(new BigDecimal("1e-9")));
        assertThat(borrower.unsafe()).isFalse();
    }

    @Test
    void aTargetThatNoPartReachesOpensTheWhole() {
        Borrower borrower =
                new Borrower(new FixedSpread(TO_TARGET, FIVE, Ratio.ZERO), "10000", "9990").at("1", "1", "0.99");
        assertThat(borrower.offer().mostWant()).isEqualTo(units("9990"));
    }

    @Test
    void dustBeyondTheTargetIsTakenToo() {
        Borrower borrower =
                new Borrower(new FixedSpread(TO_TARGET, FIVE, Ratio.ZERO), "2000", "1700").at("1", "1", "0.8");
        assertThat(borrower.loan(FIVE).clearedToReach(Ratio.of("1.05")).get().doubleValue())
                .isBetween(700.0, 1700.0);
        assertThat(borrower.offer().mostWant()).isEqualTo(units("1700"));
        assertThat(borrower.take(units("1600")).getLeft().reason()).isEqualTo(Reason.TOO_SMALL);
    }

    @Test
    void theBonusOfAaveV4RisesWithUnsafety() {
        Bonus bonus = new Bonus.ByHealth(Ratio.of("0.1"), Ratio.of("0.5"), Ratio.of("0.9"));
        Borrower borrower =
                new Borrower(new FixedSpread(new CloseRule.Constant(Ratio.ONE), bonus, Ratio.ZERO), "100", "100");
        assertThat(factorAt(borrower, bonus, "0.95")).isEqualTo(1.075, within(1e-9));
        assertThat(factorAt(borrower, bonus, "0.9")).isEqualTo(1.1, within(1e-9));
        assertThat(factorAt(borrower, bonus, "0.5")).isEqualTo(1.1, within(1e-9));
        assertThat(factorAt(borrower, bonus, "0.999999")).isEqualTo(1.05, within(1e-6));
    }

    /** Where all collateral counts, health is debt ÷ collateral the other way round. */
    private static double factorAt(Borrower borrower, Bonus bonus, String health) {
        borrower.at(health, "1", "1");
        return bonus.factor(VAULT, borrower.view).over().doubleValue();
    }

    @Test
    void morphoIncentiveAndBadDebt() {
        assertThat(incentive("0.77")).isEqualTo(1.074114, within(5e-7));
        assertThat(incentive("0.86")).isEqualTo(1.043841, within(5e-7));
        assertThat(incentive("0.945")).isEqualTo(1.016777, within(5e-7));
        Bonus bonus = new Bonus.ByLltv(Ratio.of("0.86"), Ratio.of("0.3"), Ratio.of("0.15"));
        Borrower borrower = new Borrower(
                        new FixedSpread(new CloseRule.Constant(Ratio.ONE), bonus, Ratio.ZERO), "100", "98")
                .at("1", "1", "0.86");
        borrower.takeAll();
        assertThat(DAI.wholeAsDouble(borrower.paid())).isEqualTo(95.8, within(1e-9));
        assertThat(DAI.wholeAsDouble(borrower.debt())).isEqualTo(2.2, within(1e-9));
        assertThat(borrower.collateral()).isZero();
    }

    private static double incentive(String lltv) {
        return 1
                + new Bonus.ByLltv(Ratio.of(lltv), Ratio.of("0.3"), Ratio.of("0.15"))
                        .most()
                        .value()
                        .toDouble();
    }

    @Test
    void aDiscountGrowsWhileTheOfferStands() {
        GrowingDiscount model =
                new GrowingDiscount(Ratio.ZERO, Ratio.of("0.2"), new CloseRule.Constant(Ratio.ONE), Ratio.ZERO);
        Borrower borrower = new Borrower(model, "100", "80").at("0.99", "1", "0.8");
        assertThat(borrower.offer().price().toDouble()).isEqualTo(0.99 * 0.99, within(1e-9));
        borrower.at("0.9", "1", "0.8");
        assertThat(borrower.view.offer(VAULT).get().price().toDouble()).isEqualTo(0.9 * 0.9, within(1e-9));
        borrower.at("0.5", "1", "0.8");
        assertThat(borrower.view.offer(VAULT).get().price().toDouble()).isEqualTo(0.5 * 0.8, within(1e-9));
        assertThat(model.bonus()).isEqualTo(Ratio.of("0.25"));
    }

    @Test
    void atTheThresholdNothingIsGivenAway() {
        Borrower borrower = borrower(new CloseRule.Constant(Ratio.ONE), "100", "8000");
        assertThat(borrower.unsafe()).isFalse();
        assertThat(new Discount(Ratio.ZERO, Ratio.of("0.2"))
                        .factor(VAULT, borrower.view)
                        .bonus())
                .isEqualByComparingTo(BigDecimal.ZERO);
    }
}
