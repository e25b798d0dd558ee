package io.firebreak.lending.spread;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.lending.FakeVenueView;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/**
 * Result TX1: a small liquidation raises the loan-to-value iff LTV &gt; 1 / ((1 + i) λ); λ is 1 at infinite depth and 1 + 2
 * c / y where the taker sells into a constant-product pool that sets the price (McFarlane, arXiv:2510.10171).
 */
class ToxicLiquidationProperties {
    private static final long PRICE = 100;

    /** The loan-to-value after the taker repaid so much at that bonus, before any sale. */
    private static Loan liquidate(double collateralValue, double ltv, double repaid, double bonus) {
        FakeVenueView view =
                new FakeVenueView().price(ETH, Long.toString(PRICE)).give(ALI, DAI, units("1000000"));
        long debt = DAI.unitsDown(Decimal.ofDouble(collateralValue * ltv));
        view.loan(VAULT, ETH.unitsDown(Decimal.ofDouble(collateralValue / PRICE)), debt);
        FixedSpread model = new FixedSpread(Ratio.ONE, new Ratio(Decimal.ofDouble(bonus)));
        view.carryOut(model.rule(Nothing.NOTHING, view.docket(VAULT)).orders());
        long pay = (long) (debt * repaid);
        view.carryOut(model.answer(Nothing.NOTHING, view.bid(ALI, VAULT, pay, 0), view)
                .get()
                .orders());
        return new Loan(
                ETH.wholeAsDouble(view.balance(VAULT, ETH)),
                -DAI.wholeAsDouble(view.balance(VAULT, DAI)),
                ETH.wholeAsDouble(view.balance(ALI, ETH)));
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
    void aHundredInAPoolOfAThousandTurnsAt7937() {
        assertThat(liquidate(100, 0.7935, 1e-4, 0.05).ltvAfterSale(1000)).isLessThan(0.7935);
        assertThat(liquidate(100, 0.7938, 1e-4, 0.05).ltvAfterSale(1000)).isGreaterThan(0.7938);
    }
}
