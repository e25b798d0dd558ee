package io.firebreak.api.liquidation;

import io.firebreak.api.number.Decimal;

/**
 * A liquidation model that draws which unsafe accounts are open to takers, at a rate that grows as their health falls: {@code λ
 * = intensity + steepness · (1 − health)} an hour. Over {@code t} hours since the block in which the account was looked at
 * last, or became unsafe, it is hit where the first of its draws in this block is below {@code 1 − exp(−λ · t)}, and stays
 * open until it is cured.
 */
public interface StatesHazard extends DrawsByAccount {
    Decimal intensity();

    Decimal steepness();
}
