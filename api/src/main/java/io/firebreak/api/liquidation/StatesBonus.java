package io.firebreak.api.liquidation;

import io.firebreak.api.number.Ratio;

/**
 * A liquidation model that gives takers a fixed bonus and says how much. Where liquidation threshold × (1 + bonus) is 1 or
 * more, each liquidation leaves the account worse than it was, and scenarios are warned.
 *
 * @source McFarlane, arXiv:2510.10171
 */
public interface StatesBonus {
    /** Extra collateral per unit repaid: 0.08 for 8 %. */
    Ratio bonus();

    /** What a taker gets per unit repaid in any case, besides what it pays: the bonus itself where it is always the same. */
    default Ratio leastBonus() {
        return Ratio.ZERO;
    }
}
