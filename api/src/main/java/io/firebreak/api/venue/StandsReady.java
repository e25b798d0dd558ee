package io.firebreak.api.venue;

import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.control.Option;

/**
 * A venue that stands ready to take what another one's liquidations offer, before anybody else can: a stability pool. It is
 * asked after each ruling there about what is filled at once, and pays from an account of its own.
 */
public interface StandsReady<S> {
    /** Whose offers it takes. */
    VenueRef takesAt();

    /** The name of the account that pays and receives. */
    String purse();

    /**
     * The pair whose offers it takes as far as its money goes, for depositors who share what is paid and received by what is left
     * of their deposits; none where it does otherwise.
     */
    default Option<Pair> takesAll() {
        return Option.none();
    }

    /**
     * How much it pays on an offer at its asked price, in base units of what is wanted; 0: nothing.
     *
     * @param view of this venue, not of the one that offers
     */
    long takes(S state, StandingOffer offer, VenueView view);

    /** What it does once it has paid and received. */
    Step<S> took(S state, Parcel paid, Parcel received, VenueView view);
}
