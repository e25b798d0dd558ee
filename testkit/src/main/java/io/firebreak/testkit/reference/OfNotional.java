package io.firebreak.testkit.reference;

import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;

/** Unsafe where margin and profit together are worth strictly less than a share of the contracts' present value. */
@About("Equity must be worth a share of the position's notional, unrealised profit included.")
public record OfNotional(
        @Parameter(
                        value = "equity ÷ notional below which an account may be liquidated",
                        unit = "ratio",
                        preset = "5%",
                        min = "0",
                        max = "0.99")
                Ratio maintenance,
        @Parameter(
                        value = "equity ÷ notional that a trade or a withdrawal must leave",
                        unit = "ratio",
                        preset = "10%",
                        min = "0",
                        max = "0.99")
                Ratio initial)
        implements LinearMargin {
    @Override
    public Weight weight(Leg leg, Requirement requirement) {
        if (!(leg instanceof Leg.Contract)) {
            return Weight.FULL;
        }
        Decimal margin = (requirement == Requirement.INITIAL ? initial : maintenance).value();
        return new Weight(Decimal.ONE.minus(margin), Decimal.ONE.plus(margin));
    }
}
