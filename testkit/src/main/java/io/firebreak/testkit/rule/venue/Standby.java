package io.firebreak.testkit.rule.venue;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.metric.Event;
import io.firebreak.api.venue.StandsReady;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.control.Option;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rules 371 and 372 look at: venues that stand ready to take what another one's liquidations offer. */
final class Standby {
    private Standby() {}

    private static Option<StandsReady<?>> ready(Scene scene, int venue) {
        return scene.spec(venue).venue() instanceof StandsReady<?> stands ? Option.some(stands) : Option.none();
    }

    private static boolean isGift(Action action, Scene scene) {
        return action instanceof Action.Transfer gift
                && scene.kind(gift.to().index()) == Accounts.Kind.OWN
                && ready(scene, scene.venueOf(gift.to().index())).isDefined();
    }

    private static int purse(Scene scene, int venue, StandsReady<?> stands) {
        return scene.own(venue, stands.purse()).index();
    }

    /** Looks at what is left on offer when an action or a block is over. */
    static final class TakesWhatItCan implements Watch {
        /** A gift to a purse is nobody's deposit. */
        private boolean gift;

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            gift |= deed instanceof Deed.Act act && isGift(act.action(), scene);
            if (deed instanceof Deed.Closing && !gift) {
                for (int venue = 0; venue < scene.venues(); venue++) {
                    for (StandsReady<?> stands : ready(scene, venue)) {
                        for (Pair pair : stands.takesAll()) {
                            look(venue, stands, pair, scene, notes);
                        }
                    }
                }
            }
        }

        private static void look(int venue, StandsReady<?> stands, Pair pair, Scene scene, Notes notes) {
            int seller = scene.venue(stands.takesAt());
            if (seller == Accounts.NONE) {
                return;
            }
            long there = scene.balance(purse(scene, venue, stands), pair.want().index());
            for (int target : scene.targets(seller)) {
                for (StandingOffer offer : scene.offer(seller, target, null)) {
                    if (scene.seller(seller, target) == 0
                            && offer.pair().equals(pair)
                            && offer.ask().atOnce()) {
                        notes.met();
                        long pays = Math.min(there, offer.mostWant());
                        if (Math.min(offer.price().giveDown(pays), offer.mostGive()) > 0) {
                            notes.breach(scene.name(offer.target()) + " is still on offer, and "
                                    + scene.spec(venue).name() + " stands ready with "
                                    + pair.want().show(there));
                        }
                    }
                }
            }
        }
    }

    /** What is left of each deposit and what it has gained, reckoned take by take. */
    static final class SharesByDeposit implements Watch {
        private static final double ROUNDING = 1e-9;

        /** Of one depositor, in base units. */
        private static final class Part {
            private double deposit;
            private double gain;
        }

        private final Map<Integer, Part> parts = new TreeMap<>();
        private int venue = Accounts.NONE;
        private int takes;
        private int events;
        private boolean lost;
        private long paid;
        private long gained;

        @Override
        public void begin(Scene scene, Notes notes) {
            for (int each = 0; each < scene.venues(); each++) {
                boolean states =
                        ready(scene, each).flatMap(StandsReady::takesAll).isDefined();
                venue = states ? each : venue;
            }
        }

        private @Nullable Pair pair(Scene scene) {
            return venue == Accounts.NONE
                    ? null
                    : ready(scene, venue).flatMap(StandsReady::takesAll).getOrNull();
        }

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            Pair pair = pair(scene);
            if (pair != null && deed instanceof Deed.Act act) {
                events = scene.events();
                paid = scene.balance(act.sender(), pair.want());
                gained = scene.balance(act.sender(), pair.give());
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            Pair pair = pair(scene);
            if (pair == null) {
                return;
            }
            if (deed instanceof Deed.Act act) {
                if (act.sender().index()
                        == purse(scene, venue, ready(scene, venue).get())) {
                    taken(scene);
                } else if (isHere(act.action(), scene)) {
                    moved(act, pair, scene, notes);
                } else {
                    lost |= act.action() instanceof Action.Bundle || isGift(act.action(), scene);
                }
            }
        }

        private boolean isHere(Action action, Scene scene) {
            return (action instanceof Action.Provide || action instanceof Action.Redeem)
                    && scene.venue(((Action.AtVenue) action).venue()) == venue;
        }

        private void taken(Scene scene) {
            double[] total = new double[1];
            parts.values().forEach(part -> total[0] += part.deposit);
            int purse = purse(scene, venue, ready(scene, venue).get());
            scene.events(events, event -> {
                if (event.kind() == Event.Kind.FILLED && event.other().index() == purse && total[0] > 0) {
                    takes++;
                    for (Part part : parts.values()) {
                        double share = part.deposit / total[0];
                        part.gain += event.first().units() * share;
                        part.deposit -= event.second().units() * share;
                    }
                }
            });
        }

        private void moved(Deed.Act act, Pair pair, Scene scene, Notes notes) {
            Part part = parts.computeIfAbsent(act.sender().index(), nobody -> new Part());
            double back = scene.balance(act.sender(), pair.want()) - paid;
            double got = scene.balance(act.sender(), pair.give()) - gained;
            boolean all = act.action() instanceof Action.Redeem redeem
                    && redeem.quantity().equals(Quantity.all());
            if (!lost && takes > 0) {
                notes.met();
                if (isOff(got, part.gain) || (all && isOff(back, part.deposit))) {
                    notes.breach(scene.name(act.sender()) + " has " + back + " and " + got + " base units of "
                            + pair + " back, where " + part.deposit + " are left of its deposit, which gained "
                            + part.gain);
                }
            }
            part.deposit = all ? 0 : Math.max(0, part.deposit - back);
            part.gain = 0;
        }

        private boolean isOff(double is, double due) {
            return Math.abs(is - due) > 2.0 * (takes + 2) + Math.abs(due) * ROUNDING;
        }
    }
}
