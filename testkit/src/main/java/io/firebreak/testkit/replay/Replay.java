package io.firebreak.testkit.replay;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.metric.Event;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.StandIns;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.engine.Scene;
import io.firebreak.core.engine.Witness;
import io.firebreak.testkit.examination.Afterwards;
import io.firebreak.testkit.examination.Breach;
import io.firebreak.testkit.examination.Driver;
import io.firebreak.testkit.examination.Examination;
import io.firebreak.testkit.examination.Examiner;
import io.firebreak.testkit.pure.Findings;
import io.firebreak.testkit.pure.Inquiry;
import io.firebreak.testkit.rule.Check;
import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.sheet.BalanceSheet;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Array;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A script that was played under all rules, and the time after it.
 *
 * @param actions the script's, and then those of the taker who comes after it
 * @param steps what happened, in order: the actions, and each block's own doings where there were any
 * @param sheet who has what when the script is over
 * @param accounts names of all accounts, by number: events have the numbers
 * @param breaches the first of each rule, in the order they were seen
 * @param met how often each rule that watches was put to the test, by number
 * @param failure why the run was stopped; none where it ended
 */
public record Replay(
        Seq<ScriptedAction> actions,
        Seq<Step> steps,
        BalanceSheet sheet,
        Seq<String> accounts,
        Seq<Breach> breaches,
        Map<Integer, Integer> met,
        Option<RunResult.Failure> failure) {
    /**
     * An action, or what a block does of itself.
     *
     * @param action its number among the actions; −1: what happened before or after the block's actions
     * @param afterwards whether the script was over before
     * @param refused why; none where it was applied
     * @param postings what it moved, in words
     * @param events what came of it: rulings, fills, losses
     * @param breaches what was broken when it was over
     */
    public record Step(
            long block,
            int action,
            boolean afterwards,
            Option<Rejection> refused,
            Seq<String> postings,
            Seq<Event> events,
            Seq<Breach> breaches) {}

    /** Plays a script under rules. */
    public static Replay of(Trial trial, Seq<Rule> rules) {
        return of(trial, rules, () -> {});
    }

    /**
     * Plays a script under rules.
     *
     * @param alive is called before each of the runs that this takes: who waits sees that it goes on
     */
    public static Replay of(Trial trial, Seq<Rule> rules, Runnable alive) {
        Examination examination = new Examiner(rules).examine(trial);
        Seq<Breach> breaches =
                examination.breaches().appendAll(compared(trial, rules, alive)).appendAll(asked(trial, rules));
        alive.run();
        Telling telling = new Telling(trial, breaches);
        return Playback.of(trial.economy(), new Playback.Settings(trial.seed(), true, true), telling)
                .fold(
                        failure -> new Replay(
                                trial.script(),
                                Array.empty(),
                                new BalanceSheet(Array.empty()),
                                Array.empty(),
                                breaches,
                                examination.met(),
                                Option.some(failure)),
                        playback -> telling.tell(playback, examination.met(), examination.failure()));
    }

    /** Synthetic accounts are drawn by their names: under other names they are others, and nothing can be compared. */
    private static Seq<Breach> compared(Trial trial, Seq<Rule> rules, Runnable alive) {
        if (trial.economy().venues().exists(venue -> venue.accounts()
                .exists(AccountGroup.Synthetic.class::isInstance))) {
            return Array.empty();
        }
        return rules.flatMap(rule -> {
            alive.run();
            return rule.check() instanceof Check.ByComparing comparing
                            && comparing.relation().compare(trial) instanceof Relation.Outcome.Broken broken
                    ? Array.of(after(rule, trial, broken.detail()))
                    : Array.<Breach>empty();
        });
    }

    private static Seq<Breach> asked(Trial trial, Seq<Rule> rules) {
        Seq<Rule> asking = rules.filter(rule -> rule.check() instanceof Check.ByAskingTwice);
        if (asking.isEmpty()) {
            return Array.empty();
        }
        Findings findings = Inquiry.of(trial);
        return asking.flatMap(rule -> findings.breach(rule.number()).map(detail -> after(rule, trial, detail)));
    }

    private static Breach after(Rule rule, Trial trial, String detail) {
        return new Breach(rule, trial.economy().clock().blocks(), trial.script().size(), detail);
    }

    /** Breaches that were seen only when the script was over: within a month, or beside another run. */
    public Seq<Breach> afterwards() {
        return breaches.removeAll(steps.flatMap(Step::breaches));
    }

    /** A run on its way. */
    private static final class Telling implements Witness {
        private final Trial trial;
        private final Seq<Breach> breaches;
        private final List<ScriptedAction> actions = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private final Set<Rejection> refusedBefore = new LinkedHashSet<>();
        private boolean afterwards;
        private int postings;
        private int events;

        Telling(Trial trial, Seq<Breach> breaches) {
            this.trial = trial;
            this.breaches = breaches;
        }

        Replay tell(Playback playback, Map<Integer, Integer> met, Option<RunResult.Failure> failure) {
            Scene scene = playback.scene();
            Driver script = Driver.of(trial);
            postings = scene.postings();
            long blocks = trial.economy().clock().blocks();
            for (long block = 0; block < blocks && !playback.isStopped(); block++) {
                playback.open();
                own(scene);
                for (Option<ScriptedAction> next = script.next(scene);
                        next.isDefined() && !playback.isStopped();
                        next = script.next(scene)) {
                    Option<Either<Rejection, Long>> came = playback.act(next.get());
                    actions.add(next.get());
                    step(scene, actions.size() - 1, came.flatMap(each -> each.swap()
                            .toOption()));
                }
                playback.close();
                if (playback.isStopped()) {
                    own(scene);
                }
            }
            BalanceSheet sheet = BalanceSheet.of(scene);
            afterwards = true;
            new Afterwards(playback, trial).run();
            return new Replay(
                    Array.ofAll(actions),
                    Array.ofAll(steps),
                    sheet,
                    Array.range(0, scene.accounts()).map(account -> scene.name(scene.id(account))),
                    breaches,
                    met,
                    failure);
        }

        /** Events are forgotten between blocks. */
        @Override
        public void before(Deed deed, Scene scene) {
            events = deed instanceof Deed.Opening ? scene.events() : events;
        }

        /** A block ends; and after the script somebody else says what is done. */
        @Override
        public void after(Deed deed, Scene scene) {
            if (afterwards && deed instanceof Deed.Act act) {
                later(act, scene, Option.none());
            } else if (deed instanceof Deed.Closing) {
                own(scene);
            }
        }

        /** A taker tries for a month: what is refused for one reason is told once. */
        @Override
        public void refused(Deed deed, Rejection rejection, Scene scene) {
            if (afterwards && deed instanceof Deed.Act act && refusedBefore.add(rejection)) {
                later(act, scene, Option.some(rejection));
            }
        }

        private void later(Deed.Act act, Scene scene, Option<Rejection> refused) {
            StandIns names = new StandIns();
            Action action = Parts.replaced(
                    act.action(),
                    part -> part instanceof AccountId account
                            ? Option.some(names.account(scene.name(account)))
                            : Option.none());
            actions.add(new ScriptedAction(scene.block().number(), scene.name(act.sender()), action, names.names()));
            step(scene, actions.size() - 1, refused);
        }

        /** Breaches of this block after so many actions that no step has told yet. */
        private Seq<Breach> seen(Scene scene) {
            int played = Math.min(actions.size(), trial.script().size());
            return breaches.filter(each -> each.block() == scene.block().number() && each.step() == played)
                    .removeAll(Array.ofAll(steps).flatMap(Step::breaches));
        }

        /** What the block does of itself, where it does anything. */
        private void own(Scene scene) {
            if (scene.postings() > postings
                    || came(scene).nonEmpty()
                    || (!afterwards && seen(scene).nonEmpty())) {
                step(scene, -1, Option.none());
            }
        }

        /** What the action itself does not say. */
        private Seq<Event> came(Scene scene) {
            List<Event> came = new ArrayList<>();
            scene.events(events, event -> {
                if (event.kind() != Event.Kind.REJECTED && event.kind() != Event.Kind.SCRIPTED) {
                    came.add(event);
                }
            });
            return Array.ofAll(came);
        }

        private void step(Scene scene, int action, Option<Rejection> refused) {
            Seq<Event> came = came(scene);
            steps.add(new Step(
                    scene.block().number(),
                    action,
                    afterwards,
                    refused,
                    Array.ofAll(scene.postings(postings)).map(posting -> words(posting, scene)),
                    came,
                    afterwards ? Array.empty() : seen(scene)));
            postings = scene.postings();
            events = scene.events();
        }

        /** {@code 100 USD from alice to venue/treasury}. */
        private static String words(Posting posting, Scene scene) {
            return posting.asset().show(posting.units()) + " from " + scene.name(posting.from()) + " to "
                    + scene.name(posting.to());
        }
    }
}
