package io.firebreak.amm.soft;

import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;

/**
 * What bands would be sold for on a slow way down must be worth the debt after a discount; a larger one where something is
 * borrowed or taken out.
 */
@About(
        value = "What the bands would be sold for on a slow way down must cover the debt after a discount.",
        follows = "Curve, Controller.vy: health")
public record DiscountedWorth(
        @Parameter(
                        value = "below the worth of the bands by so much an account may be liquidated",
                        preset = "6%",
                        min = "0",
                        max = "50%",
                        source = "Curve, crvUSD: liquidation_discount")
                Ratio liquidationDiscount,
        @Parameter(
                        value = "below the worth of the bands by so much may be borrowed",
                        preset = "9%",
                        min = "0",
                        max = "50%",
                        source = "Curve, crvUSD: loan_discount")
                Ratio loanDiscount)
        implements LinearMargin {
    @Override
    public Weight weight(Leg leg, Requirement requirement) {
        Ratio discount = requirement == Requirement.INITIAL ? loanDiscount : liquidationDiscount;
        return new Weight(Decimal.ONE.minus(discount.value()), Decimal.ONE);
    }
}
