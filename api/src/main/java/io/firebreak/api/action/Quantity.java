package io.firebreak.api.action;

/** How much: a number, everything there is, or what an earlier step of the same bundle returned. */
public sealed interface Quantity {
    /** A number of base units, not negative. */
    record Units(long units) implements Quantity {
        public Units {
            if (units < 0) {
                throw new IllegalArgumentException("a quantity is not negative: " + units);
            }
        }
    }

    /** All that the sender holds of the asset. */
    record All() implements Quantity {}

    /**
     * What step {@code step} of the bundle returned.
     *
     * @param step counted from 0; must be earlier
     */
    record ResultOf(int step) implements Quantity {}

    static Quantity of(long units) {
        return new Units(units);
    }

    static Quantity all() {
        return new All();
    }
}
