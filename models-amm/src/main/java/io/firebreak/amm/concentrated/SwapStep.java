package io.firebreak.amm.concentrated;

import java.math.BigInteger;

/**
 * A swap on its way to the next price at which liquidity may change: how far it comes, and what it takes, gives and pays.
 *
 * @param next the price it reaches
 * @param in rounded up, the fee left out
 * @param out rounded down
 * @param fee on what is handed in; where the target is not reached, all that is left
 * @source Uniswap v3, {@code SwapMath.sol}
 */
record SwapStep(BigInteger next, BigInteger in, BigInteger out, BigInteger fee) {
    static final int WHOLE = 1_000_000;
    private static final BigInteger MILLION = BigInteger.valueOf(WHOLE);

    /**
     * One step.
     *
     * @param remaining what is still to be handed in; negative: what is still to be paid out
     * @param feePips in millionths
     */
    static SwapStep of(BigInteger price, BigInteger target, BigInteger liquidity, BigInteger remaining, int feePips) {
        boolean sellsA = price.compareTo(target) >= 0;
        boolean exactIn = remaining.signum() >= 0;
        BigInteger kept = BigInteger.valueOf(WHOLE - feePips);
        BigInteger wanted = exactIn ? remaining.multiply(kept).divide(MILLION) : remaining.negate();
        BigInteger toTarget = exactIn ? in(price, target, liquidity, sellsA) : out(price, target, liquidity, sellsA);
        boolean reached = wanted.compareTo(toTarget) >= 0;
        BigInteger next = reached
                ? target
                : exactIn
                        ? SqrtPriceMath.afterInput(price, liquidity, wanted, sellsA)
                        : SqrtPriceMath.afterOutput(price, liquidity, wanted, !sellsA);
        BigInteger in = reached && exactIn ? toTarget : in(price, next, liquidity, sellsA);
        BigInteger out = reached && !exactIn ? toTarget : out(price, next, liquidity, sellsA);
        if (!exactIn) {
            out = out.min(wanted);
        }
        // Compared by price, as the original does: a step may reach its target without what it would take to.
        BigInteger fee = exactIn && !next.equals(target)
                ? remaining.subtract(in)
                : SqrtPriceMath.dividedUp(in.multiply(BigInteger.valueOf(feePips)), kept);
        return new SwapStep(next, in, out, fee);
    }

    private static BigInteger in(BigInteger price, BigInteger next, BigInteger liquidity, boolean sellsA) {
        return sellsA
                ? SqrtPriceMath.amountA(next, price, liquidity, true)
                : SqrtPriceMath.amountB(price, next, liquidity, true);
    }

    private static BigInteger out(BigInteger price, BigInteger next, BigInteger liquidity, boolean sellsA) {
        return sellsA
                ? SqrtPriceMath.amountB(next, price, liquidity, false)
                : SqrtPriceMath.amountA(price, next, liquidity, false);
    }
}
