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
 * What the accounts of a venue would leave unpaid if all collateral fell by a gap at once and was then liquidated at a bonus, by an
 * oracle whose price is too high by a part.
 *
 * <p>It is measured once, at the end of the first block from {@code after} on in which somebody owes something.
 *
 * @formula Σ max(0, debt − collateral · (1 − gap) · (1 − stale) ÷ (1 + bonus))
 * @unit whole units of the venue's numeraire; of 100 M at a leverage of 12, after a gap of 20 % at a bonus of 1 %: 12.459 M
 * @source Gatto 2026, distance to bad debt
 */
@About(
        value = "What debts would be left unpaid if all collateral fell by a gap at once.",
        follows = "Gatto 2026, distance to bad debt")
public record BadDebtAfterGap(
        @Parameter("whose accounts") VenueRef venue,
        @Parameter(value = "what liquidators get beyond what they pay", unit = "ratio", min = "0", max = "1")
                Ratio liquidationBonus,
        @Parameter(value = "by how much collateral falls", unit = "ratio", min = "0", max = "1") Ratio gap,
        @Parameter(
                        value = "by how much the oracle's price is behind besides",
                        unit = "ratio",
                        preset = "0",
                        min = "0",
                        max = "1")
                Ratio stale,
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
        return state.sampled(venue, after, view, this::badDebt);
    }

    private double badDebt(Seq<Loan> loans) {
        return loans.map(loan -> loan.badDebtAfter(
                        gap.value().toDouble(),
                        stale.value().toDouble(),
                        liquidationBonus.value().toDouble()))
                .sum()
                .doubleValue();
    }

    @Override
    public double value(Once state, RunView view) {
        return state.value();
    }

    @Override
    public String unit() {
        return "of the numeraire";
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }
}
