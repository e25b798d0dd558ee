package io.firebreak.api.safeguard;

import io.firebreak.api.action.Action;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Call;

/** What is about to happen at the venue that a safeguard guards. */
public sealed interface Proposal {
    /**
     * A step of a liquidation.
     *
     * @param onLot whether the target is a lot, already seized, rather than an unsafe account
     */
    record Liquidation(Call call, boolean onLot) implements Proposal {}

    /** An action of a user. */
    record UserAction(AccountId sender, Action action) implements Proposal {}

    /** A loss layer is about to be asked. */
    record LossStep(int layer) implements Proposal {}
}
