package io.firebreak.core.random;

/**
 * Philox4x64-10, a counter-based generator: a function from a key and a counter to 256 random bits.
 *
 * @source Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC11)
 */
final class Philox {
    private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
    private static final long MULTIPLIER_1 = 0xCA5A826395121157L;
    private static final long WEYL_0 = 0x9E3779B97F4A7C15L;
    private static final long WEYL_1 = 0xBB67AE8584CAA73BL;
    private static final int ROUNDS = 10;

    private Philox() {}

    /** Writes the four words that belong to a key and a counter into {@code out}. */
    static void words(long key0, long key1, long counter0, long counter1, long counter2, long counter3, long[] out) {
        long k0 = key0;
        long k1 = key1;
        long c0 = counter0;
        long c1 = counter1;
        long c2 = counter2;
        long c3 = counter3;
        for (int round = 0; round < ROUNDS; round++) {
            long high0 = unsignedHigh(MULTIPLIER_0, c0);
            long low0 = MULTIPLIER_0 * c0;
            long high1 = unsignedHigh(MULTIPLIER_1, c2);
            long low1 = MULTIPLIER_1 * c2;
            c0 = high1 ^ c1 ^ k0;
            c1 = low1;
            c2 = high0 ^ c3 ^ k1;
            c3 = low0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        out[0] = c0;
        out[1] = c1;
        out[2] = c2;
        out[3] = c3;
    }

    private static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
