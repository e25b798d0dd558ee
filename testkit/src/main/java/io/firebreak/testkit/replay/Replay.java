package io.firebreak.testkit.replay;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Posting;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.engine.Scene;
import io.firebreak.core.engine.Witness;
import io.firebreak.testkit.pure.Findings;
import io.firebreak.testkit.pure.Inquiry;
import io.firebreak.testkit.rule.Check;
import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.trial.Breach;
import io.firebreak.testkit.trial.Driver;
import io.firebreak.testkit.trial.Examination;
import io.firebreak.testkit.trial.Examiner;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Array;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * A script that was played under all rules.
 *
 * @param steps what happened, in order: the actions, and each block's own doings where they posted anything
 * @param sheets who has what when the script is over
 * @param breaches the first of each rule, in the order they were seen
 * @param met how often each rule that watches was put to the test, by number
 * @param failure why the run was stopped; none where it ended
 */
public record Replay(
        Seq<Step> steps,
        Seq<Sheet> sheets,
        Seq<Breach> breaches,
        Map<Integer, Integer> met,
        Option<RunResult.Failure> failure) {
    /**
     * An action, or what a block does of itself.
     *
     * @param action its number in the script; −1: what happened before or after the block's actions
     * @param refused why; none where it was applied
     * @param postings what it moved, in words
     * @param breaches what was broken when it was over
     */
    public record Step(long block, int action, Option<Rejection> refused, Seq<String> postings, Seq<Breach> breaches) {}

    /** An account and its balances, in words; negative where it owes. */
    public record Sheet(String account, Seq<String> balances) {}

    /** Plays a script under rules. */
    public static Replay of(Trial trial, Seq<Rule> rules) {
        Examination examination = new Examiner(rules).examine(trial);
        Seq<Breach> breaches =
                examination.breaches().appendAll(compared(trial, rules)).appendAll(asked(trial, rules));
        return Playback.of(trial.economy(), new Playback.Settings(trial.seed(), true, true), Witness.NOBODY)
                .fold(
                        failure -> new Replay(
                                Array.empty(), Array.empty(), breaches, examination.met(), Option.some(failure)),
                        playback ->
                                new Telling(trial, playback, breaches).tell(examination.met(), examination.failure()));
    }

    /** Synthetic accounts are drawn by their names: under other names they are others, and nothing can be compared. */
    private static Seq<Breach> compared(Trial trial, Seq<Rule> rules) {
        if (trial.economy().venues().exists(venue -> venue.accounts()
                .exists(AccountGroup.Synthetic.class::isInstance))) {
            return Array.empty();
        }
        return rules.flatMap(rule -> rule.check() instanceof Check.ByComparing comparing
                        && comparing.relation().compare(trial) instanceof Relation.Outcome.Broken broken
                ? Array.of(after(rule, trial, broken.detail()))
                : Array.<Breach>empty());
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

    /** Breaches that were seen only when the script was over: a month later, or beside another run. */
    public Seq<Breach> afterwards() {
        return breaches.removeAll(steps.flatMap(Step::breaches));
    }

    /** A run on its way. */
    private static final class Telling {
        private final Trial trial;
        private final Playback playback;
        private final Scene scene;
        private final Seq<Breach> breaches;
        private final List<Step> steps = new ArrayList<>();
        private int told;

        Telling(Trial trial, Playback playback, Seq<Breach> breaches) {
            this.trial = trial;
            this.playback = playback;
            this.scene = playback.scene();
            this.breaches = breaches;
        }

        Replay tell(Map<Integer, Integer> met, Option<RunResult.Failure> failure) {
            Driver script = Driver.of(trial);
            int played = 0;
            told = scene.postings();
            long blocks = trial.economy().clock().blocks();
            for (long block = 0; block < blocks && !playback.isStopped(); block++) {
                playback.open();
                own(block, played);
                for (Option<ScriptedAction> next = script.next(scene);
                        next.isDefined() && !playback.isStopped();
                        next = script.next(scene)) {
                    Option<Either<Rejection, Long>> came = playback.act(next.get());
                    played++;
                    step(block, played - 1, came.flatMap(each -> each.swap().toOption()), seen(block, played));
                }
                playback.close();
                own(block, played);
            }
            return new Replay(Array.ofAll(steps), sheets(), breaches, met, failure);
        }

        /** Breaches of this block after so many actions that no step has told yet. */
        private Seq<Breach> seen(long block, int played) {
            return breaches.filter(each -> each.block() == block && each.step() == played)
                    .removeAll(Array.ofAll(steps).flatMap(Step::breaches));
        }

        /** What the block does of itself, where it does anything. */
        private void own(long block, int played) {
            Seq<Breach> seen = seen(block, played);
            if (scene.postings() > told || seen.nonEmpty()) {
                step(block, -1, Option.none(), seen);
            }
        }

        private void step(long block, int action, Option<Rejection> refused, Seq<Breach> seen) {
            Seq<String> postings = Array.ofAll(scene.postings(told)).map(this::words);
            told = scene.postings();
            steps.add(new Step(block, action, refused, postings, seen));
        }

        /** {@code 100 USD from alice to venue/treasury}. */
        private String words(Posting posting) {
            return posting.asset().show(posting.units()) + " from " + scene.name(posting.from()) + " to "
                    + scene.name(posting.to());
        }

        private Seq<Sheet> sheets() {
            return Array.range(0, scene.accounts())
                    .map(account -> new Sheet(scene.name(scene.id(account)), balances(account)))
                    .filter(sheet -> sheet.balances().nonEmpty());
        }

        private Seq<String> balances(int account) {
            return Array.range(0, scene.assetCount())
                    .filter(asset -> scene.balance(account, asset) != 0)
                    .map(asset -> scene.asset(asset).show(scene.balance(account, asset)));
        }
    }
}
