package io.firebreak.testkit.rule;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.liquidation.StatesCeiling;
import io.firebreak.api.liquidation.StatesPenalty;
import io.firebreak.api.liquidation.StatesRemainder;
import io.firebreak.api.number.Exact;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import java.util.Set;
import java.util.TreeSet;

/** What rules 411 and 412 look at: how much is wanted for the lots of a liquidation model. */
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
}
