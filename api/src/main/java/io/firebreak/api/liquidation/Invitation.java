package io.firebreak.api.liquidation;

import io.firebreak.api.ledger.AccountId;

/**
 * Asks anyone to do a step that somebody must pay for.
 *
 * @param reward base units of the venue's numeraire paid to who does it
 */
public record Invitation(AccountId target, Step step, long reward) {
    /** What is to be done. */
    public enum Step {
        KICK,
        SETTLE,
        RESTART
    }
}
