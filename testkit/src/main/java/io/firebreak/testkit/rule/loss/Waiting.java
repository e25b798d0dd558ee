package io.firebreak.testkit.rule.loss;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Seller;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.LetsWait;
import io.firebreak.api.loss.LossModel;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What rules 455 and 456 look at: what layers let wait, and for how long. */
final class Waiting {
    private Waiting() {}

    private static Option<LetsWait> stated(Deed.Bear bear, Scene scene) {
        return model(bear, scene).power(LetsWait.class);
    }

    private static LossModel<?> model(Deed.Bear bear, Scene scene) {
        return scene.spec(bear.venue()).losses().get(bear.layer());
    }

    private static String name(Deed.Bear bear, Scene scene) {
        return scene.name(scene.layer(bear.venue(), bear.layer()));
    }

    private static long missing(Deed.Bear bear, Scene scene) {
        return -scene.balance(scene.own(bear.venue(), "shortfall"), bear.asset());
    }

    static final class ItsOwnAlone implements Watch {
        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear bear) {
                stated(bear, scene).forEach(stated -> judge(bear, stated, scene, notes));
            }
        }

        private static void judge(Deed.Bear bear, LetsWait stated, Scene scene, Notes notes) {
            notes.met();
            boolean own = stated.enough().asset().equals(bear.asset());
            Bearing.Outcome never = own ? Bearing.Outcome.EXHAUSTED : Bearing.Outcome.PENDING;
            if (missing(bear, scene) > 0
                    && scene.answered(bear.venue(), bear.layer()).contains(never)) {
                notes.breach(name(bear, scene) + " lets " + stated.enough().asset() + " wait, and " + bear.asset()
                        + (own ? " is handed on" : " waits"));
            }
        }
    }

    /** Looks at each layer whenever it is asked: what it is told, and whether it begins a sale. */
    static final class InTime implements Watch {
        /** What came to be missing in a block. */
        private record Fresh(long units, long millis) {}

        /** What a layer was told of an asset so far. */
        private static final class Told {
            private final Deque<Fresh> fresh = new ArrayDeque<>();
            private long unpromised;
            private long block = -2;

            /** So much is missing and on no sale; it counts anew where nothing was missing here in the block before. */
            void now(long units, Scene scene) {
                long before = block + 1 < scene.block().number() ? 0 : unpromised;
                unpromised = Math.max(0, units);
                block = scene.block().number();
                if (unpromised > before) {
                    fresh.addLast(new Fresh(unpromised - before, scene.block().timeMillis()));
                }
            }

            /** What of it has been missing for long enough: what is borne is the oldest. */
            long ripe(LetsWait stated, Scene scene) {
                long late = scene.block().timeMillis() - stated.delay().toMillis();
                while (!fresh.isEmpty() && fresh.getFirst().millis() <= late) {
                    fresh.removeFirst();
                }
                return Math.max(
                        0, unpromised - fresh.stream().mapToLong(Fresh::units).sum());
            }
        }

        private final Map<String, Told> told = new TreeMap<>();
        private Set<Integer> before = new TreeSet<>();
        private long promised;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear bear) {
                before = sales(bear, scene);
                promised = before.stream()
                        .mapToLong(target -> unanswered(bear.venue(), target, bear.asset(), scene))
                        .sum();
            }
        }

        private static Set<Integer> sales(Deed.Bear bear, Scene scene) {
            Set<Integer> sales = new TreeSet<>();
            for (int target : scene.targets(bear.venue())) {
                if (scene.seller(bear.venue(), target) == bear.layer() + 1) {
                    sales.add(target);
                }
            }
            return sales;
        }

        /** What a sale is to raise and nobody has bid yet. */
        private static long unanswered(int venue, int target, Asset asset, Scene scene) {
            return scene.offer(venue, target, null)
                    .filter(offer -> offer.pair().want().equals(asset)
                            && offer.ask() instanceof Ask.BestBid best
                            && best.leader().isEmpty())
                    .map(offer -> ((Ask.BestBid) offer.ask()).want())
                    .getOrElse(0L);
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Bear bear && model(bear, scene) instanceof Seller<?>) {
                stated(bear, scene)
                        .filter(stated -> stated.enough().asset().equals(bear.asset()))
                        .forEach(stated -> judge(bear, stated, scene, notes));
            }
        }

        private void judge(Deed.Bear bear, LetsWait stated, Scene scene, Notes notes) {
            Told layer = told.computeIfAbsent(name(bear, scene), none -> new Told());
            layer.now(missing(bear, scene) - promised, scene);
            long ripe = layer.ripe(stated, scene);
            Set<Integer> begun = sales(bear, scene);
            begun.removeAll(before);
            notes.met();
            if (!begun.isEmpty()) {
                layer.unpromised -= begun.stream()
                        .mapToLong(target -> unanswered(bear.venue(), target, bear.asset(), scene))
                        .sum();
            }
            boolean enough = ripe >= stated.enough().units();
            if (before.isEmpty() && enough == begun.isEmpty()) {
                notes.breach(name(bear, scene) + (enough ? " does not begin to sell, and " : " begins to sell, and ")
                        + bear.asset().show(ripe) + " has been missing for " + stated.delay());
            }
        }
    }
}
