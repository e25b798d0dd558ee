package io.firebreak.api.liquidation;

import io.firebreak.api.number.Ratio;

/** A liquidation model that says all of how much one liquidation may take: its offers reach so far, and no farther. */
public interface StatesPart extends StatesCloseFactor {
    Part part();

    @Override
    default Ratio leastPart() {
        return part() instanceof Part.OfExposure of ? of.share() : Ratio.ZERO;
    }
}
