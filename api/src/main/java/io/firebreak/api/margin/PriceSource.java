package io.firebreak.api.margin;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.OracleRef;

/** Whence a venue takes the price of a leg, in its numeraire per whole unit. */
public sealed interface PriceSource {
    /** The leg is the numeraire: its price is one. */
    record Unit() implements PriceSource {}

    /** An oracle of the scenario. */
    record Feed(OracleRef oracle) implements PriceSource {}

    /**
     * What a claim redeems for, to as many digits as prices have.
     *
     * @param of what it redeems for
     * @param price of that
     * @param rate the counter that says how many whole units of it one whole unit of the claim redeems for
     */
    record Claim(Asset of, PriceSource price, String rate) implements PriceSource {}

    /** A counter that the venue itself publishes with {@link io.firebreak.api.venue.Step#mark}. */
    record Mark(String name) implements PriceSource {}
}
