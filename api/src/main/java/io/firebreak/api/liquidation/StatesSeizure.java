package io.firebreak.api.liquidation;

import io.firebreak.api.number.Ratio;
import io.vavr.control.Option;

/**
 * A liquidation model that takes accounts over for what they owe, and says how much of the collateral goes with the debt: so
 * much, or all that stands behind it where that is less.
 */
public interface StatesSeizure {
    /** The collateral that is taken, as a multiple of the value of the debt that goes with it; none: all of it. */
    Option<Ratio> seized();
}
