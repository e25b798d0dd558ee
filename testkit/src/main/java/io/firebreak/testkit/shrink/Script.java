package io.firebreak.testkit.shrink;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.StandIns;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** Makes the script plainer: bundles of fewer steps, fewer who act. */
final class Script implements Pass {
    @Override
    public void over(Attempt attempt) {
        for (int at = 0; at < attempt.trial().script().size(); at++) {
            unbundle(attempt, at);
        }
        senders(attempt);
    }

    private static void unbundle(Attempt attempt, int at) {
        ScriptedAction action = attempt.trial().script().get(at);
        if (!(action.action() instanceof Action.Bundle bundle)) {
            return;
        }
        Seq<Action> steps = bundle.steps();
        for (int i = 0; i < steps.size(); i++) {
            int only = i;
            Seq<String> names = action.names();
            if (attempt.take(() -> with(attempt.trial(), at, action, alone(steps.get(only)), names))) {
                return;
            }
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            int gone = i;
            if (attempt.take(() -> with(attempt.trial(), at, action, without(bundle, gone), names(action, gone)))) {
                unbundle(attempt, at);
                return;
            }
        }
    }

    private static Action alone(Action step) {
        return Parts.replaced(step, part -> Option.when(part instanceof Quantity.ResultOf, Quantity.all()));
    }

    private static Action without(Action.Bundle bundle, int gone) {
        return Parts.replaced(
                new Action.Bundle(bundle.steps().removeAt(gone)),
                part -> part instanceof Quantity.ResultOf of
                        ? Option.some(
                                of.step() == gone
                                        ? Quantity.all()
                                        : of.step() > gone ? new Quantity.ResultOf(of.step() - 1) : of)
                        : Option.none());
    }

    /** The steps after it are one earlier. */
    private static Seq<String> names(ScriptedAction action, int gone) {
        return action.names()
                .map(name -> StandIns.step(name) > gone
                        ? name.replace(Integer.toString(StandIns.step(name)), Integer.toString(StandIns.step(name) - 1))
                        : name);
    }

    private static Trial with(Trial trial, int at, ScriptedAction before, Action action, Seq<String> names) {
        return trial.withScript(
                trial.script().update(at, spoken(new ScriptedAction(before.block(), before.sender(), action, names))));
    }

    /** The same action with the names that it has, in the order in which it has them. */
    static ScriptedAction spoken(ScriptedAction action) {
        StandIns names = new StandIns();
        Action spoken = Parts.replaced(
                action.action(),
                part -> part instanceof AccountId account && account.index() < 0
                        ? Option.some(names.account(action.names().get(-1 - account.index())))
                        : Option.none());
        return new ScriptedAction(action.block(), action.sender(), spoken, names.names());
    }

    /** One does what another did; who then does nothing keeps nothing. */
    private static void senders(Attempt attempt) {
        Seq<String> senders =
                attempt.trial().script().map(ScriptedAction::sender).distinct();
        for (String sender : senders.drop(1).reverse()) {
            for (String other : senders.takeWhile(each -> !each.equals(sender))) {
                if (attempt.takeEconomy(() -> Parts.without(
                        attempt.trial()
                                .withScript(attempt.trial()
                                        .script()
                                        .map(action -> action.sender().equals(sender)
                                                ? new ScriptedAction(
                                                        action.block(), other, action.action(), action.names())
                                                : action))
                                .economy(),
                        part -> part instanceof VenueSpec.SeedBalance purse
                                && attempt.economy().wallets().contains(purse)
                                && purse.account().equals(sender)))) {
                    break;
                }
            }
        }
    }
}
