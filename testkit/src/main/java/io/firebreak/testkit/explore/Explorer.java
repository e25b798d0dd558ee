package io.firebreak.testkit.explore;

import io.firebreak.api.number.Decimal;
import io.firebreak.core.economy.Clock;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Scene;
import io.firebreak.core.price.ScriptedPath;
import io.firebreak.testkit.examination.Breach;
import io.firebreak.testkit.examination.Driver;
import io.firebreak.testkit.examination.Examination;
import io.firebreak.testkit.examination.Examiner;
import io.firebreak.testkit.rule.Check;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.shrink.Recurrence;
import io.firebreak.testkit.shrink.Shrinker;
import io.firebreak.testkit.trial.Trial;
import io.firebreak.testkit.world.Composition;
import io.firebreak.testkit.world.Sketch;
import io.firebreak.testkit.world.Workshop;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plays every history up to a depth in a tiny world: two accounts, two takers, one market with three prices, and of every
 * amount all, a half and one base unit. A step is an action of its menu, or the next block at one of the prices; where
 * there is a liquidation model, what the users of the venue do counts as two. For mechanisms whose faults need a rare order,
 * which draws seldom hit.
 *
 * <p>Shorter histories are played first, each from the beginning under all rules; one that leads to a state that is known is
 * not continued. States are the same where all balances, everything that stands, all mechanisms' states and the prices of
 * all blocks so far are equal. Pruning can therefore hide a fault that needs something else of the past: timers that a
 * mechanism set and does not have in its state, the memory of agents and of oracles beyond the prices, and what a rule
 * about histories remembers of the way there. Each new state is judged to its end by the way it was first reached, by rules
 * about histories too; the last step of each pruned history is judged by all others.
 */
public final class Explorer {
    private static final Duration BLOCK = Duration.ofHours(6);
    private final Seq<Rule> rules;
    private final Examiner examiner;
    private final Trial world;
    private final Seq<Double> prices;
    private final int stepsOfUsers;

    /**
     * An explorer.
     *
     * @param rules laws of the engine, and rules that are checked by watching; others are left alone
     */
    public Explorer(Composition composition, Seq<Rule> rules) {
        this.rules = rules.filter(
                rule -> rule.check() instanceof Check.ByWatching || rule.check() instanceof Check.ByEngine);
        examiner = new Examiner(this.rules);
        Sketch sketch = new Sketch(
                BLOCK.toMillis(),
                2000,
                Vector.of(new Sketch.Move.ToEdge(0, -1), new Sketch.Move.By(0.5)),
                Sketch.Feed.LIVE,
                Double.POSITIVE_INFINITY,
                Vector.of(new Sketch.Holder(0, 10_000, 1000, false), new Sketch.Holder(1, 7_000, 1000, true)),
                Vector.empty(),
                1);
        world = new Workshop(composition).world(sketch);
        stepsOfUsers = composition.liquidation().isDefined() ? 2 : 1;
        prices = composition.path().isDefined() ? Vector.of(0.0) : prices(world);
    }

    private static Seq<Double> prices(Trial world) {
        return world.economy()
                .markets()
                .map(market -> market.path())
                .filter(ScriptedPath.class::isInstance)
                .map(ScriptedPath.class::cast)
                .headOption()
                .map(path -> path.points()
                        .flatMap(ScriptedPath.Point::price)
                        .map(price -> price.toDouble())
                        .prepend(path.start()))
                .getOrElse(Vector.of(0.0));
    }

    /** Prices of the blocks so far, and what was done in them. */
    private record History(Vector<Integer> prices, Vector<ScriptedAction> script) {
        History next(int price) {
            return new History(prices.append(price), script);
        }

        History then(ScriptedAction action) {
            return new History(prices, script.append(action));
        }
    }

    /**
     * Explores, until every rule is broken or everything was seen.
     *
     * @param depth most steps of a history; the first block's price is none
     * @param budget most histories that are played
     */
    public Exploration explore(int depth, int budget) {
        return explore(depth, budget, () -> {});
    }

    /**
     * Explores, until every rule is broken or everything was seen.
     *
     * @param alive is called before each history: who waits sees that it goes on
     */
    public Exploration explore(int depth, int budget, Runnable alive) {
        return new Exploring(budget, alive).run(depth);
    }

    /** One exploration on its way. */
    private final class Exploring {
        private final int budget;
        private final Runnable alive;
        private final Set<Fingerprint> known = new HashSet<>();
        private final Map<Integer, Exploration.Finding> findings = new TreeMap<>();
        private int histories;

        Exploring(int budget, Runnable alive) {
            this.budget = budget;
            this.alive = alive;
        }

        Exploration run(int depth) {
            List<List<History>> byLength = new ArrayList<>();
            for (int steps = 0; steps <= depth + 2; steps++) {
                byLength.add(new ArrayList<>());
            }
            for (int price = 0; price < prices.size(); price++) {
                byLength.get(0).add(new History(Vector.of(price), Vector.empty()));
            }
            for (int steps = 0; steps <= depth; steps++) {
                for (History history : byLength.get(steps)) {
                    if (histories == budget || findings.size() == rules.size()) {
                        return exploration(depth, steps - 1);
                    }
                    play(history, byLength.get(steps + 1), byLength.get(steps + stepsOfUsers));
                }
                byLength.get(steps).clear();
            }
            return exploration(depth, depth);
        }

        private Exploration exploration(int depth, int completed) {
            return new Exploration(
                    depth,
                    completed,
                    histories,
                    known.size(),
                    histories - known.size(),
                    Vector.ofAll(findings.values()));
        }

        /** Plays one history; where it leads somewhere new, it is continued by all that can be done there. */
        private void play(History history, List<History> longer, List<History> longerByUsers) {
            histories++;
            alive.run();
            Trial trial = trial(history);
            Driver script = Driver.of(trial);
            boolean[] isNew = {false};
            Examination examination = examiner.examine(
                    trial,
                    scene -> {
                        Option<ScriptedAction> action = script.next(scene);
                        if (action.isEmpty() && isLast(scene, history)) {
                            isNew[0] = known.add(
                                    Fingerprint.of(scene, history.prices().asJava()));
                            if (isNew[0]) {
                                Menu.taking(scene).forEach(each -> longer.add(history.then(each)));
                                Menu.using(scene).forEach(each -> longerByUsers.add(history.then(each)));
                            }
                        }
                        return action;
                    },
                    scene -> isNew[0]);
            examination.breaches().forEach(breach -> found(breach, trial));
            for (int price = 0; price < prices.size() && isNew[0]; price++) {
                longer.add(history.next(price));
            }
        }

        private boolean isLast(Scene scene, History history) {
            return scene.block().number() == history.prices().size() - 1;
        }

        private void found(Breach breach, Trial trial) {
            if (!findings.containsKey(breach.rule().number())) {
                Recurrence again = new Recurrence(breach);
                Trial shortest = new Shrinker()
                        .shrink(trial, each -> again.in(each).isDefined())
                        .trial();
                findings.put(
                        breach.rule().number(),
                        new Exploration.Finding(again.in(shortest).getOrElse(breach), shortest));
            }
        }
    }

    private Trial trial(History history) {
        Clock clock = world.economy().clock();
        Clock shorter = new Clock(
                clock.startMillis(),
                clock.startMillis() + history.prices().size() * BLOCK.toMillis(),
                BLOCK.toMillis(),
                clock.gas());
        Option<ScriptedPath> path = Option.when(prices.size() > 1, () -> path(history.prices()));
        return new Trial(
                Parts.replaced(
                        world.economy().withActions(history.script()),
                        part -> part == clock
                                ? Option.some(shorter)
                                : part instanceof ScriptedPath ? path : Option.none()),
                world.seed());
    }

    private ScriptedPath path(Vector<Integer> history) {
        List<ScriptedPath.Point> points = new ArrayList<>();
        for (int block = 1; block < history.size(); block++) {
            if (!history.get(block).equals(history.get(block - 1))) {
                points.add(new ScriptedPath.Point(
                        BLOCK.multipliedBy(block),
                        Option.some(Decimal.ofDouble(prices.get(history.get(block)))),
                        Option.none()));
            }
        }
        return new ScriptedPath(prices.get(history.head()), Vector.ofAll(points), false);
    }
}
