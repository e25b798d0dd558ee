package io.firebreak.amm;

/**
 * What a pool pays out for {@code x}: {@code x ÷ (intercept + slope · x)}, which a constant product is exactly.
 *
 * @param intercept what a first unit of the other asset costs
 * @param slope one over all there is to get; 0 where the price does not move
 */
record Hyperbola(double intercept, double slope) {

    /** Through two quotes; where rounding leaves no slope the price does not move. */
    static Hyperbola through(long smallIn, long smallOut, long largeIn, long largeOut) {
        double small = (double) smallIn / smallOut;
        double slope =
                largeIn > smallIn ? StrictMath.max(0, ((double) largeIn / largeOut - small) / (largeIn - smallIn)) : 0;
        return new Hyperbola(small - slope * smallIn, slope);
    }

    /** The amount with the highest gain where a unit of the other asset is worth {@code price}; infinite without slope. */
    double best(double price) {
        return slope == 0 ? Double.POSITIVE_INFINITY : (StrictMath.sqrt(price * intercept) - intercept) / slope;
    }

    double out(double in) {
        return in / (intercept + slope * in);
    }

    double gain(double in, double price) {
        return price * out(in) - in;
    }
}
