package io.firebreak.lending.english;

import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;

/**
 * One auction of a lot.
 *
 * @param pair collateral given, debt asset wanted
 * @param tab what is to be raised: the lot's debt with the penalty
 * @param lot what the best bidder receives
 * @param bid the best bid, 0 before the first
 */
public record Auction(Pair pair, long tab, long lot, long bid, Bidding bidding) {
    /** Whether bids have reached the tab, so that the lot shrinks from now on. */
    boolean paidInFull() {
        return bidding.hasLeader() && bid == tab;
    }

    /** The next bid that is accepted: any for the first, then one step more, or the whole tab. */
    long leastBid(Ratio beg) {
        return bidding.hasLeader() ? Math.min(tab, Math.max(bid + 1, Exact.timesUp(bid, beg.onePlus()))) : 0;
    }

    /** The largest lot that the next bid may ask for. */
    long mostLot(Ratio beg) {
        return paidInFull() ? shrunk(lot, beg) : lot;
    }

    /** The largest lot that is one step smaller. */
    public static long shrunk(long lot, Ratio beg) {
        return Math.min(lot - 1, Exact.dividedDown(lot, beg.onePlus()));
    }

    Ask ask(Ratio beg) {
        return new Ask.BestBid(leastBid(beg), tab, mostLot(beg), bidding.leader(), bidding.lastMillis());
    }

    Auction with(Bidding next) {
        return new Auction(pair, tab, lot, bid, next);
    }
}
