package io.firebreak.core.gas;

import io.firebreak.core.economy.Gas;
import io.firebreak.core.economy.GasDemand;

/**
 * What a block has room for. The transactions of the rest of the world fill every block; an action takes the place of those
 * that pay less than it bids.
 *
 * <p>What they pay in a block is a distribution: its quantiles are straight between 0, p30, p60, p90 and the maximum, as read
 * from a row of a file that holds until the next; a file of one column {@code gwei} says that all pay the same. Where
 * quantiles of a row descend, the greater of them counts for both. The first row holds before its time.
 *
 * @unit with p60 85 gwei and p90 129 gwei, a bid of 107 gwei may use 75 % of a block: 7.5 M of 10 M gas
 */
public final class BlockSpace {
    private static final double[] SHARES = {0, 0.3, 0.6, 0.9, 1};

    private final long perBlock;
    private final Demand demand;
    private double[] quantiles;

    /** The space of the block at a time; {@link IllegalArgumentException} where a file makes no sense. */
    public BlockSpace(Gas gas, long startMillis) {
        if (gas.perBlock() <= 0) {
            throw new IllegalArgumentException("gas per block must be positive, and is " + gas.perBlock());
        }
        perBlock = gas.perBlock();
        demand = Demand.of(gas.demand());
        quantiles = demand.at(startMillis);
    }

    /** Goes on to the block at a time. */
    public void advance(long timeMillis) {
        quantiles = demand.at(timeMillis);
    }

    /**
     * The gas price, in gwei, at or below which a share of the background transactions pays.
     *
     * @param share 0.3 is the 30 % quantile
     */
    public double price(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of a block lies in 0..1, and not at " + share);
        }
        int to = 1;
        while (SHARES[to] < share) {
            to++;
        }
        double way = (share - SHARES[to - 1]) / (SHARES[to] - SHARES[to - 1]);
        return quantiles[to - 1] + way * (quantiles[to] - quantiles[to - 1]);
    }

    /** The share of the background transactions that pay {@code feeGwei} or less. */
    public double shareBelow(double feeGwei) {
        int last = quantiles.length - 1;
        if (feeGwei >= quantiles[last]) {
            return 1;
        }
        int to = 0;
        while (quantiles[to] <= feeGwei) {
            to++;
        }
        if (to == 0) {
            return 0;
        }
        double way = (feeGwei - quantiles[to - 1]) / (quantiles[to] - quantiles[to - 1]);
        return SHARES[to - 1] + way * (SHARES[to] - SHARES[to - 1]);
    }

    /**
     * Whether an action fits, when actions are asked in the order of their fees, highest first.
     *
     * @param used gas of the actions that were admitted to the block before
     */
    public boolean admits(long feeGwei, long used, long gas) {
        return used + gas <= (long) (perBlock * shareBelow((double) feeGwei));
    }

    /** What the rest of the world pays, over time. */
    private interface Demand {
        /** Quantiles at {@link #SHARES}, ascending. */
        double[] at(long timeMillis);

        static Demand of(GasDemand demand) {
            if (demand instanceof GasDemand.Replay replay) {
                return new ReplayedDemand(replay.files())::at;
            }
            double gwei = ((GasDemand.Constant) demand).gwei();
            double[] same = {gwei, gwei, gwei, gwei, gwei};
            return millis -> same;
        }
    }
}
