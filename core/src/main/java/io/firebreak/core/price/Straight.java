package io.firebreak.core.price;

/** Straight lines in the logarithm: equal times, equal relative moves. */
final class Straight {
    private Straight() {}

    /**
     * The price on the way from one to another.
     *
     * @param way 0 at {@code from}, 1 at {@code to}
     */
    static double between(double from, double to, double way) {
        return from == to || way <= 0 ? from : from * StrictMath.exp(way * StrictMath.log(to / from));
    }
}
