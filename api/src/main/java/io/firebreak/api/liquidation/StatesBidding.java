package io.firebreak.api.liquidation;

import io.firebreak.api.number.Ratio;
import java.time.Duration;

/** A seller that offers for the best bid, and says how long bids stand and how much better the next one must be. */
public interface StatesBidding {
    /** Least step between bids, and between what is given for them once no more is wanted: 0.03 for 3 %. */
    Ratio beg();

    /** A best bid that stands for so long wins. */
    Duration ttl();

    /** Bidding ends so long after it began, or began anew, in any case. */
    Duration tau();
}
