package io.firebreak.amm.pool;

/**
 * What a trade with a pool comes to.
 *
 * @param out base units paid out; 0 where the pool does not trade so
 * @param feeOnGet whether {@code adminFee} is of what is paid out, rather than of what is handed in
 * @param adminFee base units that leave the pool for the venue's treasury
 */
public record Trade(long out, boolean feeOnGet, long adminFee) {
    public static final Trade NONE = new Trade(0, false, 0);

    /** Without a fee that leaves the pool. */
    public static Trade of(long out) {
        return new Trade(out, false, 0);
    }
}
