package io.firebreak.testkit.shrink;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.Mechanism;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.economy.OracleSpec;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.VenueSpec;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Leaves out what is not needed: actions first, then accounts, wallets, and everything that nothing left refers to. */
final class Cuts implements Pass {
    @Override
    public void over(Attempt attempt) {
        actions(attempt);
        chunks(attempt);
        venues(attempt);
        oracles(attempt);
        markets(attempt);
        assets(attempt);
    }

    /** Halves, quarters, … and at last single actions. */
    private static void actions(Attempt attempt) {
        for (int chunk = attempt.trial().script().size(); chunk > 0; chunk /= 2) {
            for (int end = attempt.trial().script().size(); end > 0; end -= chunk) {
                int from = Math.max(0, end - chunk);
                int to = end;
                Seq<ScriptedAction> script = attempt.trial().script();
                attempt.take(() -> attempt.trial().withScript(script.take(from).appendAll(script.drop(to))));
            }
        }
    }

    /** What nothing else refers to: all at once, or each by itself. */
    private static void chunks(Attempt attempt) {
        for (Seq<?> pieces : loose(attempt.economy())) {
            if (pieces.size() > 1) {
                Set<Object> all = Collections.newSetFromMap(new IdentityHashMap<>());
                pieces.forEach(all::add);
                if (attempt.takeEconomy(() -> Parts.without(attempt.economy(), all::contains))) {
                    continue;
                }
            }
            pieces.reverse().forEach(attempt::without);
        }
    }

    private static Seq<Seq<?>> loose(Economy economy) {
        List<Seq<?>> loose = new ArrayList<>();
        loose.add(economy.agents());
        loose.add(economy.shocks());
        loose.add(economy.metrics());
        loose.add(economy.invariants());
        loose.add(economy.wallets());
        for (VenueSpec venue : economy.venues()) {
            loose.add(venue.safeguards());
            loose.add(venue.losses());
            loose.add(venue.liquidation().toVector());
            loose.add(venue.margin().toVector());
            loose.add(venue.seed());
            Seq<AccountGroup.Row> rows = venue.accounts()
                    .filter(AccountGroup.Given.class::isInstance)
                    .flatMap(group -> ((AccountGroup.Given) group).rows());
            loose.add(rows);
            loose.add(venue.accounts());
            rows.filter(row -> row.holdings().size() > 1).forEach(row -> loose.add(row.holdings()));
        }
        return Vector.ofAll(loose);
    }

    private static void venues(Attempt attempt) {
        for (VenueSpec venue : attempt.economy().venues().reverse()) {
            if (!isMentioned(attempt.economy(), venue.name(), part -> part == venue)) {
                attempt.without(venue);
            }
        }
    }

    private static void oracles(Attempt attempt) {
        for (OracleSpec oracle : attempt.economy().oracles().reverse()) {
            if (!isMentioned(attempt.economy(), oracle.name(), part -> part == oracle)) {
                attempt.without(oracle);
            }
        }
    }

    /** The first market of an asset says what it is worth: it goes only when nothing else has to do with the asset. */
    private static void markets(Attempt attempt) {
        for (MarketSpec market : attempt.economy().markets().reverse()) {
            Economy economy = attempt.economy();
            Asset asset = market.asset();
            boolean first =
                    economy.markets().find(each -> each.asset().equals(asset)).exists(market::equals);
            if (!isMentioned(economy, market.name(), part -> part == market)
                    && (!first || !isMentioned(economy, asset, part -> part == market || part == economy.assets()))) {
                attempt.without(market);
            }
        }
    }

    /** The last ones only, and those behind it, claims of venues, move up. */
    private static void assets(Attempt attempt) {
        for (Asset asset : attempt.economy().assets().reverse()) {
            Economy economy = attempt.economy();
            if (isMentioned(economy, asset, part -> part == economy.assets())
                    || !attempt.takeEconomy(() -> without(economy, asset))) {
                return;
            }
        }
    }

    private static Economy without(Economy economy, Asset gone) {
        return Parts.replaced(
                Parts.without(economy, part -> part == gone),
                part -> Option.when(
                        part instanceof Asset asset && asset.index() > gone.index(),
                        () -> new Asset(
                                ((Asset) part).index() - 1, ((Asset) part).symbol(), ((Asset) part).decimals())));
    }

    /** Whether anything but what is left aside has that name in it; a mechanism that is no record may have any. */
    private static boolean isMentioned(Economy economy, Object name, Predicate<Object> aside) {
        boolean[] mentioned = {false};
        Parts.replaced(economy, part -> {
            mentioned[0] |= !aside.test(part)
                    && (part.equals(name) || (part instanceof Mechanism && !(part instanceof Record)));
            return Option.when(aside.test(part) || mentioned[0], part);
        });
        return mentioned[0];
    }
}
