package io.firebreak.testkit.relation;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.DrawsByAccount;
import io.firebreak.api.liquidation.SybilNeutral;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.plugin.Mechanism;
import io.firebreak.api.venue.StandsReady;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.engine.Playback;
import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * A position of twice the size in the one run, two of the single size under different names in the other. Whoever bids on it
 * bids half on each; its holder's own actions are left out.
 */
public final class Split implements Relation {
    private static final String TWIN = " (twin)";

    @Override
    public Outcome compare(Trial trial) {
        Economy economy = trial.economy();
        VenueSpec venue = economy.venues().head();
        Seq<Mechanism> claim =
                venue.liquidation().toVector().<Mechanism>map(model -> model).appendAll(venue.losses());
        if (!claim.exists(each -> each.power(SybilNeutral.class).isDefined())) {
            return new Outcome.NotApplicable("nobody claims to be neutral");
        }
        if (claim.exists(each -> each.power(DrawsByAccount.class).isDefined())) {
            return new Outcome.NotApplicable("what is drawn of an account goes by its name");
        }
        if (economy.venues().exists(spec -> spec.venue() instanceof StandsReady<?>)) {
            return new Outcome.NotApplicable(
                    "who stands ready takes from one after the other, as far as its money goes");
        }
        Option<String> amounts = Amounts.mechanisms(economy)
                .filter(each -> !(each instanceof LossModel<?>))
                .flatMap(Amounts::among)
                .headOption();
        if (amounts.isDefined() || economy.agents().nonEmpty()) {
            return new Outcome.NotApplicable(amounts.getOrElse("agents see how many accounts there are"));
        }
        Seq<AccountGroup.Row> rows = venue.accounts()
                .flatMap(group -> group instanceof AccountGroup.Given given ? given.rows() : Vector.empty());
        Seq<AccountGroup.Row> owned = rows.filter(row -> row.owner().isDefined());
        if (owned.isEmpty()) {
            return new Outcome.NotApplicable("nobody holds a position of their own");
        }
        AccountGroup.Row row = owned.get((int) Math.floorMod(trial.seed(), (long) owned.size()));
        AccountGroup.Row whole = new AccountGroup.Row(
                row.name(), row.holdings().map(parcel -> new Parcel(parcel.asset(), 2 * parcel.units())), row.owner());
        AccountGroup.Row half = new AccountGroup.Row(
                row.name() + TWIN, row.holdings(), row.owner().map(owner -> owner + TWIN));
        Trial one = with(trial, venue, rows.map(each -> each.equals(row) ? whole : each));
        Trial two = with(trial, venue, rows.append(half));
        String account = venue.name() + "/" + row.name();
        return SideBySide.outcome(
                one, two, (first, second) -> new Pair(first, second, row.owner().get(), account));
    }

    private static Trial with(Trial trial, VenueSpec venue, Seq<AccountGroup.Row> rows) {
        Economy economy = trial.economy();
        VenueSpec other = new VenueSpec(
                venue.name(),
                venue.venue(),
                venue.margin(),
                Vector.of(new AccountGroup.Given(rows)),
                venue.liquidation(),
                venue.losses(),
                venue.safeguards(),
                venue.seed(),
                venue.watchEveryBlocks());
        return new Trial(
                new Economy(
                        economy.clock(),
                        economy.assets(),
                        economy.markets(),
                        economy.oracles(),
                        economy.venues().update(0, other),
                        economy.agents(),
                        economy.shocks(),
                        economy.actions(),
                        economy.metrics(),
                        economy.wallets(),
                        economy.invariants()),
                trial.seed());
    }

    private static final class Pair extends Close {
        private final String holder;
        private final String account;

        Pair(Playback first, Playback second, String holder, String account) {
            super(first, second, 1, name -> name.replace(TWIN, ""));
            this.holder = holder;
            this.account = account;
        }

        @Override
        Option<String> play(ScriptedAction action) {
            Seq<Option<String>> names = action.names().map(this::inOther);
            boolean holders = action.sender().equals(holder) || action.names().contains(account);
            if (action.names().contains(account)
                    && !action.sender().equals(holder)
                    && action.action() instanceof Action.Called called) {
                onBoth(action, called);
            } else if (!holders && names.forAll(Option::isDefined)) {
                both(
                        action,
                        new ScriptedAction(action.block(), action.sender(), action.action(), names.map(Option::get)));
            }
            return Option.none();
        }

        /** What is done to the whole is done to each half. */
        private void onBoth(ScriptedAction action, Action.Called called) {
            Action whole = called;
            Action half = called;
            if (called instanceof Action.Bid bid) {
                long there = one.account(action.sender())
                        .map(sender -> one.balance(sender, bid.pair().want()))
                        .getOrElse(0L);
                long most = bid.pay() instanceof Quantity.Units units ? units.units() : Long.MAX_VALUE;
                long pay = Math.min(most, there / 4);
                whole = new Action.Bid(bid.venue(), bid.target(), bid.pair(), Quantity.of(2 * pay), 0);
                half = new Action.Bid(bid.venue(), bid.target(), bid.pair(), Quantity.of(pay), 0);
            }
            Action each = half;
            both(
                    new ScriptedAction(action.block(), action.sender(), whole, action.names()),
                    Vector.of(action.names(), action.names().map(name -> name + TWIN))
                            .map(names -> new ScriptedAction(action.block(), action.sender(), each, names)));
        }
    }
}
