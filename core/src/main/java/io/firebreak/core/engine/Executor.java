package io.firebreak.core.engine;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.book.Journal;
import io.firebreak.core.book.Refusal;
import io.firebreak.core.economy.Gas;
import io.vavr.control.Either;
import java.math.RoundingMode;

/** Executes actions one by one, each as a whole or not at all. */
final class Executor {
    private final World world;

    Executor(World world) {
        this.world = world;
    }

    /**
     * Applies an action of a wallet.
     *
     * @param feeGwei paid per unit of gas first, and kept when the action is refused
     * @return what it returned, or why not
     */
    Either<Rejection, Long> execute(int sender, Action action, long feeGwei) {
        try {
            payGas(sender, action, feeGwei);
        } catch (Refusal refusal) {
            return Either.left(new Rejection(Reason.GAS, refusal.rejection().detail()));
        }
        int events = world.events.size();
        Journal journal = world.ledger.journal();
        int postings = journal == null ? 0 : journal.size();
        Deed.Act act = new Deed.Act(world.id(sender), action);
        world.before(act);
        world.undo.begin();
        try {
            long result = apply(sender, action);
            for (Desk<?> desk : world.desks) {
                desk.checkEnd();
            }
            world.undo.commit();
            world.after(act);
            return Either.right(result);
        } catch (Refusal refusal) {
            world.undo.rollBack();
            world.events.truncate(events);
            if (journal != null) {
                journal.truncate(postings);
            }
            Event.Kind kind = refusal.rejection().reason() == Reason.STOPPED ? Event.Kind.STOPPED : Event.Kind.REJECTED;
            int venue = action instanceof Action.AtVenue atVenue ? world.desk(atVenue.venue()).number : Accounts.NONE;
            world.event(kind, venue, sender, sender, 0, 0);
            refusal.undone();
            world.refused(act, refusal.rejection());
            return Either.left(refusal.rejection());
        } finally {
            world.results.clear();
        }
    }

    private void payGas(int sender, Action action, long feeGwei) {
        Gas gas = world.economy.clock().gas().getOrNull();
        if (gas == null || feeGwei == 0 || action.gas() == 0) {
            return;
        }
        long billionths = Math.multiplyExact(feeGwei, action.gas());
        long cost =
                Exact.convert(billionths, Decimal.ONE, Decimal.ONE, gas.asset().decimals() - 9, RoundingMode.UP);
        world.ledger.post(sender, world.validators, gas.asset().index(), cost);
        world.event(
                Event.Kind.GAS,
                Accounts.NONE,
                sender,
                world.validators,
                gas.asset().index(),
                cost);
    }

    private long apply(int sender, Action action) {
        if (action instanceof Action.Called called) {
            return call(sender, called);
        }
        if (action instanceof Action.AtVenue atVenue) {
            return world.desk(atVenue.venue()).act(sender, atVenue);
        }
        if (action instanceof Action.MarketOrder order) {
            long units = amount(order.quantity(), sender, order.give());
            return world.trade(order.market(), sender, order.give(), units, order.get());
        }
        if (action instanceof Action.Transfer transfer) {
            long units = amount(transfer.quantity(), sender, transfer.asset());
            world.ledger.post(sender, transfer.to().index(), transfer.asset().index(), units);
            // A gift to a pool moves its price.
            world.trades += world.accounts.kind(transfer.to().index()) == Accounts.Kind.OWN ? 1 : 0;
            return units;
        }
        if (action instanceof Action.Bundle bundle) {
            long last = 0;
            for (Action step : bundle.steps()) {
                last = apply(sender, step);
                world.results.add(last);
            }
            return last;
        }
        throw new Refusal(
                Reason.NOT_OFFERED, "nobody answers a " + action.getClass().getSimpleName());
    }

    private long amount(Quantity quantity, int sender, Asset asset) {
        return Desk.amount(world.resolve(quantity), world.ledger.balance(asset.index(), sender));
    }

    private long call(int sender, Action.Called action) {
        Desk<?> desk = world.desk(action.venue());
        int target = target(action.target());
        AccountId targetId = world.id(target);
        if (target < 0 || target >= world.accounts.size() || !desk.offers.stands(target)) {
            throw new Refusal(Reason.NOT_THERE, "nothing stands on account " + target);
        }
        boolean onLot = world.accounts.kind(target) == Accounts.Kind.LOT;
        if (!onLot && !desk.book().isUnsafeNow(target)) {
            throw new Refusal(Reason.NOT_UNSAFE, world.accounts.name(target) + " is healthy");
        }
        AccountId caller = world.id(sender);
        int seller = desk.offers.seller(target);
        long before = 0;
        Asset received = desk.book().numeraire();
        Call call;
        if (action instanceof Action.Bid bid) {
            Pair pair = bid.pair();
            StandingOffer offer = desk.standing(target, pair);
            if (offer == null) {
                throw new Refusal(Reason.NOT_THERE, "no such offer stands on " + world.accounts.name(target));
            }
            received = pair.give();
            before = world.ledger.balance(received.index(), sender);
            call = new Call.Bid(
                    caller, targetId, offer, desk.pay(world.resolve(bid.pay()), sender, pair.want()), bid.receive());
        } else if (action instanceof Action.Kick) {
            requireInvitation(desk, target, Invitation.Step.KICK);
            call = new Call.Kick(caller, targetId);
        } else if (action instanceof Action.Settle) {
            requireInvitation(desk, target, Invitation.Step.SETTLE);
            call = new Call.Settle(caller, targetId);
        } else {
            requireInvitation(desk, target, Invitation.Step.RESTART);
            call = new Call.Restart(caller, targetId);
        }
        Proposal proposal = new Proposal.Liquidation(call, onLot);
        desk.require(proposal);
        answer(desk, seller, call);
        desk.done(proposal);
        if (action instanceof Action.Kick) {
            return desk.lots.latest();
        }
        return action instanceof Action.Bid ? world.ledger.balance(received.index(), sender) - before : 0;
    }

    private void answer(Desk<?> desk, int seller, Call call) {
        Deed.Answer answer = new Deed.Answer(desk.number, seller, call);
        world.before(answer);
        try {
            desk.seller(seller).answer(call);
        } catch (Refusal refusal) {
            world.refused(answer, refusal.rejection());
            throw refusal;
        }
        world.after(answer);
    }

    /** The account an action names: a negative one is the lot that a step of the bundle opened. */
    private int target(AccountId named) {
        int step = -1 - named.index();
        return step >= 0 && step < world.results.size()
                ? world.results.get(step).intValue()
                : named.index();
    }

    private static void requireInvitation(Desk<?> desk, int target, Invitation.Step step) {
        Invitation invitation = desk.offers.invitation(target);
        if (invitation == null || invitation.step() != step) {
            throw new Refusal(Reason.NOT_DUE, "nobody was invited to " + step + " account " + target);
        }
    }
}
