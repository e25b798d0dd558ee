package io.firebreak.amm.concentrated;

import java.math.BigInteger;

/**
 * What an amount does to a price, and what a move of the price takes and gives; a price is {@code √(b ÷ a)} times 2^96.
 *
 * @source Uniswap v3, {@code SqrtPriceMath.sol}
 */
final class SqrtPriceMath {
    static final int FRACTION_BITS = 96;
    private static final BigInteger WORD = BigInteger.ONE.shiftLeft(256);
    private static final BigInteger GREATEST_PRICE = BigInteger.ONE.shiftLeft(160);

    private SqrtPriceMath() {}

    /** The price after {@code amount} of the first asset, or of the other, was handed in: never beyond what it pays for. */
    static BigInteger afterInput(BigInteger sqrtPrice, BigInteger liquidity, BigInteger amount, boolean ofA) {
        requirePositive(sqrtPrice, liquidity);
        return ofA ? byA(sqrtPrice, liquidity, amount, true) : byB(sqrtPrice, liquidity, amount, true);
    }

    /** The price after {@code amount} was paid out of the first asset, or of the other: far enough to pay for it. */
    static BigInteger afterOutput(BigInteger sqrtPrice, BigInteger liquidity, BigInteger amount, boolean ofA) {
        requirePositive(sqrtPrice, liquidity);
        return ofA ? byA(sqrtPrice, liquidity, amount, false) : byB(sqrtPrice, liquidity, amount, false);
    }

    private static void requirePositive(BigInteger sqrtPrice, BigInteger liquidity) {
        if (sqrtPrice.signum() <= 0 || liquidity.signum() <= 0) {
            throw new ArithmeticException("no price without a price and liquidity");
        }
    }

    /** {@code L·p ÷ (L ± amount·p)}, rounded up; where that overflows 256 bits the original takes a shorter way. */
    private static BigInteger byA(BigInteger sqrtPrice, BigInteger liquidity, BigInteger amount, boolean in) {
        if (amount.signum() == 0) {
            return sqrtPrice;
        }
        BigInteger scaled = liquidity.shiftLeft(FRACTION_BITS);
        BigInteger product = amount.multiply(sqrtPrice);
        boolean overflows = product.compareTo(WORD) >= 0;
        if (!in && (overflows || scaled.compareTo(product) <= 0)) {
            throw new ArithmeticException("the pool has less than " + amount);
        }
        if (in && (overflows || scaled.add(product).compareTo(WORD) >= 0)) {
            return dividedUp(scaled, scaled.divide(sqrtPrice).add(amount));
        }
        return requirePrice(dividedUp(scaled.multiply(sqrtPrice), in ? scaled.add(product) : scaled.subtract(product)));
    }

    /** {@code p ± amount ÷ L}, rounded down. */
    private static BigInteger byB(BigInteger sqrtPrice, BigInteger liquidity, BigInteger amount, boolean in) {
        BigInteger scaled = amount.shiftLeft(FRACTION_BITS);
        if (in) {
            return requirePrice(sqrtPrice.add(scaled.divide(liquidity)));
        }
        BigInteger quotient = dividedUp(scaled, liquidity);
        if (sqrtPrice.compareTo(quotient) <= 0) {
            throw new ArithmeticException("the pool has less than " + amount);
        }
        return sqrtPrice.subtract(quotient);
    }

    private static BigInteger requirePrice(BigInteger sqrtPrice) {
        if (sqrtPrice.compareTo(GREATEST_PRICE) >= 0) {
            throw new ArithmeticException("a square root price has at most 160 bits, not " + sqrtPrice.bitLength());
        }
        return sqrtPrice;
    }

    /** How much of the first asset lies between two prices: {@code L · (1÷p − 1÷q)}. */
    static BigInteger amountA(BigInteger one, BigInteger other, BigInteger liquidity, boolean up) {
        BigInteger low = one.min(other);
        BigInteger high = one.max(other);
        BigInteger scaled = liquidity.shiftLeft(FRACTION_BITS).multiply(high.subtract(low));
        return up
                ? dividedUp(dividedUp(scaled, high), low)
                : scaled.divide(high).divide(low);
    }

    /** How much of the other asset lies between two prices: {@code L · (q − p)}. */
    static BigInteger amountB(BigInteger one, BigInteger other, BigInteger liquidity, boolean up) {
        BigInteger scaled = liquidity.multiply(one.subtract(other).abs());
        return up ? shiftedUp(scaled, FRACTION_BITS) : scaled.shiftRight(FRACTION_BITS);
    }

    static BigInteger dividedUp(BigInteger number, BigInteger divisor) {
        BigInteger[] parts = number.divideAndRemainder(divisor);
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    }

    static BigInteger shiftedUp(BigInteger number, int bits) {
        return number.negate().shiftRight(bits).negate();
    }
}
