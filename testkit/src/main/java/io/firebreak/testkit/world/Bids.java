package io.firebreak.testkit.world;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.StandingOffer;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** What is bid on an offer, and asked for it. */
record Bids(Wish wish) {
    /** A bid on a target, where something is on offer there. */
    Option<Named> on(AccountId target) {
        return wish.scene().offer(wish.venue(), target.index(), null).map(offer -> {
            Pair pair = offer.pair();
            long want = most(offer);
            Seq<Long> brinks = Brinks.pays(wish.scene(), wish.venue(), offer);
            Quantity pay = offer.ask() instanceof Ask.BestBid best
                    ? Quantity.of(bid(best))
                    : offer.mostWant() == 0
                            ? Quantity.of(0)
                            : wish.choice().size() % 2 == 1 && brinks.nonEmpty()
                                    ? Quantity.of(brinks.get(wish.choice().size() / 2 % brinks.size()))
                                    : wish.amount(want);
            long receive = receive(offer, pay instanceof Quantity.Units units ? units.units() : want);
            return Named.of(wish.scene(), target, stand -> new Action.Bid(wish.ref(), stand, pair, pay, receive));
        });
    }

    /** What matters where the best bid wins: all that is wanted, the least that is, between them, and a unit off. */
    private long bid(Ask.BestBid best) {
        return switch (wish.choice().size() % 9) {
            case 0, 6 -> best.most();
            case 1, 8 -> best.want();
            case 2 -> best.want() + (best.most() - best.want()) / 2;
            case 3 -> Math.max(1, best.want());
            case 4 -> Math.max(0, best.want() - 1);
            case 5 -> best.want() + 1;
            default -> best.most() + 1;
        };
    }

    /** All that is given, and now and then less, a unit more, or nothing. */
    private long asks(Ask.BestBid best) {
        return switch (wish.choice().size() % 7) {
            case 1 -> best.give() - best.give() / 3;
            case 2 -> wish.choice().who() % 3 == 0 ? 0 : best.give();
            case 4 -> best.give() + 1;
            default -> best.give();
        };
    }

    private static long most(StandingOffer offer) {
        if (offer.ask() instanceof Ask.BestBid best) {
            return best.want();
        }
        long priced = offer.mostGive() > Long.MAX_VALUE / 4 || offer.price().want() == 0
                ? Long.MAX_VALUE
                : offer.price().wantUp(offer.mostGive());
        return Math.min(Math.min(offer.mostWant(), priced), 1_000_000_000_000_000L);
    }

    /** What is asked for it: anything, the asked price to the unit, one better. */
    private long receive(StandingOffer offer, long pay) {
        if (offer.ask() instanceof Ask.BestBid best) {
            return asks(best);
        }
        long fair = Math.min(offer.price().giveDown(pay), offer.mostGive());
        return wish.choice().who() % 3 == 1
                ? fair
                : wish.choice().who() % 3 == 2 ? Math.min(Long.MAX_VALUE / 4, fair) + 1 : 0;
    }
}
