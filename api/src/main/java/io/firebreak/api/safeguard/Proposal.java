package io.firebreak.api.safeguard;

import io.firebreak.api.action.Action;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;

/** What is about to happen at the venue that a safeguard guards. */
public sealed interface Proposal {
    /**
     * A step of a liquidation.
     *
     * @param onLot whether the target is a lot, already seized, rather than an unsafe account
     */
    record Liquidation(Call call, boolean onLot) implements Proposal {
        /** Whether it kicks an account or takes from one, rather than sells a lot on. */
        public boolean begins() {
            return !onLot && (call instanceof Call.Kick || call instanceof Call.Bid);
        }
    }

    /** An action of a user. */
    record UserAction(AccountId sender, Action action) implements Proposal {}

    /**
     * What a user's action has taken out of the venue and may not keep where it is stopped. Asked about the asset that the
     * safeguard counts, and only where more left than came.
     */
    record Outflow(AccountId sender, Parcel taken) implements Proposal {}

    /** A loss layer is about to be asked. */
    record LossStep(int layer) implements Proposal {}
}
