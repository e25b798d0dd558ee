package io.firebreak.amm.pool;

/** What a deposit into a pool comes to. */
public final class Joining {
    private final long shares;
    private final long[] taken;
    private final long[] adminFees;

    /**
     * Made anew; the arrays are taken as they are.
     *
     * @param shares issued for it; 0 where it is worth none
     * @param taken base units of each asset, no more than was offered
     * @param adminFees base units of each asset that leave the pool for the venue's treasury
     */
    public Joining(long shares, long[] taken, long[] adminFees) {
        this.shares = shares;
        this.taken = taken;
        this.adminFees = adminFees;
    }

    public long shares() {
        return shares;
    }

    long[] taken() {
        return taken;
    }

    public long adminFee(int at) {
        return adminFees[at];
    }
}
