package io.firebreak.testkit.examination;

import io.firebreak.api.action.Rejection;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.engine.Scene;
import io.firebreak.core.engine.Witness;
import io.firebreak.testkit.rule.Check;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Plays a trial once and lets every rule watch: each block's actions, then a time in which a taker with enough capital acts. */
public final class Examiner {
    private final Seq<Rule> rules;

    /**
     * An examiner.
     *
     * @param rules laws of the engine, and rules that are checked by watching; others are left alone
     */
    public Examiner(Seq<Rule> rules) {
        this.rules = rules;
    }

    /** Plays the trial's own script. */
    public Examination examine(Trial trial) {
        return examine(trial, Driver.of(trial));
    }

    /** Plays what the driver says in the trial's world. */
    public Examination examine(Trial trial, Driver driver) {
        return examine(trial, driver, scene -> true);
    }

    /**
     * Plays what the driver says in the trial's world.
     *
     * @param afterwards asked when the last block is over: whether the time after it is played and judged too
     */
    public Examination examine(Trial trial, Driver driver, Predicate<Scene> afterwards) {
        return new Examining(trial).run(driver, afterwards);
    }

    private final class Examining implements Witness {
        private final Trial trial;
        private final List<Observer> observers = new ArrayList<>();
        private final Edges edges = new Edges();
        private final List<Breach> breaches = new ArrayList<>();
        private final List<ScriptedAction> played = new ArrayList<>();
        private int refused;
        private boolean afterwards;
        private long block;

        Examining(Trial trial) {
            this.trial = trial;
            for (Rule rule : rules) {
                if (rule.check() instanceof Check.ByWatching watching) {
                    observers.add(new Observer(rule, watching.watch().get()));
                }
            }
        }

        Examination run(Driver driver, Predicate<Scene> further) {
            Either<RunResult.Failure, Playback> begun =
                    Playback.of(trial.economy(), Playback.Settings.of(trial.seed()), this);
            if (begun.isLeft()) {
                return examination(Option.some(begun.getLeft()), "");
            }
            Playback playback = begun.get();
            Scene scene = playback.scene();
            observers.forEach(each -> each.watch.begin(scene, each));
            for (long i = 0; i < trial.economy().clock().blocks() && !playback.isStopped(); i++) {
                playback.open();
                for (Option<ScriptedAction> next = driver.next(scene);
                        next.isDefined() && !playback.isStopped();
                        next = driver.next(scene)) {
                    played.add(next.get());
                    refused += playback.act(next.get()).exists(Either::isLeft) ? 1 : 0;
                }
                playback.close();
            }
            boolean whole = playback.isStopped() || further.test(scene);
            if (whole) {
                afterwards = true;
                new Afterwards(playback, trial).run();
            }
            RunResult result = playback.end();
            if (whole && result.failure().isEmpty()) {
                observers.forEach(each -> each.watch.end(scene, each));
            }
            return examination(result.failure(), scene.hash());
        }

        private Examination examination(Option<RunResult.Failure> failure, String hash) {
            failure.filter(why -> !why.mechanism().equals("scenario"))
                    .forEach(why -> rules.find(rule -> rule.number() == why.rule())
                            .filter(rule -> rule.check() instanceof Check.ByEngine)
                            .forEach(rule -> breaches.add(new Breach(
                                    rule, why.block(), played.size(), why.mechanism() + ": " + why.message()))));
            var met = TreeMap.<Integer, Integer>empty();
            for (Observer observer : observers) {
                met = met.put(observer.rule.number(), observer.met);
            }
            return new Examination(
                    Array.ofAll(played), refused, met, Array.ofAll(breaches), edges.counts(), hash, failure);
        }

        @Override
        public void before(Deed deed, Scene scene) {
            block = scene.block().number();
            if (!afterwards) {
                edges.before(deed, scene);
            }
            for (Observer each : observers) {
                each.watch.before(deed, scene, each);
            }
        }

        @Override
        public void after(Deed deed, Scene scene) {
            if (!afterwards) {
                edges.after(deed, scene);
            }
            for (Observer each : observers) {
                each.watch.after(deed, scene, each);
            }
        }

        @Override
        public void refused(Deed deed, Rejection rejection, Scene scene) {
            if (!afterwards) {
                edges.refused(rejection);
            }
            for (Observer each : observers) {
                each.watch.refused(deed, rejection, scene, each);
            }
        }

        /** One rule's watch, and what it says. */
        private final class Observer implements Notes {
            private final Rule rule;
            private final Watch watch;
            private int met;
            private boolean broken;

            Observer(Rule rule, Watch watch) {
                this.rule = rule;
                this.watch = watch;
            }

            @Override
            public void met() {
                met++;
            }

            @Override
            public void breach(String detail) {
                if (!broken) {
                    broken = true;
                    breaches.add(new Breach(rule, block, played.size(), detail));
                }
            }
        }
    }
}
