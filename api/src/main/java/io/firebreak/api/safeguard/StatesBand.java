package io.firebreak.api.safeguard;

import io.firebreak.api.number.Ratio;
import java.time.Duration;

/**
 * A safeguard that stops the liquidation of accounts that hold or owe something whose price has left a band around a mean, or
 * that pauses because it did; and of no others. It looks at the prices block by block.
 */
public interface StatesBand {
    /** A price so far off the reference or farther, up or down, is at the limit: 0.05 for 5 %. */
    Ratio band();

    /**
     * Over so long prices are weighed by the time for which they stood: their mean, to 17 digits, a half to the even one. The
     * reference begins as the first price.
     */
    Duration meanOver();

    /** The reference becomes the mean where that moved by so much, up or down, and the price is not at the limit. */
    Ratio refreshAt();

    /** So long a reference stands at least. */
    Duration refreshEvery();

    /** A price that has been at the limit in every block for so long starts a pause. */
    Duration limitState();

    /** How long a pause lasts; the first price after it is the reference, and none before it counts. */
    Duration pause();
}
