package io.firebreak.testkit.relation;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.venue.StandsReady;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.engine.Playback;
import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * The same run with accounts and wallets listed, and so numbered, the other way round.
 *
 * <p>Exact, with one exception. A ruling that closes several accounts which owe shares of one grown debt rounds what each
 * repays up to a unit, and what the others owe falls by less than a unit each time; which of them come later is a matter of
 * the order. After such a ruling with n fills nobody's debt differs by more than n units and no sum of n payments by more
 * than n², and collateral was ordered before any of them. What follows from a unit more or less (an account at the very
 * edge) has no bound, so the comparison ends there.
 */
public final class AnotherOrder implements Relation {
    @Override
    public Outcome compare(Trial trial) {
        Economy economy = trial.economy();
        int rows = economy.venues()
                .flatMap(VenueSpec::accounts)
                .map(group ->
                        group instanceof AccountGroup.Given given ? given.rows().size() : 0)
                .max()
                .getOrElse(0);
        if (rows < 2) {
            return new Outcome.NotApplicable("fewer than two accounts are listed");
        }
        Fills here = new Fills();
        Fills there = new Fills();
        if (economy.venues().exists(spec -> spec.venue() instanceof StandsReady<?>)) {
            return new Outcome.NotApplicable(
                    "who stands ready takes from one after the other, as far as its money goes");
        }
        return SideBySide.outcome(
                trial,
                SideBySide.playback(new Trial(turned(economy), trial.seed()), true, there),
                here,
                (first, second) -> new Pair(first, second, here, there));
    }

    private static Economy turned(Economy economy) {
        return new Economy(
                economy.clock(),
                economy.assets(),
                economy.markets(),
                economy.oracles(),
                economy.venues().map(AnotherOrder::turned),
                economy.agents(),
                economy.shocks(),
                economy.actions(),
                economy.metrics(),
                economy.wallets().reverse(),
                economy.invariants());
    }

    private static VenueSpec turned(VenueSpec venue) {
        Seq<AccountGroup> accounts = venue.accounts()
                .map(group -> group instanceof AccountGroup.Given given
                        ? new AccountGroup.Given(given.rows().reverse())
                        : group);
        return new VenueSpec(
                venue.name(),
                venue.venue(),
                venue.margin(),
                accounts,
                venue.liquidation(),
                venue.losses(),
                venue.safeguards(),
                venue.seed(),
                venue.watchEveryBlocks());
    }

    private static final class Pair extends SideBySide {
        private final Names here = new Names(one);
        private final Names there = new Names(other);
        private final Fills left;
        private final Fills right;
        private boolean over;

        Pair(Playback first, Playback second, Fills left, Fills right) {
            super(first, second);
            this.left = left;
            this.right = right;
        }

        @Override
        boolean isOver() {
            return over;
        }

        @Override
        Option<String> play(ScriptedAction action) {
            Seq<Option<String>> names = action.names().map(name -> here.in(there, name));
            return names.exists(Option::isEmpty)
                    ? Option.none()
                    : refusal(
                            action,
                            first.act(action),
                            second.act(new ScriptedAction(
                                    action.block(), action.sender(), action.action(), names.map(Option::get))));
        }

        @Override
        Option<String> compare() {
            int fills = Math.max(left.count(), right.count());
            int rulings = Math.max(left.rulings(), right.rulings());
            left.clear();
            right.clear();
            Picture mine = Picture.of(one, here::of, Asset::symbol);
            Picture yours = Picture.of(other, there::of, Asset::symbol);
            if (fills < 2) {
                return mine.difference(yours);
            }
            over = true;
            long bound = (long) fills * fills;
            return rulings > 1
                    ? Option.none()
                    : mine.beyond(yours, asset -> left.isRounded(asset) || right.isRounded(asset) ? bound : 0);
        }
    }
}
