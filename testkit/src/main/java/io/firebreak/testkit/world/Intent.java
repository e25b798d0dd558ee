package io.firebreak.testkit.world;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** What somebody wants to do, before it is known what is there. */
public enum Intent {
    /** Waits for the next block. */
    WAIT,
    /** Bids on whatever is on offer: all of it, a part, a unit, too much, too little. */
    BID,
    /** Kicks, settles or restarts what asks for it; or what does not. */
    CALL,
    DEPOSIT,
    WITHDRAW,
    BORROW,
    REPAY,
    TRADE,
    SWAP,
    PROVIDE,
    REDEEM,
    LOCK,
    RELEASE,
    /** Sells or buys outside. */
    MARKET,
    /** Gives something to somebody, a venue's own account included. */
    TRANSFER,
    /** Does something at the venue, and undoes it at once. */
    THERE_AND_BACK,
    /** Provides next to nothing, blows its shares up with a gift, lets somebody else provide, and leaves; so does the other. */
    INFLATE,
    /** Bids on the sender's own account. */
    SELF_LIQUIDATE,
    /** Moves the outside market, bids, and moves it back, in one action. */
    SANDWICH,
    /** Opens a position as small as the venue lets. */
    DUST,
    /** Withdraws or borrows, and repays, around a bid of somebody else. */
    AROUND,
    /** Borrows for the length of an action, once or twice, and returns it or does not; drawn only where it can be done. */
    FLASH;

    /** Those that are drawn: a flash loan is made only where it can be, in the place of what cannot. */
    public static Seq<Intent> drawn() {
        return Vector.of(values()).remove(FLASH);
    }
}
