package io.firebreak.testkit.rule.model;

import static io.firebreak.core.wiring.Socket.ORACLE;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.oracle.SamplesMarket;
import io.firebreak.api.oracle.StatesHeartbeat;
import io.firebreak.api.view.Price;
import io.firebreak.core.economy.OracleSpec;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.rule.Watch;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Rules 471 to 474: what an oracle shows, and how old it says that it is. All oracles of a run are looked at. */
public final class OracleRules {
    private OracleRules() {}

    public static Seq<Rule> rules() {
        return Vector.of(
                rule(
                        471,
                        "noPriceFromTheFuture",
                        "a price was observed before or when it is shown, never after",
                        "an oracle shows a price",
                        "Chainlink, AggregatorV3Interface.sol: updatedAt",
                        "",
                        NotFromTheFuture::new),
                rule(
                        472,
                        "timeOfPricesNeverGoesBack",
                        "what an oracle shows was never observed before what it showed until then",
                        "an oracle published anew",
                        "Chainlink, OffchainAggregator.sol: rounds ascend",
                        "",
                        NeverBack::new),
                rule(
                        473,
                        "ageCountsFromObservation",
                        "a price is what its market paid at the time that it is dated",
                        "an oracle that samples a market published after the first block",
                        "Maker, OSM (osm.sol): the price of an hour ago is an hour old",
                        "Mirror, May 2022: a price that was hours old was taken as of now",
                        Dated::new),
                rule(
                        474,
                        "neverOlderThanItsHeartbeat",
                        "while its market trades, an oracle's price is never older than the heartbeat that it states",
                        "an oracle states its heartbeat and its market trades",
                        "Chainlink data feeds: heartbeat",
                        "Venus, May 2022: LUNA's feed stood still at its least price",
                        NeverOlder::new));
    }

    private static Rule rule(
            int number,
            String name,
            String sentence,
            String precondition,
            String source,
            String violation,
            Supplier<Watch> watch) {
        return Rule.watched(number, name, Kind.HISTORY, sentence, precondition, source, violation, watch, ORACLE);
    }

    /** Looks at what each oracle shows when a block begins. */
    private abstract static class OfPrices implements Watch {
        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Opening) {
                for (OracleSpec oracle : scene.economy().oracles()) {
                    look(oracle, scene, notes);
                }
            }
        }

        void look(OracleSpec oracle, Scene scene, Notes notes) {
            scene.price(oracle.name()).forEach(price -> look(oracle, price, scene, notes));
        }

        abstract void look(OracleSpec oracle, Price price, Scene scene, Notes notes);
    }

    private static final class NotFromTheFuture extends OfPrices {
        @Override
        void look(OracleSpec oracle, Price price, Scene scene, Notes notes) {
            notes.met();
            long ahead = price.observedMillis() - scene.block().timeMillis();
            if (ahead > 0) {
                notes.breach("oracle " + oracle.name() + " shows a price of " + ahead + " ms from now");
            }
        }
    }

    private static final class NeverBack extends OfPrices {
        private final TreeMap<String, Price> shown = new TreeMap<>();

        @Override
        void look(OracleSpec oracle, Price price, Scene scene, Notes notes) {
            Price before = shown.put(oracle.name().name(), price);
            if (before != null && !before.equals(price)) {
                notes.met();
                if (price.observedMillis() < before.observedMillis()) {
                    notes.breach("oracle " + oracle.name() + " shows a price "
                            + (before.observedMillis() - price.observedMillis()) + " ms older than the one before");
                }
            }
        }
    }

    private static final class Dated extends OfPrices {
        private final TreeMap<String, TreeMap<Long, Double>> paid = new TreeMap<>();
        private final TreeMap<String, Price> shown = new TreeMap<>();

        @Override
        void look(OracleSpec oracle, Scene scene, Notes notes) {
            if (oracle.model() instanceof SamplesMarket samples) {
                paid.computeIfAbsent(oracle.name().name(), name -> new TreeMap<>())
                        .put(scene.block().timeMillis(), scene.price(samples.of()));
                super.look(oracle, scene, notes);
            }
        }

        @Override
        void look(OracleSpec oracle, Price price, Scene scene, Notes notes) {
            Price before = shown.put(oracle.name().name(), price);
            TreeMap<Long, Double> history = paid.get(oracle.name().name());
            if (price.equals(before) || history == null || history.size() == 1) {
                return;
            }
            Double then = history.get(price.observedMillis());
            notes.met();
            if (then == null || then.isNaN() || !Decimal.ofDouble(then).equals(price.value())) {
                notes.breach("oracle " + oracle.name() + " says that "
                        + (scene.block().timeMillis() - price.observedMillis()) + " ms ago the market paid "
                        + price.value() + ", and it paid " + (then == null ? "nothing" : then));
            }
        }
    }

    private static final class NeverOlder extends OfPrices {
        @Override
        void look(OracleSpec oracle, Price price, Scene scene, Notes notes) {
            if (oracle.model() instanceof StatesHeartbeat states && !Double.isNaN(scene.price(states.of()))) {
                notes.met();
                long age = scene.block().timeMillis() - price.observedMillis();
                if (age > states.heartbeat().toMillis()) {
                    notes.breach("oracle " + oracle.name() + " shows a price of " + age + " ms ago");
                }
            }
        }
    }
}
