package io.firebreak.testkit.relation;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Seller;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.loss.LossModel;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Playback;
import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;

/** The same run with every amount ten times as large: holdings, depths, what loss models begin with, and the script's. */
public final class Scaled implements Relation {
    private static final long TIMES = 10;

    @Override
    public Outcome compare(Trial trial) {
        Economy economy = trial.economy();
        Option<String> hidden = Amounts.mechanisms(economy)
                .filter(each -> !(each instanceof LossModel<?>) || each instanceof Seller<?>)
                .flatMap(Amounts::among)
                .headOption();
        boolean drawn =
                economy.venues().exists(venue -> venue.accounts().exists(AccountGroup.Synthetic.class::isInstance));
        if (hidden.isDefined() || drawn || economy.agents().nonEmpty()) {
            return new Outcome.NotApplicable(
                    hidden.getOrElse("agents, or accounts that are drawn, count in amounts too"));
        }
        Economy scaled = new Economy(
                economy.clock(),
                economy.assets(),
                economy.markets().map(Scaled::deeper),
                economy.oracles(),
                times(economy.venues()),
                economy.agents(),
                economy.shocks(),
                economy.actions(),
                economy.metrics(),
                times(economy.wallets()),
                economy.invariants());
        return SideBySide.outcome(trial, new Trial(scaled, trial.seed()), Pair::new);
    }

    private static MarketSpec deeper(MarketSpec market) {
        return new MarketSpec(
                market.name(),
                market.asset(),
                market.path(),
                market.depthValue() * TIMES,
                market.depthMove(),
                market.recovery(),
                market.impact(),
                market.record(),
                market.arbitrage());
    }

    private static <T> T times(T value) {
        return Parts.replaced(value, Scaled::larger);
    }

    private static Option<?> larger(Object value) {
        if (value instanceof Parcel parcel) {
            return Option.some(new Parcel(parcel.asset(), TIMES * parcel.units()));
        }
        if (value instanceof Quantity.Units units) {
            return Option.some(Quantity.of(TIMES * units.units()));
        }
        if (value instanceof Action.Trade trade) {
            return Option.some(new Action.Trade(trade.venue(), trade.contract(), TIMES * trade.contracts()));
        }
        if (value instanceof Action.Swap swap) {
            return Option.some(new Action.Swap(
                    swap.venue(), swap.give(), times(swap.quantity()), swap.get(), TIMES * swap.atLeast()));
        }
        return value instanceof Action.Bid bid
                ? Option.some(
                        new Action.Bid(bid.venue(), bid.target(), bid.pair(), times(bid.pay()), receive(bid.receive())))
                : Option.none();
    }

    private static long receive(long units) {
        return units > Long.MAX_VALUE / TIMES ? Long.MAX_VALUE : TIMES * units;
    }

    private static final class Pair extends Close {
        Pair(Playback first, Playback second) {
            super(first, second, TIMES, UnaryOperator.identity());
        }

        @Override
        Option<String> play(ScriptedAction action) {
            if (!(action.action() instanceof Action.Bundle)) {
                Action larger = times(action.action());
                Action same = action.action() instanceof Action.Bid bid && larger instanceof Action.Bid more
                        ? inWordsOfTheOffer(bid, more, action.names())
                        : larger;
                both(action, new ScriptedAction(action.block(), action.sender(), same, action.names()));
            }
            return Option.none();
        }

        /** A bid for all that is offered, or of just what is asked, stays one where that was rounded otherwise. */
        private Action inWordsOfTheOffer(Action.Bid bid, Action.Bid larger, Seq<String> names) {
            Option<AccountId> target = names.headOption().flatMap(one::account);
            Option<AccountId> there = names.headOption().flatMap(other::account);
            if (target.isEmpty() || there.isEmpty()) {
                return larger;
            }
            int venue = one.venueOf(target.get().index());
            Option<StandingOffer> mine =
                    venue < 0 ? Option.none() : one.offer(venue, target.get().index(), bid.pair());
            Option<StandingOffer> yours =
                    venue < 0 ? Option.none() : other.offer(venue, there.get().index(), bid.pair());
            if (mine.isEmpty() || yours.isEmpty()) {
                return larger;
            }
            long[] here = figures(mine.get());
            long[] figures = figures(yours.get());
            Quantity pay = larger.pay();
            long receive = larger.receive();
            for (int i = 0; i < here.length; i++) {
                pay = bid.pay().equals(Quantity.of(here[i])) ? Quantity.of(figures[i]) : pay;
                receive = bid.receive() == here[i] ? figures[i] : receive;
            }
            return new Action.Bid(larger.venue(), larger.target(), larger.pair(), pay, receive);
        }

        private static long[] figures(StandingOffer offer) {
            return offer.ask() instanceof Ask.BestBid best
                    ? new long[] {offer.mostGive(), offer.mostWant(), best.want(), best.most(), best.give()}
                    : new long[] {offer.mostGive(), offer.mostWant()};
        }
    }
}
