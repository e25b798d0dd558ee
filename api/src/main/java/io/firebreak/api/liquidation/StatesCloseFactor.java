package io.firebreak.api.liquidation;

import io.firebreak.api.number.Ratio;

/** A liquidation model whose offers reach at least a stated share of an exposure. */
public interface StatesCloseFactor {
    /** Share of the exposure that one liquidation may take in any case: 0.5 for a half; 0 where it depends. */
    Ratio leastPart();
}
