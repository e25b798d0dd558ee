package io.firebreak.lending.agents;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.plugin.VenueRef;

/**
 * A bid worth sending.
 *
 * @param pay base units it hands over or locks
 * @param receive base units it wants for that
 * @param leads whether it waits for others to outbid it, rather than settling at once
 * @param flash whether a flash lender pays for it
 */
record Prospect(StandingOffer offer, long pay, long receive, boolean leads, boolean flash) {
    Action bid(VenueRef venue) {
        return new Action.Bid(venue, offer.target(), offer.pair(), Quantity.of(pay), receive);
    }
}
