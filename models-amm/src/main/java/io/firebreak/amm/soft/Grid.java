package io.firebreak.amm.soft;

import java.math.BigInteger;

/**
 * Where the bands are, in fixed point of 18 decimals: band n is meant for oracle prices from {@code up(n + 1)} to {@code up(n)},
 * each a part in {@code a} lower than the one before.
 *
 * <p>Inside a band the pool's price moves the faster, the further the oracle is from it, so that traders convert what lies there
 * when the oracle passes by: along {@code (f + x)·(g + y) = p·A²·y₀²}, x what was borrowed, y collateral, p the oracle's price.
 *
 * @param rootRatio {@code √(A ÷ (A − 1))}: from a band's top to its geometric middle
 * @formula up(n) = base·((A − 1) ÷ A)ⁿ; f = A·y₀·p² ÷ up, g = (A − 1)·y₀·up ÷ p; y₀ solves p·A·y₀² − y₀·(up ÷ p·(A − 1)·x + p² ÷
 *     up·A·y) − x·y = 0; price (f + x) ÷ (g + y)
 * @source Curve, LLAMMA (AMM.vy) and its white paper
 */
record Grid(int a, BigInteger base, BigInteger rootRatio) {
    static final BigInteger ONE = BigInteger.TEN.pow(18);

    static Grid of(int a, BigInteger base) {
        BigInteger ratio = ONE.multiply(ONE).multiply(BigInteger.valueOf(a)).divide(BigInteger.valueOf(a - 1L));
        return new Grid(a, base, ratio.sqrt());
    }

    BigInteger wide() {
        return BigInteger.valueOf(a);
    }

    BigInteger narrow() {
        return BigInteger.valueOf(a - 1L);
    }

    /** The oracle price at the top of a band. */
    BigInteger up(int n) {
        int power = Math.abs(n);
        return n >= 0
                ? base.multiply(narrow().pow(power)).divide(wide().pow(power))
                : base.multiply(wide().pow(power)).divide(narrow().pow(power));
    }

    /** The oracle price at its bottom, which is the top of the next. */
    BigInteger down(int n) {
        return up(n + 1);
    }

    /** The pool's price where a band holds collateral alone, at an oracle price of {@code oracle}. */
    BigInteger currentDown(int n, BigInteger oracle) {
        return cubed(oracle, up(n));
    }

    /** The pool's price where a band holds none any more. */
    BigInteger currentUp(int n, BigInteger oracle) {
        return cubed(oracle, up(n + 1));
    }

    /** {@code p³ ÷ edge²}. */
    private static BigInteger cubed(BigInteger oracle, BigInteger edge) {
        return oracle.multiply(oracle).divide(edge).multiply(oracle).divide(edge);
    }

    /** What the band would hold of collateral, alone, were the oracle at its top. */
    BigInteger y0(Band band, BigInteger oracle, BigInteger top) {
        BigInteger b = BigInteger.ZERO;
        if (band.x().signum() > 0) {
            b = top.multiply(narrow()).multiply(band.x()).divide(oracle);
        }
        if (band.y().signum() > 0) {
            b = b.add(wide().multiply(oracle)
                    .multiply(oracle)
                    .divide(top)
                    .multiply(band.y())
                    .divide(ONE));
        }
        if (band.x().signum() == 0 || band.y().signum() == 0) {
            return b.multiply(ONE).divide(wide().multiply(oracle));
        }
        BigInteger square = b.multiply(b)
                .add(wide().shiftLeft(2)
                        .multiply(oracle)
                        .multiply(band.y())
                        .divide(ONE)
                        .multiply(band.x()));
        return b.add(square.sqrt()).multiply(ONE).divide(wide().shiftLeft(1).multiply(oracle));
    }

    /** The curve of a band with something in it. */
    Curve curve(Band band, BigInteger oracle, BigInteger top) {
        BigInteger y0 = y0(band, oracle, top);
        BigInteger f = wide().multiply(y0)
                .multiply(oracle)
                .divide(top)
                .multiply(oracle)
                .divide(ONE);
        BigInteger g = narrow().multiply(y0).multiply(top).divide(oracle);
        return new Curve(y0, f, g, f.add(band.x()).multiply(g.add(band.y())));
    }

    /** {@code (f + x)·(g + y) = product}. */
    record Curve(BigInteger y0, BigInteger f, BigInteger g, BigInteger product) {
        /** What is borrowed in the band when so much collateral is. */
        BigInteger x(BigInteger y) {
            return product.divide(g.add(y)).subtract(f);
        }

        /** The collateral in it when so much of what is borrowed is. */
        BigInteger y(BigInteger x) {
            return product.divide(f.add(x)).subtract(g);
        }
    }

    /** At which price a band trades. */
    BigInteger price(int n, Band band, BigInteger oracle) {
        if (band.isEmpty()) {
            return cubed(oracle, up(n)).multiply(wide()).divide(narrow());
        }
        if (band.x().signum() == 0) {
            return currentDown(n, oracle);
        }
        if (band.y().signum() == 0) {
            return currentUp(n, oracle);
        }
        BigInteger top = up(n);
        BigInteger y0 = y0(band, oracle, top);
        BigInteger f = wide().multiply(y0).multiply(oracle).divide(top).multiply(oracle);
        BigInteger g = narrow().multiply(y0).multiply(top).divide(oracle);
        return f.add(band.x().multiply(ONE)).divide(g.add(band.y()));
    }

    /**
     * What a band comes to in what is borrowed, once it was traded to the oracle's price and the oracle then fell through it
     * slowly.
     */
    BigInteger worthDown(int n, Band band, BigInteger oracle) {
        BigInteger top = up(n);
        BigInteger bottom = top.multiply(narrow()).divide(wide());
        Band at = tradedTo(band, oracle, top, bottom);
        if (oracle.compareTo(top) > 0) {
            return at.y().multiply(top).divide(rootRatio());
        }
        return at.y().signum() == 0
                ? at.x()
                : at.x().add(at.y().multiply(bottom.multiply(oracle).sqrt()).divide(ONE));
    }

    /** What a band comes to in collateral, once it was traded to the oracle's price and the oracle then rose through it slowly. */
    BigInteger worthUp(int n, Band band, BigInteger oracle) {
        BigInteger top = up(n);
        BigInteger bottom = top.multiply(narrow()).divide(wide());
        Band at = tradedTo(band, oracle, top, bottom);
        if (oracle.compareTo(bottom) < 0) {
            return at.x().multiply(rootRatio()).divide(top);
        }
        return at.x().signum() == 0
                ? at.y()
                : at.y().add(at.x().multiply(ONE).divide(top.multiply(oracle).sqrt()));
    }

    /** The band when its price is the oracle's, or at its edge where the oracle lies beyond. */
    private Band tradedTo(Band band, BigInteger oracle, BigInteger top, BigInteger bottom) {
        boolean above = oracle.compareTo(top) > 0;
        boolean below = oracle.compareTo(bottom) < 0;
        boolean pure = band.x().signum() == 0 || band.y().signum() == 0;
        if (band.isEmpty()
                || (pure && above && band.x().signum() == 0)
                || (pure && below && band.y().signum() == 0)) {
            return band;
        }
        if (pure && (above || below)) {
            BigInteger middle =
                    oracle.multiply(oracle).divide(bottom).multiply(oracle).divide(top);
            return above
                    ? new Band(BigInteger.ZERO, band.x().multiply(ONE).divide(middle))
                    : new Band(band.y().multiply(middle).divide(ONE), BigInteger.ZERO);
        }
        Curve curve = curve(band, oracle, top);
        if (above) {
            return new Band(BigInteger.ZERO, curve.y(BigInteger.ZERO).max(BigInteger.ZERO));
        }
        if (below) {
            return new Band(curve.x(BigInteger.ZERO).max(BigInteger.ZERO), BigInteger.ZERO);
        }
        BigInteger y =
                wide().multiply(curve.y0()).multiply(oracle.subtract(bottom)).divide(oracle);
        return new Band(curve.x(y).max(BigInteger.ZERO), y);
    }
}
