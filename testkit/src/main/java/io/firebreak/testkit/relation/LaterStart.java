package io.firebreak.testkit.relation;

import io.firebreak.api.plugin.DataFile;
import io.firebreak.core.economy.Clock;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.Shock;
import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.trial.Trial;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The same run some days later, so many that whatever goes by the clock (an hourly sample, a funding interval) finds itself
 * at the same point of its period: the least common multiple of a day and every duration in the mechanisms.
 */
public final class LaterStart implements Relation {
    private static final BigInteger DAY = BigInteger.valueOf(Duration.ofDays(1).toMillis());
    private static final BigInteger MOST =
            BigInteger.valueOf(Duration.ofDays(36_500).toMillis());

    @Override
    public Outcome compare(Trial trial) {
        Economy economy = trial.economy();
        BigInteger[] shift = {DAY};
        boolean[] dated = {economy.clock().gas().isDefined()};
        Consumer<Object> periods = part -> {
            if (part instanceof Duration period && period.toMillis() > 0) {
                BigInteger millis = BigInteger.valueOf(period.toMillis());
                shift[0] = shift[0].divide(shift[0].gcd(millis)).multiply(millis);
            }
        };
        Parts.forEach(economy.venues(), periods);
        Parts.forEach(economy.oracles(), periods);
        Parts.forEach(economy.agents(), periods);
        Parts.forEach(economy, part -> dated[0] |= part instanceof DataFile || part instanceof Instant);
        if (dated[0]) {
            return new Outcome.NotApplicable("something in it reads a file by date");
        }
        if (shift[0].compareTo(MOST) > 0) {
            return new Outcome.NotApplicable("its periods have no common multiple within a century");
        }
        return SideBySide.outcome(
                trial,
                new Trial(later(economy, shift[0].longValueExact()), trial.seed()),
                (first, second) -> new Alike(first, second, action -> action));
    }

    private static Economy later(Economy economy, long millis) {
        Clock clock = economy.clock();
        long counted = clock.scoredUntilMillis();
        return new Economy(
                new Clock(
                        clock.startMillis() + millis,
                        clock.endMillis() + millis,
                        clock.blockMillis(),
                        clock.gas(),
                        counted == Long.MAX_VALUE ? counted : counted + millis),
                economy.assets(),
                economy.markets(),
                economy.oracles(),
                economy.venues(),
                economy.agents(),
                economy.shocks().map(shock -> new Shock(shock.atMillis() + millis, shock.market(), shock.factor())),
                economy.actions(),
                economy.metrics(),
                economy.wallets(),
                economy.invariants());
    }
}
