package io.firebreak.testkit.relation;

import io.firebreak.api.ledger.Asset;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Playback;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;

/** Two runs in which every account and asset has the same number, and which must agree to the last bit of their hashes. */
final class Alike extends SideBySide {
    private final UnaryOperator<ScriptedAction> translation;

    /**
     * Two such runs.
     *
     * @param translation an action in the terms of the other run, but for the names of accounts
     */
    Alike(Playback first, Playback second, UnaryOperator<ScriptedAction> translation) {
        super(first, second);
        this.translation = translation;
    }

    @Override
    Option<String> play(ScriptedAction action) {
        ScriptedAction translated = translation.apply(action);
        ScriptedAction there = new ScriptedAction(
                translated.block(),
                translated.sender(),
                translated.action(),
                action.names().map(this::name));
        return refusal(action, first.act(action), second.act(there));
    }

    /** What an account of the first run is called in the other; its own name where there is none of that name. */
    private String name(String name) {
        return one.account(name)
                .filter(account -> account.index() < other.accounts())
                .map(other::name)
                .getOrElse(name);
    }

    @Override
    Option<String> compare() {
        Picture here = Picture.of(one, this::called, this::called);
        Picture there = Picture.of(other, this::called, this::called);
        return here.difference(there)
                .orElse(() -> Option.when(!one.hash().equals(other.hash()), "the same amounts went other ways"));
    }

    private Option<String> called(int account) {
        return Option.some((account < one.accounts() ? one : other).name(one.id(account)));
    }

    private String called(Asset asset) {
        return one.asset(asset.index()).symbol();
    }
}
