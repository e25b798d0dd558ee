package io.firebreak.testkit.world;

import io.firebreak.api.action.Action;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Scene;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.function.Function;

/** An action that names one account. */
record Named(Action action, Seq<String> names) {
    ScriptedAction by(String sender, Scene scene) {
        return new ScriptedAction(scene.block().number(), sender, action, names);
    }

    static Named of(Scene scene, AccountId account, Function<AccountId, Action> action) {
        return new Named(action.apply(AccountId.openedBy(0)), List.of(scene.name(account)));
    }
}
