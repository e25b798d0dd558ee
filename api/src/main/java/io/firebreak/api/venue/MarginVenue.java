package io.firebreak.api.venue;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.MarginModel;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * A venue with margin accounts: its liquidation model, losses and safeguards act on them. The engine refuses a user's
 * action, other than a deposit or a repayment, that leaves the sender's margin account below its initial requirement.
 */
public interface MarginVenue<S> extends Venue<S> {
    /** What its margin accounts may hold and owe; the order is the order of {@code holdings}. */
    Seq<Leg> legs(VenueView view);

    /** Its own margin rules; a scenario may name others. */
    MarginModel margin();

    /** The asset in which it counts. */
    Asset numeraire(VenueView view);

    /**
     * The account of its own whose shareholders lent an asset: what is missing of it is missing there. None where the venue
     * issues what it lends.
     */
    default Option<AccountId> lenders(Asset asset, VenueView view) {
        return Option.none();
    }

    /**
     * How a margin account that is there when the run begins comes to hold what is none of the venue's legs: a deposit that
     * it holds a claim on, say.
     *
     * @param owner its wallet
     * @return postings from {@code outside} and the venue's own accounts; none where it cannot hold it
     */
    default Option<Seq<Posting>> opening(AccountId account, AccountId owner, Parcel parcel, VenueView view) {
        return Option.none();
    }

    /**
     * Turns what is left of a closed position into what can be returned or is missing: asked after each fill and at the end
     * of a lot. Quote set off against margin, say.
     */
    default Seq<Posting> settle(AccountId account, VenueView view) {
        return List.empty();
    }
}
