package io.firebreak.testkit.rule.venue;

import io.firebreak.api.action.Action;
import io.firebreak.api.venue.Backing;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.rule.reading.Pool;
import io.vavr.collection.Seq;

/** What rules 232 and 478 look at: what backs a claim, and what is under way. */
final class BridgeChecks {
    private BridgeChecks() {}

    static final class Backed implements Watch {
        private boolean[] judged = new boolean[0];
        private Pool[] pools = new Pool[0];

        @Override
        public void begin(Scene scene, Notes notes) {
            pools = Pool.all(scene);
            judged = new boolean[scene.venues()];
            for (int venue = 0; venue < judged.length; venue++) {
                Seq<Backing> backings = scene.backings(venue);
                judged[venue] = !backings.isEmpty();
                for (Backing backing : backings) {
                    judged[venue] &= missing(venue, backing, scene) <= 0;
                }
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act act && act.action() instanceof Action.Steal theft) {
                judged[scene.venue(theft.venue())] = false;
            }
            if (!(deed instanceof Deed.Act) && !(deed instanceof Deed.Accrual)) {
                return;
            }
            for (int venue = 0; venue < judged.length; venue++) {
                if (!judged[venue]) {
                    continue;
                }
                for (Backing backing : scene.backings(venue)) {
                    notes.met();
                    long missing = missing(venue, backing, scene);
                    if (missing > 0) {
                        notes.breach(scene.name(backing.reserve()) + " lacks "
                                + backing.asset().show(missing) + " of what circulates of " + backing.claim()
                                + " and of " + backing.asset().show(backing.promised()) + " under way");
                    }
                }
            }
        }

        private long missing(int venue, Backing backing, Scene scene) {
            return pools[venue].circulating(scene, backing.claim().index())
                    + backing.promised()
                    - scene.balance(backing.reserve(), backing.asset());
        }
    }

    static final class Arrives implements Watch {
        private boolean underWay;

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Closing) {
                for (int venue = 0; venue < scene.venues(); venue++) {
                    underWay |= scene.backings(venue).exists(backing -> backing.promised() > 0);
                }
            }
        }

        @Override
        public void end(Scene scene, Notes notes) {
            for (int venue = 0; underWay && venue < scene.venues(); venue++) {
                for (Backing backing : scene.backings(venue)) {
                    notes.met();
                    if (backing.promised() > 0) {
                        notes.breach(backing.asset().show(backing.promised()) + " is still under way at "
                                + scene.spec(venue).name());
                    }
                }
            }
        }
    }
}
