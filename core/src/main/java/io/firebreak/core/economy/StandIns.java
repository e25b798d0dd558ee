package io.firebreak.core.economy;

import io.firebreak.api.ledger.AccountId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * The accounts of one scripted action, each by a number that stands for its name until the run is built. Equal
 * actions are equal records where they are asked for in the order in which the action has them, as the reader asks.
 */
public final class StandIns {
    private static final String STEP = "lot of step ";

    private Vector<String> names = Vector.empty();

    /** Stands for the account of that name; {@code lot of step 0} is the lot that a step of the bundle opens. */
    public AccountId account(String name) {
        if (!names.contains(name)) {
            names = names.append(name);
        }
        return new AccountId(-1 - names.indexOf(name));
    }

    /** Stands for the lot that an earlier step of the bundle opens, counted from 0. */
    public AccountId openedBy(int step) {
        return account(STEP + step);
    }

    /** The names so far, the i-th stood for by −1 − i. */
    public Seq<String> names() {
        return names;
    }

    /** What a name says of a bundle's step: the lot that it opens; −1 where it names an account. */
    public static int step(String name) {
        return name.startsWith(STEP) && name.matches(STEP + "[0-9]{1,4}")
                ? Integer.parseInt(name.substring(STEP.length()))
                : -1;
    }
}
