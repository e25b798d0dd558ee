package io.firebreak.api.liquidation;

import io.firebreak.api.number.Ratio;

/**
 * A liquidation model whose takers pay the venue a fee besides what they clear, and that says how much; none where contracts
 * change hands.
 */
public interface StatesFee extends StatesPenalty {
    /** The fee as a share of what is cleared. */
    Ratio feeOnDebt();

    /** What comes on top, as a share of the bonus. */
    Ratio feeOnBonus();
}
