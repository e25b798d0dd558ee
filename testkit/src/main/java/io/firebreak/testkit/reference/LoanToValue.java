package io.firebreak.testkit.reference;

import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;

/** Unsafe where what is held, times {@code threshold}, is worth strictly less than what is owed. */
@About(value = "Debt may reach a share of the collateral's value.", follows = "Aave v3, GenericLogic.sol")
public record LoanToValue(
        @Parameter(
                        value = "debt ÷ collateral above which an account may be liquidated",
                        unit = "ratio",
                        preset = "80%",
                        min = "0.01",
                        max = "1")
                Ratio threshold,
        @Parameter(
                        value = "debt ÷ collateral that a loan or a withdrawal may leave",
                        unit = "ratio",
                        preset = "75%",
                        min = "0.01",
                        max = "1")
                Ratio maxLtv)
        implements LinearMargin {
    @Override
    public Weight weight(Leg leg, Requirement requirement) {
        Ratio held = requirement == Requirement.INITIAL ? maxLtv : threshold;
        return new Weight(held.value(), Decimal.ONE);
    }
}
