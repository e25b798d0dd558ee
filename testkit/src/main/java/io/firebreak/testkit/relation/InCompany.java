package io.firebreak.testkit.relation;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Asset;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.Shock;
import io.firebreak.core.engine.Playback;
import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * The same run beside a second economy without any edge to it: the same venue, mechanisms and accounts once more, with
 * assets, markets and oracles of their own, on which a crash comes half-way. Whatever happens there, nobody here notices.
 */
public final class InCompany implements Relation {
    private static final String PREFIX = "other ";

    @Override
    public Outcome compare(Trial trial) {
        Economy here = trial.economy();
        if (here.clock().gas().isDefined()) {
            return new Outcome.NotApplicable("block space is an edge between all that happens");
        }
        int declared = here.assets().size();
        Relabelling names = new Relabelling(name -> PREFIX + name, declared, true);
        int claims = here.venues()
                .map(venue -> venue.venue().plan().issues().size())
                .sum()
                .intValue();
        Function<Object, Option<?>> moved = part -> part instanceof Asset asset && asset.index() >= declared
                ? Option.some(new Asset(asset.index() + declared + claims, asset.symbol(), asset.decimals()))
                : Option.none();
        return SideBySide.outcome(
                trial,
                new Trial(beside(Parts.replaced(here, moved), names.of(here)), trial.seed()),
                (first, second) -> new Pair(first, second, names, moved));
    }

    /** Venues and accounts of the other economy come first: no account here, and no claim, keeps its number. */
    private static Economy beside(Economy here, Economy there) {
        long halfWay = (here.clock().startMillis() + here.clock().endMillis()) / 2;
        Seq<Shock> crash = there.markets().take(1).map(market -> new Shock(halfWay, market.name(), 0.6));
        return new Economy(
                here.clock(),
                here.assets().appendAll(there.assets()),
                there.markets().appendAll(here.markets()),
                there.oracles().appendAll(here.oracles()),
                there.venues().appendAll(here.venues()),
                here.agents().appendAll(there.agents()),
                here.shocks().appendAll(there.shocks()).appendAll(crash).sortBy(Shock::atMillis),
                here.actions(),
                here.metrics(),
                there.wallets().appendAll(here.wallets()),
                here.invariants());
    }

    private static final class Pair extends SideBySide {
        private final Relabelling names;
        private final Function<Object, Option<?>> moved;
        private final Names here = new Names(one);
        private final Names there = new Names(other);

        Pair(Playback first, Playback second, Relabelling names, Function<Object, Option<?>> moved) {
            super(first, second);
            this.names = names;
            this.moved = moved;
        }

        @Override
        Option<String> play(ScriptedAction action) {
            Option<ScriptedAction> same = inOther(action);
            if (same.isEmpty()) {
                return Option.none();
            }
            ScriptedAction twin = names.of(action);
            second.act(new ScriptedAction(
                    twin.block(), twin.sender(), twin.action(), action.names().map(this::beside)));
            Option<Either<Rejection, Long>> left = first.act(action);
            return refusal(action, left, second.act(same.get()));
        }

        private Option<ScriptedAction> inOther(ScriptedAction action) {
            Seq<Option<String>> found = action.names().map(name -> here.in(there, name));
            return found.exists(Option::isEmpty)
                    ? Option.none()
                    : Option.some(new ScriptedAction(
                            action.block(),
                            action.sender(),
                            Parts.replaced(action.action(), moved),
                            found.map(Option::get)));
        }

        private String beside(String name) {
            return PREFIX + name;
        }

        @Override
        Option<String> compare() {
            return Picture.of(one, here::of, Asset::symbol)
                    .difference(Picture.of(other, this::ours, Asset::symbol, asset -> !asset.symbol()
                            .startsWith(PREFIX)));
        }

        /** What is here too; what the world and the validators have of the other economy's assets is not. */
        private Option<String> ours(int account) {
            return there.of(account).filter(name -> !name.startsWith(PREFIX));
        }
    }
}
