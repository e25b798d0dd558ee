package io.firebreak.core.book;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Accounts with one asset and one debt, by debt shares ÷ asset: an account is unsafe where its key lies above a frontier
 * that moves with prices and interest, so a move touches only the accounts that it passes.
 *
 * <p>Keys fall into buckets by the upper bits of their {@code double}: 2,048 to each doubling, .05 % wide, without a
 * logarithm. Insertion and removal are constant; a bucket is a doubly linked list through two columns.
 */
final class RatioIndex {
    private static final int MANTISSA_BITS = 11;
    private static final int SHIFT = 52 - MANTISSA_BITS;
    private static final int LOWEST = bucketOfBits(Double.doubleToRawLongBits(0x1p-50));
    private static final int HIGHEST = bucketOfBits(Double.doubleToRawLongBits(0x1p50));
    private static final double SLACK = 1e-9;

    private final int[] heads = new int[HIGHEST - LOWEST + 1];
    private double frontier = Double.NaN;

    RatioIndex() {
        Arrays.fill(heads, Accounts.NONE);
    }

    private static int bucketOfBits(long bits) {
        return (int) (bits >>> SHIFT);
    }

    static int bucket(double key) {
        int bucket = bucketOfBits(Double.doubleToRawLongBits(key));
        return Math.max(LOWEST, Math.min(HIGHEST, bucket)) - LOWEST;
    }

    int head(int bucket) {
        return heads[bucket];
    }

    void setHead(int bucket, int account) {
        heads[bucket] = account;
    }

    /** Moves the frontier and names every account whose side may have changed. */
    void moveTo(double next, int[] nextOf, IntConsumer look) {
        int from;
        int to;
        if (Double.isNaN(frontier)) {
            from = 0;
            to = heads.length - 1;
        } else {
            from = bucket(Math.min(frontier, next) * (1 - SLACK));
            to = bucket(Math.max(frontier, next) * (1 + SLACK));
        }
        frontier = next;
        for (int bucket = from; bucket <= to; bucket++) {
            for (int account = heads[bucket]; account != Accounts.NONE; account = nextOf[account]) {
                look.accept(account);
            }
        }
    }
}
