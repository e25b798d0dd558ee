package io.firebreak.core.book;

import java.util.Arrays;

/**
 * Accounts with one asset and one debt, by debt shares ÷ asset: an account is unsafe where its key lies above a frontier
 * that moves with prices and interest, so a move touches only the accounts that it passes.
 *
 * <p>Keys fall into buckets by the upper bits of their {@code double}: 2,048 to each doubling, .05 % wide, without a
 * logarithm. A bucket is two columns side by side, so that passing through it reads memory in order; insertion and removal
 * are constant.
 */
final class RatioIndex {
    private static final int MANTISSA_BITS = 11;
    private static final int SHIFT = 52 - MANTISSA_BITS;
    private static final int LOWEST = bucketOfBits(Double.doubleToRawLongBits(0x1p-50));
    private static final int HIGHEST = bucketOfBits(Double.doubleToRawLongBits(0x1p50));
    /** What rounding a debt up to whole units may add to a key: at most one in {@link #LEAST_OWED}. */
    private static final double SLACK = 1e-6;

    /** Base units below which a debt is too small for its key to say how it rounds. */
    static final double LEAST_OWED = 2 / SLACK;

    private static final int FIRST = 4;

    /** By bucket; nothing where no account ever lay. */
    private final int[][] accounts = new int[HIGHEST - LOWEST + 1][];

    private final double[][] keys = new double[accounts.length][];
    private final int[] sizes = new int[accounts.length];
    private double frontier;

    RatioIndex(double frontier) {
        this.frontier = frontier;
    }

    private static int bucketOfBits(long bits) {
        return (int) (bits >>> SHIFT);
    }

    static int bucket(double key) {
        int bucket = bucketOfBits(Double.doubleToRawLongBits(key));
        return Math.max(LOWEST, Math.min(HIGHEST, bucket)) - LOWEST;
    }

    /** Puts an account into its bucket; returns its place there. */
    int add(int bucket, int account, double key) {
        int size = sizes[bucket]++;
        if (size == 0 && accounts[bucket] == null) {
            accounts[bucket] = new int[FIRST];
            keys[bucket] = new double[FIRST];
        } else if (size == accounts[bucket].length) {
            int grown = size * 2;
            accounts[bucket] = Arrays.copyOf(accounts[bucket], grown);
            keys[bucket] = Arrays.copyOf(keys[bucket], grown);
        }
        accounts[bucket][size] = account;
        keys[bucket][size] = key;
        return size;
    }

    /** Changes the key of an account that stays in its bucket. */
    void setKey(int bucket, int place, double key) {
        keys[bucket][place] = key;
    }

    /** Takes an account out; returns the account that has its place now, or itself. */
    int remove(int bucket, int place) {
        int last = --sizes[bucket];
        accounts[bucket][place] = accounts[bucket][last];
        keys[bucket][place] = keys[bucket][last];
        return accounts[bucket][place];
    }

    /** Hears of accounts that the frontier may have passed. */
    interface Visitor {
        /**
         * An account in a bucket that the frontier moved through.
         *
         * @param side 1: above the frontier for sure, −1: below for sure, 0: too near to say
         */
        void visit(int account, int side);
    }

    /** Moves the frontier through the buckets and names every account in them. */
    void moveTo(double next, Visitor visitor) {
        int from = Double.isNaN(frontier) ? 0 : bucket(Math.min(frontier, next) * (1 - SLACK));
        int to = Double.isNaN(frontier) ? accounts.length - 1 : bucket(Math.max(frontier, next) * (1 + SLACK));
        double low = Double.isNaN(frontier) ? 0 : Math.min(frontier, next) * (1 - SLACK);
        double high = Double.isNaN(frontier) ? Double.POSITIVE_INFINITY : Math.max(frontier, next) * (1 + SLACK);
        frontier = next;
        double above = next * (1 + SLACK);
        double below = next * (1 - SLACK);
        for (int bucket = from; bucket <= to; bucket++) {
            double[] keysHere = keys[bucket];
            for (int place = 0; place < sizes[bucket]; place++) {
                double key = keysHere[place];
                if (key >= low && key <= high) {
                    visitor.visit(accounts[bucket][place], key > above ? 1 : key < below ? -1 : 0);
                }
            }
        }
    }
}
