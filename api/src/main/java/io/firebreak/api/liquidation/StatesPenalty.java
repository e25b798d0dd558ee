package io.firebreak.api.liquidation;

import io.firebreak.api.number.Ratio;

/**
 * A liquidation model that lets takers pay more than the debt, for the venue's treasury, and says how much at most; a lot that
 * it seizes is to raise as much, neither more nor less.
 */
public interface StatesPenalty {
    /** What may be taken besides, as a share of the debt that was cleared: 0.13 for 13 %. */
    Ratio penalty();
}
