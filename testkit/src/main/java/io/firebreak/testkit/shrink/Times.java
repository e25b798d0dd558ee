package io.firebreak.testkit.shrink;

import io.firebreak.core.economy.Clock;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.Shock;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.price.ScriptedPath;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongUnaryOperator;

/** Fewer blocks, and a plain clock: nothing after the last action, nothing waits without need. */
final class Times implements Pass {
    private static final Seq<Duration> PLAIN_BLOCKS =
            Vector.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofSeconds(12));
    /** The seed with which a scenario is played where nobody says another. */
    private static final long PLAIN_SEED = 1;

    private static final long PLAIN_START =
            Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

    @Override
    public void over(Attempt attempt) {
        ending(attempt);
        for (long block = clock(attempt).blocks() - 1; block > 0; block--) {
            long gone = block;
            attempt.takeEconomy(() -> without(attempt.economy(), gone));
        }
        for (int at = 0; at < attempt.trial().script().size(); at++) {
            earlier(attempt, at);
        }
        plain(attempt);
    }

    private static Clock clock(Attempt attempt) {
        return attempt.economy().clock();
    }

    /** Ends the run with the block of the last action, price or shock. */
    private static void ending(Attempt attempt) {
        Clock clock = clock(attempt);
        long[] last = {
            attempt.trial().script().lastOption().map(ScriptedAction::block).getOrElse(0L)
        };
        moved(attempt.economy(), at -> {
            last[0] = Math.max(last[0], at / clock.blockMillis());
            return at;
        });
        long end = clock.startMillis() + (last[0] + 1) * clock.blockMillis();
        if (end < clock.endMillis()) {
            attempt.takeEconomy(() -> timed(attempt.economy(), clock.blockMillis(), end));
        }
    }

    /** All that happens in that block or later happens one block earlier. */
    private static Economy without(Economy economy, long gone) {
        Clock clock = economy.clock();
        long block = clock.blockMillis();
        Economy moved = moved(economy, at -> at >= gone * block ? at - block : at)
                .withActions(economy.actions()
                        .map(action -> action.block() >= gone ? at(action, action.block() - 1) : action));
        return timed(moved, block, clock.endMillis() - block);
    }

    /** In the block of the action before it. */
    private static void earlier(Attempt attempt, int at) {
        Trial trial = attempt.trial();
        long block = at == 0 ? 0 : trial.script().get(at - 1).block();
        ScriptedAction action = trial.script().get(at);
        if (block < action.block()) {
            attempt.take(() -> trial.withScript(trial.script().update(at, at(action, block))));
        }
    }

    private static ScriptedAction at(ScriptedAction action, long block) {
        return new ScriptedAction(block, action.sender(), action.action(), action.names());
    }

    private static void plain(Attempt attempt) {
        Clock clock = clock(attempt);
        if (clock.gas().isDefined()) {
            attempt.replace(
                    clock, () -> new Clock(clock.startMillis(), clock.endMillis(), clock.blockMillis(), Option.none()));
        }
        for (Duration length : PLAIN_BLOCKS) {
            Clock now = clock(attempt);
            long before = now.blockMillis();
            long after = length.toMillis();
            if (before == after
                    || attempt.takeEconomy(() -> timed(
                            moved(attempt.economy(), at -> at / before * after + at % before * after / before),
                            after,
                            now.startMillis() + now.blocks() * after))) {
                break;
            }
        }
        Clock now = clock(attempt);
        if (now.startMillis() != PLAIN_START) {
            attempt.replace(
                    now,
                    () -> new Clock(
                            PLAIN_START,
                            PLAIN_START + now.endMillis() - now.startMillis(),
                            now.blockMillis(),
                            now.gas()));
        }
        for (VenueSpec venue : attempt.economy().venues()) {
            if (venue.watchEveryBlocks() != 1) {
                attempt.replace(
                        venue,
                        () -> new VenueSpec(
                                venue.name(),
                                venue.venue(),
                                venue.margin(),
                                venue.accounts(),
                                venue.liquidation(),
                                venue.losses(),
                                venue.safeguards(),
                                venue.seed(),
                                1));
            }
        }
        if (attempt.trial().seed() != PLAIN_SEED) {
            attempt.take(() -> new Trial(attempt.economy(), PLAIN_SEED));
        }
    }

    private static Economy timed(Economy economy, long blockMillis, long endMillis) {
        Clock clock = economy.clock();
        Clock other = new Clock(clock.startMillis(), endMillis, blockMillis, clock.gas(), clock.scoredUntilMillis());
        return Parts.replaced(economy, part -> Option.when(part == clock, other));
    }

    /** The points of scripted paths and the shocks at other times since the first block. */
    private static Economy moved(Economy economy, LongUnaryOperator time) {
        long start = economy.clock().startMillis();
        return Parts.replaced(
                economy,
                part -> part instanceof ScriptedPath.Point point
                        ? Option.some(new ScriptedPath.Point(
                                Duration.ofMillis(time.applyAsLong(point.at().toMillis())),
                                point.price(),
                                point.move()))
                        : part instanceof Shock shock
                                ? Option.some(new Shock(
                                        start + time.applyAsLong(shock.atMillis() - start),
                                        shock.market(),
                                        shock.factor()))
                                : Option.none());
    }
}
