package io.firebreak.core.engine;

import io.firebreak.api.action.Action;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.liquidation.Call;

/**
 * What can happen in a block, in the order of a block. An {@link Answer} happens inside an {@link Act}, and so does another
 * one's ruling after it.
 */
public sealed interface Deed {
    /** The world moves and the oracles publish. */
    record Opening() implements Deed {}

    /** A venue accrues and advances its clocks. */
    record Accrual(int venue) implements Deed {}

    /** A venue's liquidation model rules on a docket. */
    record Rule(int venue) implements Deed {}

    /** An action of a wallet, as a whole. */
    record Act(AccountId sender, Action action) implements Deed {}

    /**
     * A mechanism answers a taker.
     *
     * @param seller 0 for the liquidation model, n for the n-th loss layer
     */
    record Answer(int venue, int seller, Call call) implements Deed {}

    /**
     * A loss layer bears what is missing.
     *
     * @param layer 0 is the uppermost
     */
    record Bear(int venue, int layer, Asset asset) implements Deed {}

    /** An agent has decided. */
    record Decide(AccountId agent, Decision<?> decision) implements Deed {}

    /** The block ends: shortfalls went down their waterfalls, and what nobody bore is bad debt. */
    record Closing() implements Deed {}
}
