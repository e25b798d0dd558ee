package io.firebreak.testkit.rule.loss;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Seller;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.LetsWait;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.SharesOut;
import io.firebreak.api.loss.StandsInFor;
import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.CommittedEvents;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What rules 381 to 389 and 451 to 469 look at. */
final class LossChecks {
    private LossChecks() {}

    /** What is missing at a venue. */
    private static long missing(Scene scene, int venue, Asset asset) {
        return -scene.balance(scene.own(venue, "shortfall"), asset);
    }

    private static LossModel<?> model(Scene scene, int venue, int layer) {
        return scene.spec(venue).losses().get(layer);
    }

    /** What each layer has paid so far, and what of its purse still stands in. */
    private static final class Paid {
        private final Map<List<Integer>, Long> paid = new HashMap<>();
        private long before;

        void before(Deed.Bear bear, Scene scene) {
            before = missing(scene, bear.venue(), bear.asset());
        }

        void after(Deed.Bear bear, Scene scene) {
            paid.merge(
                    key(bear.venue(), bear.layer(), bear.asset()),
                    before - missing(scene, bear.venue(), bear.asset()),
                    Long::sum);
        }

        long by(int venue, int layer, Asset asset) {
            return paid.getOrDefault(key(venue, layer, asset), 0L);
        }

        private static List<Integer> key(int venue, int layer, Asset asset) {
            return List.of(venue, layer, asset.index());
        }

        /** Most that a layer should have paid in sum by now. */
        long most(Scene scene, int venue, int layer, Asset asset) {
            long by = by(venue, layer, asset);
            long ever = by
                    + scene.purse(venue, layer, asset)
                            .map(purse -> Math.max(0, scene.balance(purse, asset)))
                            .getOrElse(0L);
            return model(scene, venue, layer)
                    .power(StandsInFor.class)
                    .map(stated -> most(stated, asset, ever))
                    .getOrElse(ever);
        }

        private static long most(StandsInFor stated, Asset asset, long ever) {
            long shared = stated.share().ofDown(ever);
            long bounded = of(stated.limit(), asset)
                    .map(limit -> Math.min(limit, shared))
                    .getOrElse(shared);
            return of(stated.floor(), asset)
                    .map(floor -> Math.min(bounded, ever - floor))
                    .getOrElse(bounded);
        }

        private static Option<Long> of(Option<Parcel> parcel, Asset asset) {
            return parcel.filter(each -> each.asset().equals(asset)).map(Parcel::units);
        }

        /**
         * What a layer could still pay; 0 of one whose own account holds what is its bidders', and of one that shares out and
         * pays nothing, whatever somebody gave it.
         */
        long left(Scene scene, int venue, int layer, Asset asset) {
            LossModel<?> model = model(scene, venue, layer);
            return model.paysFrom() == LossModel.Purse.ITSELF
                            && (model instanceof Seller<?> || model instanceof SharesOut)
                    ? 0
                    : most(scene, venue, layer, asset) - by(venue, layer, asset);
        }
    }

    private static String name(Scene scene, int venue, int layer) {
        return scene.name(scene.layer(venue, layer));
    }

    /** Looks at each layer when it has been asked. */
    private abstract static class AfterBearing implements Watch {
        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear bear) {
                borne(bear, scene, notes);
            }
        }

        abstract void borne(Deed.Bear bear, Scene scene, Notes notes);
    }

    static final class NoMoreThanMissing extends AfterBearing {
        private long missed;
        private Option<Long> had = Option.none();

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear bear) {
                missed = missing(scene, bear.venue(), bear.asset());
                // What bidders locked with a layer that sells is theirs, and may go back.
                had = model(scene, bear.venue(), bear.layer()) instanceof Seller<?>
                        ? Option.none()
                        : purse(bear, scene);
            }
        }

        private static Option<Long> purse(Deed.Bear bear, Scene scene) {
            return scene.purse(bear.venue(), bear.layer(), bear.asset())
                    .map(purse -> scene.balance(purse, bear.asset()));
        }

        @Override
        void borne(Deed.Bear bear, Scene scene, Notes notes) {
            notes.met();
            long missing = missing(scene, bear.venue(), bear.asset());
            long spent = had.flatMap(before -> purse(bear, scene).map(left -> before - left))
                    .getOrElse(0L);
            if (spent > Math.max(0, missed - missing)) {
                notes.breach(name(scene, bear.venue(), bear.layer()) + " spent "
                        + bear.asset().show(spent) + ", and "
                        + bear.asset().show(missed - missing) + " less is missing");
            }
            if (missing < 0) {
                notes.breach(name(scene, bear.venue(), bear.layer()) + " paid "
                        + bear.asset().show(-missing) + " more than was missing");
            }
        }
    }

    static final class UpperEmpty implements Watch {
        private final Paid paid = new Paid();

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear bear) {
                paid.before(bear, scene);
                for (int layer = 0; layer < bear.layer(); layer++) {
                    notes.met();
                    long left = paid.left(scene, bear.venue(), layer, bear.asset());
                    if (left > 0) {
                        notes.breach(name(scene, bear.venue(), bear.layer()) + " is asked, and "
                                + name(scene, bear.venue(), layer) + " still has "
                                + bear.asset().show(left));
                    }
                }
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear bear) {
                paid.after(bear, scene);
            }
        }
    }

    /** Compares what a layer paid with what it says stands in. */
    static final class NoMoreThanStandsIn extends AfterBearing {
        private final Paid paid = new Paid();

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear bear) {
                paid.before(bear, scene);
            }
        }

        @Override
        void borne(Deed.Bear bear, Scene scene, Notes notes) {
            paid.after(bear, scene);
            if (model(scene, bear.venue(), bear.layer())
                    .power(StandsInFor.class)
                    .isDefined()) {
                notes.met();
                long by = paid.by(bear.venue(), bear.layer(), bear.asset());
                long most = paid.most(scene, bear.venue(), bear.layer(), bear.asset());
                if (by > Math.max(0, most)) {
                    notes.breach(name(scene, bear.venue(), bear.layer()) + " has paid "
                            + bear.asset().show(by) + ", and " + bear.asset().show(most) + " stands in");
                }
            }
        }
    }

    static final class BorneIsBorne extends AfterBearing {
        @Override
        void borne(Deed.Bear bear, Scene scene, Notes notes) {
            if (scene.answered(bear.venue(), bear.layer()).contains(Bearing.Outcome.BORNE)) {
                notes.met();
                long missing = missing(scene, bear.venue(), bear.asset());
                if (missing > 0) {
                    notes.breach(name(scene, bear.venue(), bear.layer()) + " said borne, and "
                            + bear.asset().show(missing) + " is still missing");
                }
            }
        }
    }

    static final class PendingIsMissing extends AfterBearing {
        @Override
        void borne(Deed.Bear bear, Scene scene, Notes notes) {
            if (scene.answered(bear.venue(), bear.layer()).contains(Bearing.Outcome.PENDING)) {
                notes.met();
                if (missing(scene, bear.venue(), bear.asset()) <= 0) {
                    notes.breach(name(scene, bear.venue(), bear.layer()) + " is at work, and nothing is missing");
                }
            }
        }
    }

    static final class PaysWithWhatIsThere extends AfterBearing {
        @Override
        void borne(Deed.Bear bear, Scene scene, Notes notes) {
            notes.met();
            long balance = scene.balance(scene.layer(bear.venue(), bear.layer()), bear.asset());
            if (balance < 0) {
                notes.breach(name(scene, bear.venue(), bear.layer()) + " paid with "
                        + bear.asset().show(-balance) + " of its own making");
            }
        }
    }

    /** Looks at the sales that a layer begins. */
    static final class SellsForWhatIsMissing extends AfterBearing {
        private final Set<Integer> seen = new TreeSet<>();

        @Override
        void borne(Deed.Bear bear, Scene scene, Notes notes) {
            long raises = 0;
            boolean begins = false;
            for (int target : scene.targets(bear.venue())) {
                if (scene.seller(bear.venue(), target) == bear.layer() + 1) {
                    begins |= seen.add(target);
                    raises += scene.offer(bear.venue(), target, null)
                            .filter(offer -> offer.pair().want().equals(bear.asset())
                                    && offer.ask() instanceof Ask.BestBid best
                                    && best.leader().isEmpty())
                            .map(offer -> ((Ask.BestBid) offer.ask()).want())
                            .getOrElse(0L);
                }
            }
            if (begins) {
                notes.met();
                long missing = missing(scene, bear.venue(), bear.asset());
                if (raises > missing) {
                    notes.breach(name(scene, bear.venue(), bear.layer()) + " begins to raise "
                            + bear.asset().show(raises) + ", and "
                            + bear.asset().show(missing) + " is missing");
                }
            }
        }
    }

    /** Adds up by name what was missing, borne and given up, and what somebody gave for nothing. */
    static final class AccountedFor extends CommittedEvents {
        private long[][] named = new long[0][];
        private long[][] before = new long[0][];
        private long[][] answered = new long[0][];
        private long[][] gifts = new long[0][];
        private long[] beforeAnswer = new long[0];
        private boolean some;

        @Override
        public void begin(Scene scene, Notes notes) {
            super.begin(scene, notes);
            named = table(scene);
            gifts = table(scene);
        }

        private static long[][] table(Scene scene) {
            return new long[scene.venues()][scene.assetCount()];
        }

        private static long[] missing(Scene scene, int venue) {
            long[] missing = new long[scene.assetCount()];
            int account = scene.own(venue, "shortfall").index();
            for (int asset = 0; asset < missing.length; asset++) {
                missing[asset] = -scene.balance(account, asset);
            }
            return missing;
        }

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act) {
                answered = table(scene);
                before = table(scene);
                for (int venue = 0; venue < before.length; venue++) {
                    before[venue] = missing(scene, venue);
                }
            } else if (deed instanceof Deed.Answer answer) {
                beforeAnswer = missing(scene, answer.venue());
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            super.after(deed, scene, notes);
            if (deed instanceof Deed.Answer answer) {
                long[] now = missing(scene, answer.venue());
                for (int asset = 0; asset < now.length; asset++) {
                    answered[answer.venue()][asset] += now[asset] - beforeAnswer[asset];
                }
            } else if (deed instanceof Deed.Act) {
                gifts(scene);
            } else if (deed instanceof Deed.Closing) {
                look(scene, notes);
            }
        }

        /** What an action changed and no mechanism in it is a gift of its sender. */
        private void gifts(Scene scene) {
            for (int venue = 0; venue < gifts.length; venue++) {
                long[] now = missing(scene, venue);
                for (int asset = 0; asset < now.length; asset++) {
                    gifts[venue][asset] += now[asset] - before[venue][asset] - answered[venue][asset];
                }
            }
        }

        @Override
        protected void happened(Event event, Scene scene, Notes notes) {
            int sign = event.kind() == Event.Kind.SHORTFALL
                    ? 1
                    : event.kind() == Event.Kind.BORNE || event.kind() == Event.Kind.BAD_DEBT ? -1 : 0;
            if (sign != 0) {
                some = true;
                int venue = scene.venueOf(event.subject().index());
                named[venue][event.first().asset().index()] +=
                        sign * event.first().units();
            }
        }

        private void look(Scene scene, Notes notes) {
            if (!some) {
                return;
            }
            notes.met();
            for (int venue = 0; venue < named.length; venue++) {
                long[] missing = missing(scene, venue);
                for (int asset = 0; asset < missing.length; asset++) {
                    long by = named[venue][asset] + gifts[venue][asset];
                    if (missing[asset] != by) {
                        notes.breach("missing at " + scene.spec(venue).name() + " is "
                                + scene.asset(asset).show(missing[asset]) + ", and by name it is "
                                + scene.asset(asset).show(by));
                    }
                }
            }
        }
    }

    static final class PendingEnds implements Watch {
        private static final int BLOCKS = 20;
        private static final long WEEK = Duration.ofDays(7).toMillis();
        private long[][] last = new long[0][];
        private long[][] since = new long[0][];
        private int[][] blocks = new int[0][];
        private int[][] asked = new int[0][];
        private boolean some;

        @Override
        public void begin(Scene scene, Notes notes) {
            int venues = scene.venues();
            last = new long[venues][scene.assetCount()];
            since = new long[venues][scene.assetCount()];
            blocks = new int[venues][scene.assetCount()];
            asked = new int[venues][scene.assetCount()];
        }

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Closing) {
                for (int[] each : asked) {
                    Arrays.fill(each, -1);
                }
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear bear) {
                asked[bear.venue()][bear.asset().index()] = bear.layer();
            } else if (deed instanceof Deed.Closing) {
                for (int venue = 0; venue < last.length; venue++) {
                    for (int asset = 0; asset < last[venue].length; asset++) {
                        look(venue, scene.asset(asset), scene);
                    }
                }
            }
        }

        private void look(int venue, Asset asset, Scene scene) {
            long missing = missing(scene, venue, asset);
            int at = asset.index();
            boolean pending = asked[venue][at] >= 0
                    && scene.answered(venue, asked[venue][at]).contains(Bearing.Outcome.PENDING);
            if (!pending || missing != last[venue][at]) {
                last[venue][at] = missing;
                since[venue][at] = scene.block().timeMillis();
                blocks[venue][at] = 0;
            }
            blocks[venue][at] += pending ? 1 : 0;
            some |= pending;
        }

        @Override
        public void end(Scene scene, Notes notes) {
            if (some) {
                notes.met();
            }
            for (int venue = 0; venue < last.length; venue++) {
                for (int asset = 0; asset < last[venue].length; asset++) {
                    if (blocks[venue][asset] > 0) {
                        judge(venue, scene.asset(asset), scene, notes);
                    }
                }
            }
        }

        private void judge(int venue, Asset asset, Scene scene, Notes notes) {
            int layer = asked[venue][asset.index()];
            long missing = last[venue][asset.index()];
            boolean waits = model(scene, venue, layer)
                    .power(LetsWait.class)
                    .exists(lets -> lets.enough().asset().equals(asset)
                            && missing < lets.enough().units());
            if (!waits
                    && blocks[venue][asset.index()] > BLOCKS
                    && scene.block().timeMillis() - since[venue][asset.index()] > WEEK) {
                notes.breach(name(scene, venue, layer) + " has been at work for " + blocks[venue][asset.index()]
                        + " blocks, and " + asset.show(missing) + " is still missing");
            }
        }
    }

    static final class AllSpent extends CommittedEvents {
        private final Paid paid = new Paid();

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear bear) {
                paid.before(bear, scene);
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear bear) {
                paid.after(bear, scene);
            }
            super.after(deed, scene, notes);
        }

        @Override
        protected void happened(Event event, Scene scene, Notes notes) {
            if (event.kind() != Event.Kind.BAD_DEBT) {
                return;
            }
            notes.met();
            int venue = scene.venueOf(event.subject().index());
            for (int layer = 0; layer < scene.spec(venue).losses().size(); layer++) {
                long left = paid.left(scene, venue, layer, event.first().asset());
                if (left > 0) {
                    notes.breach(event.first() + " is bad debt, and " + name(scene, venue, layer) + " still has "
                            + event.first().asset().show(left));
                }
            }
            for (int target : scene.targets(venue)) {
                if (scene.isEstate(target)) {
                    notes.breach(
                            event.first() + " is bad debt, and " + scene.name(scene.id(target)) + " is still for sale");
                }
            }
        }
    }
}
