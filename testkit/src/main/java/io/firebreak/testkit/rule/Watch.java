package io.firebreak.testkit.rule;

import io.firebreak.api.action.Rejection;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;

/**
 * Watches one run for one rule. It says {@link Notes#met} whenever the rule's precondition was there and the rule was put to
 * the test, and {@link Notes#breach} where it does not hold.
 */
public interface Watch {
    /** Everything is on the ledger; the first block has not begun. */
    default void begin(Scene scene, Notes notes) {}

    default void before(Deed deed, Scene scene, Notes notes) {}

    default void after(Deed deed, Scene scene, Notes notes) {}

    default void refused(Deed deed, Rejection rejection, Scene scene, Notes notes) {}

    /** The script is over, and so is the time after it in which a taker with enough capital took whatever was on offer. */
    default void end(Scene scene, Notes notes) {}
}
