package io.firebreak.api.venue;

import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.view.Price;
import io.vavr.control.Option;

/** What a venue may see. */
public interface VenueView extends MarginView {
    /**
     * An account of the venue's own, by the name in its plan; {@code treasury}, {@code shortfall} and {@code bad-debt} every
     * venue has.
     */
    AccountId own(String name);

    /** A claim the venue issues, by the name in its plan. */
    Asset issued(String name);

    /** The value of a counter it published; none before the first. */
    Option<Decimal> mark(String name);

    /** What an oracle that one of its parameters names shows; none before the first publication. */
    Option<Price> oracle(OracleRef oracle);

    /** The margin account of a wallet at this venue, opened where there is none. */
    AccountId marginAccount(AccountId wallet);

    /**
     * A quantity as a number.
     *
     * @param available what {@code all} means here
     */
    long amount(Quantity quantity, long available);

    /** The length of the last block in milliseconds. */
    long stepMillis();
}
