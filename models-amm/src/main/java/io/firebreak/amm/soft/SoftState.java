package io.firebreak.amm.soft;

/**
 * What the ledger does not say of soft liquidation.
 *
 * @param ladder how what lies on the account {@code bands} is spread
 * @param limit the oracle's price as the bands take it
 * @param carry interest that was earned and is less than a base unit
 * @param settled whether what accounts began with has been looked at
 */
public record SoftState(Ladder ladder, PriceLimit limit, double carry, boolean settled) {
    static final SoftState START = new SoftState(Ladder.EMPTY, PriceLimit.NONE, 0, false);

    SoftState with(Ladder next) {
        return new SoftState(next, limit, carry, settled);
    }
}
