package io.firebreak.lending.pooled;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.Seq;

/** Deposits count by their thresholds, debts in full: unsafe where {@code Σ deposit·threshold < Σ debt}. */
@About(
        value = "Every collateral counts by its own threshold, against the sum of all debts.",
        follows = "Aave v3 fd1fbd91: GenericLogic.sol; Compound v2: Comptroller.sol, where both thresholds are one")
public record PooledMargin(
        @Parameter("how each collateral counts; what is not named does not count") Seq<Factor> collateral)
        implements LinearMargin {
    /** How one collateral counts. */
    public record Factor(
            @Parameter("the collateral; of a deposit, what it redeems for") Asset asset,
            @Parameter(value = "against new debt", unit = "ratio", min = "0%", max = "100%") Ratio loanToValue,
            @Parameter(value = "against liquidation", unit = "ratio", min = "0%", max = "100%")
                    Ratio liquidationThreshold) {}

    @Override
    public Weight weight(Leg leg, Requirement requirement) {
        Asset asset = leg.price() instanceof PriceSource.Claim claim ? claim.of() : leg.asset();
        Decimal counts = collateral
                .find(factor -> factor.asset().equals(asset))
                .map(factor ->
                        requirement == Requirement.INITIAL ? factor.loanToValue() : factor.liquidationThreshold())
                .map(Ratio::value)
                .getOrElse(Decimal.ZERO);
        return new Weight(counts, Decimal.ONE);
    }
}
