package io.firebreak.amm.weighted;

import java.math.BigInteger;

/**
 * Powers in fixed point of 18 decimals, by {@code exp(y · ln x)}: both take the powers of two out of the exponent and sum a
 * series on what is left, in 20 decimals, near 1 in 36.
 *
 * @source Balancer, LogExpMath.sol: its terms and its truncation, so that results agree to the last digit
 */
final class LogExp {
    private static final BigInteger ONE_18 = BigInteger.TEN.pow(18);
    private static final BigInteger ONE_20 = BigInteger.TEN.pow(20);
    private static final BigInteger ONE_36 = BigInteger.TEN.pow(36);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    private static final BigInteger NEAR_ONE = BigInteger.TEN.pow(17);

    /** 2^7 and 2^6 in 18 decimals, and e to them without decimals. */
    private static final BigInteger[] LARGE = {whole(128, ONE_18), whole(64, ONE_18)};

    private static final BigInteger[] LARGE_EXP = {
        new BigInteger("38877084059945950922200000000000000000000000000000000000"),
        new BigInteger("6235149080811616882910000000")
    };

    /** 2^5 to 2^−4 in 20 decimals, and e to them. */
    private static final BigInteger[] SMALL = new BigInteger[10];

    private static final BigInteger[] SMALL_EXP = {
        new BigInteger("7896296018268069516100000000000000"),
        new BigInteger("888611052050787263676000000"),
        new BigInteger("298095798704172827474000"),
        new BigInteger("5459815003314423907810"),
        new BigInteger("738905609893065022723"),
        new BigInteger("271828182845904523536"),
        new BigInteger("164872127070012814685"),
        new BigInteger("128402541668774148407"),
        new BigInteger("113314845306682631683"),
        new BigInteger("106449445891785942956")
    };

    /** The exponential stops at 2^−2: its series settles from there. */
    private static final int EXP_TERMS = 8;

    static {
        for (int at = 0; at < SMALL.length; at++) {
            SMALL[at] = ONE_20.multiply(BigInteger.valueOf(32)).shiftRight(at);
        }
    }

    private LogExp() {}

    private static BigInteger whole(long number, BigInteger one) {
        return one.multiply(BigInteger.valueOf(number));
    }

    /** {@code x^y}; 0^0 is 1. The exponent of e lies between −41 and 130. */
    static BigInteger pow(BigInteger x, BigInteger y) {
        if (y.signum() == 0) {
            return ONE_18;
        }
        if (x.signum() == 0) {
            return BigInteger.ZERO;
        }
        BigInteger exponent;
        if (x.subtract(ONE_18).abs().compareTo(NEAR_ONE) < 0) {
            BigInteger[] ln = series(x.multiply(ONE_18), ONE_36, 15).divideAndRemainder(ONE_18);
            exponent = ln[0].multiply(y).add(ln[1].multiply(y).divide(ONE_18));
        } else {
            exponent = ln(x).multiply(y);
        }
        return exp(exponent.divide(ONE_18));
    }

    private static BigInteger exp(BigInteger exponent) {
        if (exponent.signum() < 0) {
            return ONE_36.divide(exp(exponent.negate()));
        }
        BigInteger x = exponent;
        BigInteger first = BigInteger.ONE;
        for (int at = 0; at < LARGE.length && first.equals(BigInteger.ONE); at++) {
            if (x.compareTo(LARGE[at]) >= 0) {
                x = x.subtract(LARGE[at]);
                first = LARGE_EXP[at];
            }
        }
        x = x.multiply(HUNDRED);
        BigInteger product = ONE_20;
        for (int at = 0; at < EXP_TERMS; at++) {
            if (x.compareTo(SMALL[at]) >= 0) {
                x = x.subtract(SMALL[at]);
                product = product.multiply(SMALL_EXP[at]).divide(ONE_20);
            }
        }
        BigInteger term = x;
        BigInteger sum = ONE_20.add(x);
        for (int n = 2; n <= 12; n++) {
            term = term.multiply(x).divide(ONE_20).divide(BigInteger.valueOf(n));
            sum = sum.add(term);
        }
        return product.multiply(sum).divide(ONE_20).multiply(first).divide(HUNDRED);
    }

    /** In 18 decimals. */
    private static BigInteger ln(BigInteger x) {
        if (x.compareTo(ONE_18) < 0) {
            return ln(ONE_36.divide(x)).negate();
        }
        BigInteger a = x;
        BigInteger sum = BigInteger.ZERO;
        for (int at = 0; at < LARGE.length; at++) {
            if (a.compareTo(LARGE_EXP[at].multiply(ONE_18)) >= 0) {
                a = a.divide(LARGE_EXP[at]);
                sum = sum.add(LARGE[at]);
            }
        }
        sum = sum.multiply(HUNDRED);
        a = a.multiply(HUNDRED);
        for (int at = 0; at < SMALL.length; at++) {
            if (a.compareTo(SMALL_EXP[at]) >= 0) {
                a = a.multiply(ONE_20).divide(SMALL_EXP[at]);
                sum = sum.add(SMALL[at]);
            }
        }
        return sum.add(series(a, ONE_20, 11)).divide(HUNDRED);
    }

    /** {@code ln x = 2·(z + z³÷3 + z⁵÷5 + …)}, z = (x − 1) ÷ (x + 1), to the power {@code last}. */
    private static BigInteger series(BigInteger x, BigInteger one, int last) {
        BigInteger z = x.subtract(one).multiply(one).divide(x.add(one));
        BigInteger square = z.multiply(z).divide(one);
        BigInteger term = z;
        BigInteger sum = z;
        for (int n = 3; n <= last; n += 2) {
            term = term.multiply(square).divide(one);
            sum = sum.add(term.divide(BigInteger.valueOf(n)));
        }
        return sum.shiftLeft(1);
    }
}
