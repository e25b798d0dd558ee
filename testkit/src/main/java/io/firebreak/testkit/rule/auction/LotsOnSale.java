package io.firebreak.testkit.rule.auction;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.liquidation.StatesCeiling;
import io.firebreak.api.liquidation.StatesPenalty;
import io.firebreak.api.liquidation.StatesRemainder;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Exact;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.control.Option;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What rules 411, 412, 414 and 415 look at: how much is wanted for the lots of a liquidation model, and what they hold. */
final class LotsOnSale {
    private LotsOnSale() {}

    /** Looks at the lots of each venue after every action. */
    private abstract static class Each implements Watch {
        @Override
        public final void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act) {
                for (int venue = 0; venue < scene.venues(); venue++) {
                    int at = venue;
                    scene.spec(venue).liquidation().forEach(model -> look(at, model, scene, notes));
                }
            }
        }

        abstract void look(int venue, LiquidationModel<?> model, Scene scene, Notes notes);
    }

    private static boolean isOnSale(Scene scene, int venue, int target) {
        return scene.seller(venue, target) == 0 && scene.isOpenLot(target);
    }

    /** All that is wanted for a lot. */
    private static long wanted(StandingOffer offer) {
        return offer.ask() instanceof Ask.BestBid best ? best.most() : offer.mostWant();
    }

    static final class RaisesItsDebt extends Each {
        private final Set<Integer> seen = new TreeSet<>();

        @Override
        void look(int venue, LiquidationModel<?> model, Scene scene, Notes notes) {
            for (StatesPenalty stated : model.power(StatesPenalty.class)) {
                look(venue, stated, scene, notes);
            }
        }

        private void look(int venue, StatesPenalty stated, Scene scene, Notes notes) {
            for (int target : scene.targets(venue)) {
                if (isOnSale(scene, venue, target) && seen.add(target)) {
                    for (StandingOffer offer : scene.offer(venue, target, null)) {
                        Asset want = offer.pair().want();
                        long debt = -scene.view(venue).holding(scene.id(target), want);
                        long due = Exact.timesDown(debt, stated.penalty().onePlus());
                        notes.met();
                        // A debt in shares is rounded up, by less than two units when it moves.
                        if (Math.abs(wanted(offer) - due) > 3) {
                            notes.breach(scene.name(scene.id(target)) + " owes " + want.show(debt) + ", and "
                                    + want.show(wanted(offer)) + " is wanted for it");
                        }
                    }
                }
            }
        }
    }

    static final class WithinCeiling extends Each {
        @Override
        void look(int venue, LiquidationModel<?> model, Scene scene, Notes notes) {
            for (Parcel ceiling : model.power(StatesCeiling.class).flatMap(StatesCeiling::ceiling)) {
                long sum = 0;
                for (int target : scene.targets(venue)) {
                    if (isOnSale(scene, venue, target)) {
                        sum += scene.offer(venue, target, null)
                                .filter(offer -> offer.pair().want().equals(ceiling.asset()))
                                .map(LotsOnSale::wanted)
                                .getOrElse(0L);
                    }
                }
                if (sum > 0) {
                    notes.met();
                }
                long most = ceiling.units()
                        + model.power(StatesRemainder.class)
                                .map(states -> states.leastRemainder(ceiling.asset()))
                                .getOrElse(0L);
                if (sum > most) {
                    notes.breach(ceiling.asset().show(sum) + " is wanted for lots of "
                            + scene.spec(venue).name() + ", and the ceiling is " + ceiling);
                }
            }
        }
    }

    /** Kicks, and the room there was for a lot. */
    static final class BegunWhileThereIsRoom implements Watch {
        /** What is wanted for the open lots, also of those whose offer has been taken back. */
        private final Map<Integer, Long> wanted = new TreeMap<>();

        private long room;
        /** Whether what is to be sold is sold for what the ceiling counts. */
        private boolean counts;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Answer answer && answer.call() instanceof Call.Kick kick) {
                for (Parcel ceiling : stated(answer, scene).flatMap(StatesCeiling::ceiling)) {
                    counts = scene.view(answer.venue())
                            .exposure(kick.target())
                            .exists(exposure -> exposure.pair().want().equals(ceiling.asset()));
                    look(answer.venue(), ceiling.asset(), scene);
                    room = ceiling.units()
                            - wanted.values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum();
                }
            }
        }

        private void look(int venue, Asset asset, Scene scene) {
            for (int target : scene.targets(venue)) {
                if (isOnSale(scene, venue, target)) {
                    scene.offer(venue, target, null)
                            .filter(offer -> offer.pair().want().equals(asset))
                            .forEach(offer -> wanted.put(target, wanted(offer)));
                }
            }
            wanted.keySet().removeIf(lot -> !scene.isOpenLot(lot));
        }

        private static Option<StatesCeiling> stated(Deed.Answer answer, Scene scene) {
            return scene.spec(answer.venue()).liquidation().flatMap(model -> model.power(StatesCeiling.class));
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            judge(deed, true, scene, notes);
            if (deed instanceof Deed.Answer answer) {
                stated(answer, scene)
                        .flatMap(StatesCeiling::ceiling)
                        .forEach(ceiling -> look(answer.venue(), ceiling.asset(), scene));
            }
        }

        @Override
        public void refused(Deed deed, Rejection rejection, Scene scene, Notes notes) {
            if (rejection.reason() == Reason.LIMIT_REACHED) {
                judge(deed, false, scene, notes);
            }
        }

        private void judge(Deed deed, boolean begun, Scene scene, Notes notes) {
            if (counts && deed instanceof Deed.Answer answer && answer.call() instanceof Call.Kick kick) {
                for (StatesCeiling stated : stated(answer, scene)) {
                    for (Parcel ceiling : stated.ceiling()) {
                        long least = stated.leastRoom()
                                .filter(parcel -> parcel.asset().equals(ceiling.asset()))
                                .map(Parcel::units)
                                .getOrElse(1L);
                        notes.met();
                        if (begun != (room >= Math.max(1, least))) {
                            notes.breach(scene.name(kick.target()) + (begun ? " was" : " was not") + " kicked, and "
                                    + ceiling.asset().show(room) + " is left under the ceiling, where "
                                    + ceiling.asset().show(least) + " is enough");
                        }
                    }
                }
            }
        }
    }

    /** Bids on lots that were locked. */
    static final class HoldsWhatIsBidFor implements Watch {
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
                    && bid.offer().ask() instanceof Ask.BestBid
                    && scene.isOpenLot(bid.target().index())) {
                Asset give = bid.offer().pair().give();
                scene.events(events, event -> {
                    long held = scene.view(answer.venue()).holding(bid.target(), give);
                    if (event.kind() == Event.Kind.BID) {
                        notes.met();
                        if (held != bid.receive()) {
                            notes.breach(scene.name(bid.target()) + " holds " + give.show(held)
                                    + ", and the best bid asks for " + give.show(bid.receive()));
                        }
                    }
                });
            }
        }
    }
}
