package io.firebreak.api.liquidation;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;

/** How much of an exposure one liquidation may take, and on what that depends. Values are whole units of the numeraire. */
public sealed interface Part {
    /** What a part must leave of either leg, unless it leaves nothing of one. */
    default Decimal leastLeft() {
        return Decimal.ZERO;
    }

    /** A share of the exposure, rounded down; a base unit at least. */
    record OfExposure(Ratio share) implements Part {}

    /**
     * A share of all that the account owes, or of a position's own value: the largest part up to that share which leaves
     * enough, and the whole exposure where there is none.
     *
     * @param wholeAtHealth health factor at or below which the whole exposure may be taken
     * @param wholeBelow value of the exposure, or of what can be given for it, below which the whole may be taken
     */
    record OfDebts(Ratio share, Ratio wholeAtHealth, Decimal wholeBelow, Decimal leastLeft) implements Part {}

    /** The least after which the account is at a health factor; the whole exposure where no part leads there and leaves enough. */
    record ToHealth(Ratio target, Decimal leastLeft) implements Part {}
}
