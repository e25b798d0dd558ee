package io.firebreak.testkit.liar.venue;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.venue.Backing;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.StatesBacking;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Queue;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** A bridge that delivers in the next block, honest or with a fault. */
record Bridge(Fault fault) implements Venue<Queue<Bridge.Message>>, StatesBacking<Queue<Bridge.Message>> {
    /** What is wrong with it. */
    enum Fault {
        NONE,
        /** Issues a hundredth more than was locked, to itself. */
        MINTS_FOR_ITSELF,
        /** Delivers nothing to the other side. */
        KEEPS_MESSAGES
    }

    /** Something under way. */
    record Message(AccountId to, Asset asset, long units) {}

    @Override
    public Plan plan() {
        return Plan.empty().own("reserve", Setting.WETH).issuerOf(Setting.WETH);
    }

    @Override
    public Queue<Message> initial() {
        return Queue.empty();
    }

    @Override
    public Step<Queue<Message>> advance(Queue<Message> state, VenueView view) {
        if (fault == Fault.KEEPS_MESSAGES) {
            return Step.of(state);
        }
        Step<Queue<Message>> step = Step.of(Queue.empty());
        for (Message message : state) {
            step = step.move(view.own("reserve"), message.to(), message.asset(), message.units());
        }
        return step;
    }

    @Override
    public Either<Rejection, Step<Queue<Message>>> act(
            Queue<Message> state, AccountId sender, Action.AtVenue action, VenueView view) {
        if (action instanceof Action.Lock lock && lock.asset().equals(Setting.ETH)) {
            return sent(state, sender, Setting.ETH, Setting.WETH, lock.quantity(), view);
        }
        if (action instanceof Action.Release release && release.wrapped().equals(Setting.WETH)) {
            return sent(state, sender, Setting.WETH, Setting.ETH, release.quantity(), view);
        }
        return Either.left(new Rejection(Reason.NOT_OFFERED, "a bridge locks and releases"));
    }

    private Either<Rejection, Step<Queue<Message>>> sent(
            Queue<Message> state, AccountId sender, Asset taken, Asset given, Quantity quantity, VenueView view) {
        long units = view.amount(quantity, view.balance(sender, taken));
        AccountId reserve = view.own("reserve");
        if (units <= 0 || units > view.balance(sender, taken)) {
            return Either.left(new Rejection(Reason.INSUFFICIENT_FUNDS, "nothing, or too much"));
        }
        boolean mints = fault == Fault.MINTS_FOR_ITSELF && taken.equals(Setting.ETH);
        return Either.right(Step.of(state.enqueue(new Message(sender, given, units)))
                .move(sender, reserve, taken, units)
                .move(reserve, view.treasury(), Setting.WETH, mints ? units / 100 : 0));
    }

    @Override
    public Seq<Backing> backings(Queue<Message> state, VenueView view) {
        long promised = state.map(Message::units).sum().longValue();
        return Vector.of(new Backing(Setting.WETH, view.own("reserve"), Setting.ETH, promised));
    }
}
