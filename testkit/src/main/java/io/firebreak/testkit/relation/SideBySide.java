package io.firebreak.testkit.relation;

import io.firebreak.api.action.Rejection;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.engine.Scene;
import io.firebreak.core.engine.Witness;
import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.trial.Trial;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Two runs played side by side, block by block: the script of the one, and what it becomes in the other. */
abstract class SideBySide {
    final Playback first;
    final Playback second;
    final Scene one;
    final Scene other;

    /** Two runs of which none has begun its first block. */
    SideBySide(Playback first, Playback second) {
        this.first = first;
        this.second = second;
        one = first.scene();
        other = second.scene();
    }

    /** Puts two runs side by side. */
    interface Pairing {
        SideBySide of(Playback first, Playback second);
    }

    /** What comes of a trial and what it was changed into; that one of them cannot begin is a difference too. */
    static Relation.Outcome outcome(Trial trial, Trial changed, Pairing pairing) {
        return outcome(trial, playback(changed, true, Witness.NOBODY), Witness.NOBODY, pairing);
    }

    static Relation.Outcome outcome(
            Trial trial, Either<RunResult.Failure, Playback> second, Witness witness, Pairing pairing) {
        Either<RunResult.Failure, Playback> first = playback(trial, true, witness);
        if (first.isLeft() || second.isLeft()) {
            return first.isLeft() == second.isLeft()
                    ? new Relation.Outcome.NotApplicable("the run cannot begin")
                    : new Relation.Outcome.Broken("one run begins, the other cannot: "
                            + (first.isLeft() ? first : second).getLeft().message());
        }
        return Relation.of(pairing.of(first.get(), second.get()).difference(trial));
    }

    static Either<RunResult.Failure, Playback> playback(Trial trial, boolean scan, Witness witness) {
        return Playback.of(trial.economy(), new Playback.Settings(trial.seed(), scan, true), witness);
    }

    /** Plays an action of the script in both; where they differ in what comes of it and must not, how. */
    abstract Option<String> play(ScriptedAction action);

    /** Where the two differ and must not: asked whenever something was done. */
    abstract Option<String> compare();

    /** Whether nothing further can be said of the two. */
    boolean isOver() {
        return false;
    }

    /** Plays both to the end, or to the first difference. */
    private Option<String> difference(Trial trial) {
        int next = 0;
        for (long block = 0; block < trial.economy().clock().blocks(); block++) {
            first.open();
            second.open();
            Option<String> found = check();
            while (found.isEmpty()
                    && goesOn()
                    && next < trial.script().size()
                    && trial.script().get(next).block() <= block) {
                found = play(trial.script().get(next++)).orElse(this::check);
            }
            if (found.isEmpty() && goesOn()) {
                first.close();
                second.close();
                found = check();
            }
            if (found.isDefined() || !goesOn()) {
                long at = block;
                return found.map(what -> what + " (block " + at + ")");
            }
        }
        return Option.none();
    }

    private boolean goesOn() {
        return !isOver() && !first.isStopped();
    }

    private Option<String> check() {
        if (first.isStopped() != second.isStopped()) {
            Playback stopped = first.isStopped() ? first : second;
            return Option.some("one run goes on, the other is stopped: "
                    + stopped.failure().map(RunResult.Failure::message).getOrElse(""));
        }
        return first.isStopped() ? Option.none() : compare();
    }

    /** Says how two answers differ: the one was carried out, the other refused. */
    static Option<String> refusal(
            ScriptedAction action, Option<Either<Rejection, Long>> here, Option<Either<Rejection, Long>> there) {
        boolean refused = here.exists(Either::isLeft);
        if (refused == there.exists(Either::isLeft)) {
            return Option.none();
        }
        Rejection why = (refused ? here : there).get().getLeft();
        return Option.some(action.sender() + "'s " + action.action() + " is " + (refused ? "refused" : "carried out")
                + " in the one and " + (refused ? "carried out" : "refused") + " in the other: " + why.detail());
    }
}
