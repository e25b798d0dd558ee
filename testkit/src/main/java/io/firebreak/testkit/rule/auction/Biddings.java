package io.firebreak.testkit.rule.auction;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.liquidation.StatesBidding;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Exact;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.Arrays;

/** What rules 407 and 408 look at: offers for the best bid, over time. */
final class Biddings {
    private Biddings() {}

    /** What the seller behind a target says of its bidding. */
    private static Option<StatesBidding> stated(Scene scene, int venue, int seller) {
        return seller == 0
                ? scene.spec(venue).liquidation().flatMap(model -> model.power(StatesBidding.class))
                : scene.spec(venue).losses().get(seller - 1).power(StatesBidding.class);
    }

    private static Option<Ask.BestBid> best(Option<StandingOffer> offer) {
        return offer.map(StandingOffer::ask)
                .filter(Ask.BestBid.class::isInstance)
                .map(Ask.BestBid.class::cast);
    }

    /** Looks at what stands whenever an action or a block is over. */
    static final class InTime implements Watch {
        /** Bidding on a target: who sells, when it began, when its last bid came, and what it asks since. */
        private record Bidding(int seller, long began, long last, Ask.BestBid ask) {
            long endsMillis(StatesBidding stated) {
                long end = began + stated.tau().toMillis();
                return ask.leader().isEmpty()
                        ? end
                        : Math.min(end, last + stated.ttl().toMillis());
            }
        }

        private Map<Integer, Bidding> biddings = TreeMap.empty();
        private Map<Integer, Bidding> saved = biddings;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act) {
                saved = biddings;
            }
        }

        @Override
        public void refused(Deed deed, Rejection rejection, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act) {
                biddings = saved;
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Answer answer
                    && (answer.call() instanceof Call.Settle || answer.call() instanceof Call.Restart)) {
                int target = answer.call().target().index();
                stated(scene, answer.venue(), answer.seller()).forEach(stated -> biddings.get(target)
                        .forEach(last ->
                                over(target, last, answer.call() instanceof Call.Settle, stated, scene, notes)));
                biddings = biddings.remove(target);
            } else if (deed instanceof Deed.Act || deed instanceof Deed.Closing) {
                for (int venue = 0; venue < scene.venues(); venue++) {
                    for (int target : scene.targets(venue)) {
                        int at = venue;
                        stated(scene, venue, scene.seller(venue, target))
                                .forEach(stated -> look(at, target, stated, deed, scene, notes));
                    }
                }
                biddings = biddings.filterKeys(target -> isOpen(scene, target));
                if (deed instanceof Deed.Closing) {
                    biddings.forEach((target, last) -> untended(target, last, scene, notes));
                }
            }
        }

        /** Bidding is over, or so the seller says. */
        private static void over(
                int target, Bidding last, boolean settles, StatesBidding stated, Scene scene, Notes notes) {
            notes.met();
            long now = scene.block().timeMillis();
            String name = scene.name(scene.id(target));
            if (now <= last.endsMillis(stated)) {
                notes.breach(name + " ended at " + now + ", and bidding lasts until " + last.endsMillis(stated));
            }
            if (settles == last.ask().leader().isEmpty()) {
                notes.breach(name + " ended " + (settles ? "without" : "with") + " a bid, and is to be "
                        + (settles ? "settled" : "begun anew"));
            }
        }

        /** A target whose bidding is over, and nobody is asked to settle or to begin anew. */
        private static void untended(int target, Bidding last, Scene scene, Notes notes) {
            int venue = scene.venueOf(target);
            if (scene.invitation(venue, target).isEmpty()) {
                stated(scene, venue, last.seller())
                        .filter(stated -> scene.block().timeMillis() > last.endsMillis(stated))
                        .forEach(stated -> notes.breach(scene.name(scene.id(target)) + " took bids until "
                                + last.endsMillis(stated) + ", and nobody is asked to go on"));
            }
        }

        /** Whether something stands there, or a lot is still to be sold. */
        private static boolean isOpen(Scene scene, int target) {
            return Arrays.binarySearch(scene.targets(scene.venueOf(target)), target) >= 0 || scene.isOpenLot(target);
        }

        private void look(int venue, int target, StatesBidding stated, Deed deed, Scene scene, Notes notes) {
            long now = scene.block().timeMillis();
            String name = scene.name(scene.id(target));
            Bidding last = biddings.get(target).getOrNull();
            for (Ask.BestBid ask : best(scene.offer(venue, target, null))) {
                boolean isNew = last == null || (ask.leader().isEmpty() && !ask.equals(last.ask()));
                Bidding next = isNew
                        ? new Bidding(scene.seller(venue, target), now, now, ask)
                        : ask.equals(last.ask()) ? last : new Bidding(last.seller(), last.began(), now, ask);
                if (!isNew && !next.equals(last) && now >= last.endsMillis(stated)) {
                    notes.breach(name + " took a bid at " + now + ", and bidding ended at " + last.endsMillis(stated));
                }
                notes.met();
                if (deed instanceof Deed.Closing && now >= next.endsMillis(stated)) {
                    notes.breach(name + " takes bids at " + now + ", and bidding ended at " + next.endsMillis(stated));
                }
                biddings = biddings.put(target, next);
            }
            for (Invitation invitation : scene.invitation(venue, target)) {
                if (invitation.step() != Invitation.Step.KICK) {
                    if (last == null) {
                        notes.breach(name + " is over, and nobody could ever bid");
                    } else {
                        over(target, last, invitation.step() == Invitation.Step.SETTLE, stated, scene, notes);
                    }
                }
            }
        }
    }

    /** Looks at each bid that is taken, and at what the next one was asked for. */
    static final class ByStep implements Watch {
        /** What the leader pays and receives. */
        private record Bid(long pay, long receive) {}

        private Map<Integer, Bid> bids = TreeMap.empty();
        private Map<Integer, Bid> saved = bids;
        private int events;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act) {
                saved = bids;
            } else if (deed instanceof Deed.Answer) {
                events = scene.events();
            }
        }

        @Override
        public void refused(Deed deed, Rejection rejection, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act) {
                bids = saved;
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (!(deed instanceof Deed.Answer answer)) {
                return;
            }
            int target = answer.call().target().index();
            if (answer.call() instanceof Call.Bid bid && bid.offer().ask() instanceof Ask.BestBid best) {
                scene.events(events, event -> {
                    if (event.kind() == Event.Kind.BID) {
                        stated(scene, answer.venue(), answer.seller())
                                .forEach(stated -> asksForAll(bid, best, bids.get(target), scene, notes));
                        bids = bids.put(target, new Bid(bid.pay(), bid.receive()));
                    }
                });
                for (StatesBidding stated : stated(scene, answer.venue(), answer.seller())) {
                    for (Ask.BestBid next : best(scene.offer(answer.venue(), target, null))) {
                        bids.get(target).forEach(last -> judge(target, last, next, stated, scene, notes));
                    }
                }
            } else {
                bids = bids.remove(target);
            }
        }

        /** What is given shrinks only once all that is wanted is bid. */
        private static void asksForAll(Call.Bid bid, Ask.BestBid best, Option<Bid> last, Scene scene, Notes notes) {
            boolean rises = best.want() < best.most() || last.exists(before -> before.pay() < best.most());
            if (rises && bid.receive() != best.give()) {
                notes.breach(scene.name(bid.target()) + " took a bid for "
                        + bid.offer().pair().give().show(bid.receive())
                        + " where all that is wanted has not been bid for "
                        + bid.offer().pair().give().show(best.give()));
            }
        }

        private static void judge(
                int target, Bid last, Ask.BestBid next, StatesBidding stated, Scene scene, Notes notes) {
            notes.met();
            boolean rises = last.pay() < next.most();
            // What is wanted rises up to all of it; from there on what is given shrinks.
            long want = rises
                    ? Math.min(
                            next.most(), Exact.timesUp(last.pay(), stated.beg().onePlus()))
                    : last.pay();
            long give = rises
                    ? last.receive()
                    : Exact.dividedDown(last.receive(), stated.beg().onePlus());
            if (Math.abs(next.want() - want) > 1 || Math.abs(next.give() - give) > 1) {
                notes.breach(scene.name(scene.id(target)) + " has a bid of " + last.pay() + " for " + last.receive()
                        + ", and asks for " + next.want() + " for " + next.give() + " instead of " + want + " for "
                        + give);
            }
        }
    }
}
