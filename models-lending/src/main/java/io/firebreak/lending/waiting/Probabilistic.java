package io.firebreak.lending.waiting;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.StatesHazard;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import java.time.Duration;

/**
 * Draws in each block whether an unsafe account is liquidated, the likelier the less healthy it is; whom the draw hits,
 * another model liquidates.
 *
 * <p>The intensity is {@code λ(health) = intensity + steepness · (1 − health)} an hour, and over a block of {@code t} hours an
 * account is hit with probability {@code 1 − exp(−λ · t)}: the time it waits is the same however long blocks are. So not all
 * that became unsafe at one price is sold at that price.
 */
@About(
        value = "Draws in each block which unsafe accounts another model may liquidate, the less healthy the likelier.",
        follows = "a hazard rate, as in intensity models of default",
        simplifies = "no deployed protocol is followed; who is hit stays open until it is cured")
public record Probabilistic(
        @Parameter(
                        value = "intensity just below the threshold",
                        unit = "per hour",
                        preset = "1",
                        min = "0",
                        max = "1000000")
                Decimal intensity,
        @Parameter(
                        value = "what is added to it for each unit of health that is missing",
                        unit = "per hour",
                        preset = "100",
                        min = "0",
                        max = "1000000000")
                Decimal steepness,
        @Parameter(value = "who liquidates whom the draw hits", preset = "fixed-spread") LiquidationModel<?> then)
        implements Gate, StatesHazard {
    private static final double HOUR = Duration.ofHours(1).toMillis();

    @Override
    public boolean lets(AccountId account, Wait wait, MarginView view) {
        double hours = (view.block().timeMillis() - wait.askedMillis()) / HOUR;
        return hours > 0
                && view.draws(account).uniform()
                        < -StrictMath.expm1(-perHour(view.health(account, Requirement.MAINTENANCE)) * hours);
    }

    /** The intensity at a health. */
    double perHour(Health health) {
        double missing = 1 - health.factor().map(Decimal::toDouble).getOrElse(1.0);
        return intensity.toDouble() + steepness.toDouble() * Math.max(0, missing);
    }
}
