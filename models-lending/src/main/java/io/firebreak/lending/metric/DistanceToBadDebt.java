package io.firebreak.lending.metric;

import io.firebreak.api.metric.Better;
import io.firebreak.api.metric.Event;
import io.firebreak.api.metric.Metric;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.Seq;
import java.time.Duration;

/**
 * How far all collateral of a venue may fall at once until a liquidation at a bonus leaves something unpaid: of the account that is
 * nearest to that, or of the one at which a part of all debt is past it. Below nothing, it is past it already.
 *
 * <p>It is measured once, at the end of the first block from {@code after} on in which somebody owes something. It says what a fall
 * needs where nobody can act during it; where threshold × (1 + bonus) is 1 or more, liquidation itself leaves bad debt before it.
 *
 * @formula max(1 − 1 ÷ health, 1 − (1 + bonus) · debt ÷ collateral)
 * @unit ratio; a leverage of 12 at a threshold of 95 % and a bonus of 1 %: 7.4167 %
 * @source Gatto 2026, distance to bad debt
 */
@About(
        value = "How far collateral may fall at once before liquidation leaves debts unpaid.",
        follows = "Gatto 2026, distance to bad debt")
public record DistanceToBadDebt(
        @Parameter("whose accounts") VenueRef venue,
        @Parameter(value = "what liquidators get beyond what they pay", unit = "ratio", min = "0", max = "1")
                Ratio liquidationBonus,
        @Parameter(
                        value = "the part of all debt that is past it; nothing is the account nearest to it",
                        unit = "ratio",
                        preset = "0",
                        min = "0",
                        max = "1")
                Ratio past,
        @Parameter(value = "when it is measured, after the start", preset = "0 s", min = "0 s") Duration after)
        implements Metric<Once> {
    @Override
    public Once initial() {
        return Once.NOT_YET;
    }

    @Override
    public Once observe(Once state, Event event, RunView view) {
        return state;
    }

    @Override
    public Once sample(Once state, RunView view) {
        return state.sampled(venue, after, view, this::distance);
    }

    private double distance(Seq<Loan> loans) {
        double bonus = liquidationBonus.value().toDouble();
        Seq<Loan> nearest = loans.sortBy(loan -> loan.distance(bonus));
        double past = this.past.value().toDouble() * loans.map(Loan::debt).sum().doubleValue();
        double passed = 0;
        double distance = Double.NaN;
        for (Loan loan : nearest) {
            distance = loan.distance(bonus);
            passed += loan.debt();
            if (passed >= past) {
                break;
            }
        }
        return distance;
    }

    @Override
    public double value(Once state, RunView view) {
        return state.value();
    }

    @Override
    public String unit() {
        return "ratio";
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }
}
