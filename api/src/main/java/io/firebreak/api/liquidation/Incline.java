package io.firebreak.api.liquidation;

import io.firebreak.api.number.Ratio;

/**
 * A bonus that follows from an account's health: on a straight line from what it is at a health factor of 1 to its most, and
 * no farther. One that never changes is the same at both ends.
 *
 * @param mostAt health factor at or below which it is greatest
 * @param ofGiven whether it is a share of the value that is given, a discount; otherwise of the value that is cleared
 */
public record Incline(Ratio atThreshold, Ratio most, Ratio mostAt, boolean ofGiven) {
    /** The same bonus at every health. */
    public static Incline level(Ratio bonus) {
        return new Incline(bonus, bonus, Ratio.ONE, false);
    }
}
