package io.firebreak.api.liquidation;

import io.firebreak.api.number.Ratio;
import java.time.Duration;

/**
 * A liquidation model that collects lots and bids of one pair by {@link Ask.Reserve}, and then sells the lots to the highest
 * bids at one price: the highest at which their money is enough.
 */
public interface StatesBatch {
    /** How long it collects; without a bid it begins anew. */
    Duration interval();

    /** The least price, as a multiple of the oracle's when it begins: 0.5 is half of it. */
    Ratio reserve();
}
