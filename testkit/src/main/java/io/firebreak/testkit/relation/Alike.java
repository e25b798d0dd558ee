package io.firebreak.testkit.relation;

import io.firebreak.api.ledger.Asset;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Playback;
import io.vavr.control.Option;
import java.util.Arrays;
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
        return (agree() ? Option.<String>none() : difference())
                .orElse(() -> Option.when(!one.hash().equals(other.hash()), "the same amounts went other ways"));
    }

    /** Whether balances and what stands are the same by their numbers: then no picture is needed to say so. */
    private boolean agree() {
        boolean same = one.accounts() == other.accounts() && one.assetCount() == other.assetCount();
        for (int account = 0; account < one.accounts() && same; account++) {
            for (int asset = 0; asset < one.assetCount() && same; asset++) {
                same = one.balance(account, asset) == other.balance(account, asset);
            }
        }
        for (int venue = 0; venue < one.venues() && same; venue++) {
            int[] targets = one.targets(venue);
            same = Arrays.equals(targets, other.targets(venue));
            for (int i = 0; i < targets.length && same; i++) {
                same = Picture.standing(one, venue, targets[i], this::called)
                        .equals(Picture.standing(other, venue, targets[i], this::called));
            }
        }
        return same;
    }

    private Option<String> difference() {
        Picture here = Picture.of(one, this::called, this::called);
        Picture there = Picture.of(other, this::called, this::called);
        return here.difference(there);
    }

    private Option<String> called(int account) {
        return Option.some((account < one.accounts() ? one : other).name(one.id(account)));
    }

    private String called(Asset asset) {
        return one.asset(asset.index()).symbol();
    }
}
