package io.firebreak.api.margin;

import io.firebreak.api.number.Decimal;
import io.vavr.control.Option;

/**
 * How an account stands against a requirement.
 *
 * @param assets weighted value of what it holds, numeraire base units, rounded down
 * @param debts weighted value of what it owes, with what the margin model charges besides, rounded up
 * @param unsafe whether the exact weighted assets are strictly below the exact weighted debts
 */
public record Health(long assets, long debts, boolean unsafe) {
    /** {@code assets ÷ debts}, rounded down; none without debt, where it would be infinite. */
    public Option<Decimal> factor() {
        return debts == 0 ? Option.none() : Option.some(Decimal.of(assets).dividedDown(Decimal.of(debts)));
    }
}
