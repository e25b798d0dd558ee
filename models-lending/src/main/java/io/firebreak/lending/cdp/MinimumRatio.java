package io.firebreak.lending.cdp;

import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;

/** Unsafe where the collateral's value is strictly below {@code minRatio} times the debt. */
@About(value = "Collateral must be worth a multiple of the debt.", follows = "Maker dss spot.sol: mat")
public record MinimumRatio(
        @Parameter(
                        value = "least collateral value ÷ debt",
                        unit = "ratio",
                        preset = "150%",
                        min = "100%",
                        max = "1000%",
                        source = "Maker mainnet, ETH-A, 2020-03-12")
                Ratio minRatio)
        implements LinearMargin {
    @Override
    public Weight weight(Leg leg, Requirement requirement) {
        return new Weight(Decimal.ONE, minRatio.value());
    }
}
