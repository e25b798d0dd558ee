package io.firebreak.api.number;

/** Powers of ten, exact in both worlds. */
final class Powers {
    private static final long[] LONGS = new long[19];
    private static final double[] DOUBLES = new double[28];

    static {
        long power = 1;
        for (int exponent = 0; exponent < LONGS.length; exponent++) {
            LONGS[exponent] = power;
            power *= 10;
        }
        for (int exponent = 0; exponent < DOUBLES.length; exponent++) {
            DOUBLES[exponent] = Double.parseDouble("1e" + exponent);
        }
    }

    private Powers() {}

    /** {@code 10^exponent} for 0..18. */
    static long asLong(int exponent) {
        return LONGS[exponent];
    }

    /** {@code 10^exponent} for 0..27; exact up to 22. */
    static double asDouble(int exponent) {
        return DOUBLES[exponent];
    }
}
