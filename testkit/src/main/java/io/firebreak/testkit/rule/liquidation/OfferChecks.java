package io.firebreak.testkit.rule.liquidation;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.liquidation.StatesRemainder;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Exact;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;

/** What rules 310 to 313 look at: whether what stands can be had, and what does not cannot. */
final class OfferChecks {
    private OfferChecks() {}

    /** Most base units that a bid on an offer that is taken in parts pays; 0 where it is no such bid. */
    private static long pays(Call.Bid bid) {
        StandingOffer offer = bid.offer();
        long want = Math.min(bid.pay(), offer.mostWant());
        return offer.ask().partial() ? want : 0;
    }

    /** What it should get: as much as it pays for, as it asked for and as there is, rounded down. */
    private static long gets(Call.Bid bid) {
        StandingOffer offer = bid.offer();
        long paidFor = Math.min(offer.price().giveDown(pays(bid)), offer.mostGive());
        return bid.receive() == 0 ? paidFor : Math.min(paidFor, bid.receive());
    }

    /** Whether the price that is asked is within what the bid allows, and there is something to be had for it. */
    private static boolean isGood(Call.Bid bid) {
        StandingOffer offer = bid.offer();
        if (offer.ask() instanceof Ask.BestBid best) {
            return isWithin(bid, best) && best.give() > 0 && bid.receive() == best.give();
        }
        long give = offer.price().giveDown(pays(bid));
        boolean all = give > offer.mostGive();
        long want = all ? offer.price().wantUp(offer.mostGive()) : pays(bid);
        // All that is paid for, rounded against the taker, must still be within what it allows.
        return want > 0
                && offer.mostWant() < Long.MAX_VALUE
                && give > 0
                && Exact.compareProducts(want, bid.receive(), bid.pay(), all ? offer.mostGive() : give) <= 0;
    }

    private static boolean isWithin(Call.Bid bid, Ask.BestBid best) {
        return bid.pay() >= best.want()
                && bid.pay() <= best.most()
                && bid.receive() <= best.give()
                && (bid.receive() > 0 || best.give() == 0);
    }

    /** Whether a part is taken of what may not be left in any part. */
    private static boolean mayLeaveTooLittle(Deed.Answer answer, Call.Bid bid, Scene scene) {
        return scene.spec(answer.venue())
                .liquidation()
                .flatMap(model -> model.power(StatesRemainder.class))
                .map(states -> states.leastRemainder(bid.offer().pair().want()))
                .exists(least -> least > 0 && bid.offer().mostWant() - pays(bid) < least);
    }

    /** Refused bids. */
    static final class CanBeHad implements Watch {
        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Answer answer && answer.call() instanceof Call.Bid bid && isGood(bid)) {
                notes.met();
            }
        }

        @Override
        public void refused(Deed deed, Rejection rejection, Scene scene, Notes notes) {
            if (deed instanceof Deed.Answer answer
                    && answer.call() instanceof Call.Bid bid
                    && isGood(bid)
                    && !isExcused(rejection.reason(), bid)
                    && !mayLeaveTooLittle(answer, bid, scene)) {
                StandingOffer offer = bid.offer();
                notes.breach(scene.name(bid.target()) + " offers up to "
                        + offer.pair().give().show(offer.mostGive()) + ", and "
                        + offer.pair().want().show(bid.pay()) + " for "
                        + offer.pair().give().show(bid.receive()) + " was refused: " + rejection);
            }
        }
    }

    /** The taker's own want, and a part that would leave too little. */
    private static boolean isExcused(Reason reason, Call.Bid bid) {
        return reason == Reason.INSUFFICIENT_FUNDS
                || reason == Reason.UNSAFE_AFTERWARDS
                || reason == Reason.STOPPED
                || (reason == Reason.TOO_SMALL && pays(bid) < bid.offer().mostWant());
    }

    /** What a bid got that was filled at once. */
    static void getsWhatItPaysFor(FillWatch.Fill fill, Notes notes) {
        for (Call.Bid bid : fill.bid().filter(bid -> fill.is(Event.Kind.FILLED))) {
            long due = gets(bid);
            if (bid.offer().ask() instanceof Ask.BestBid
                    || bid.offer().mostWant() == Long.MAX_VALUE
                    || due == 0
                    || mayLeaveTooLittle((Deed.Answer) fill.deed(), bid, fill.scene())) {
                return;
            }
            notes.met();
            // Where the wanted asset is coarser, its last unit buys several of what is given.
            long coarse = bid.offer().price().giveDown(1);
            if (fill.event().first().units() < due - 1 - coarse) {
                notes.breach(fill.name() + " gave " + fill.event().first() + " for a bid that pays for "
                        + bid.offer().pair().give().show(due));
            }
        }
    }

    /** Bids that were locked. */
    static final class MeetsTheBestBid implements Watch {
        private int events;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Answer) {
                events = scene.events();
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Answer answer
                    && answer.call() instanceof Call.Bid bid
                    && bid.offer().ask() instanceof Ask.BestBid best) {
                scene.events(events, event -> {
                    if (event.kind() == Event.Kind.BID) {
                        notes.met();
                        if (!isWithin(bid, best)) {
                            notes.breach(scene.name(bid.target()) + " took a bid of "
                                    + bid.offer().pair().want().show(bid.pay()) + " for "
                                    + bid.offer().pair().give().show(bid.receive()) + ", and asked for " + best);
                        }
                    }
                });
            }
        }
    }

    /** Steps that were refused: the engine asks only for those that somebody was invited to. */
    static final class IsMeant implements Watch {
        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Answer answer && !(answer.call() instanceof Call.Bid)) {
                notes.met();
            }
        }

        @Override
        public void refused(Deed deed, Rejection rejection, Scene scene, Notes notes) {
            boolean full = rejection.reason() == Reason.LIMIT_REACHED
                    || rejection.reason() == Reason.TOO_SMALL
                    || rejection.reason() == Reason.NO_PRICE
                    || rejection.reason() == Reason.INSUFFICIENT_FUNDS;
            if (deed instanceof Deed.Answer answer && !(answer.call() instanceof Call.Bid) && !full) {
                notes.breach(scene.name(answer.call().target()) + " was offered for a "
                        + answer.call().getClass().getSimpleName() + ", which was refused: " + rejection);
            }
        }
    }
}
