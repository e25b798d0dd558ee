package io.firebreak.lending.english;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Invitation.Step;
import io.firebreak.api.liquidation.Ruling;
import io.vavr.control.Option;

/**
 * Who leads an auction, and until when bids are taken.
 *
 * @param leader whose bid stands; none before the first
 * @param lapsesMillis when the best bid wins unless outbid
 * @param endMillis when bidding ends in any case
 */
public record Bidding(Option<AccountId> leader, long lapsesMillis, long endMillis) {
    /** Nobody has bid yet. */
    public static Bidding until(long endMillis) {
        return new Bidding(Option.none(), Long.MAX_VALUE, endMillis);
    }

    public Bidding ledBy(AccountId bidder, long lapsesMillis) {
        return new Bidding(Option.some(bidder), lapsesMillis, endMillis);
    }

    /** Whether it has ended; in the very last millisecond it has not, and bids are no longer taken: the offer says so. */
    public boolean over(long now) {
        return now > lastMillis();
    }

    /** Asks somebody to settle with who leads, or to begin anew: when it is over. */
    public <S> Ruling<S> ended(Ruling<S> ruling, AccountId target) {
        return ruling.withdraw(target).invite(target, hasLeader() ? Step.SETTLE : Step.RESTART, 0);
    }

    /** When it ends if nobody bids (again). */
    public long lastMillis() {
        return Math.min(lapsesMillis, endMillis);
    }

    public boolean hasLeader() {
        return leader.isDefined();
    }
}
