package io.firebreak.amm.concentrated;

import io.vavr.collection.Vector;
import java.math.BigInteger;

/**
 * A pool's price, the liquidity at it, and where that changes: all its arithmetic, exact on numbers of any size.
 *
 * @param feePips what a trader pays on what is handed in, in millionths
 * @param spacing liquidity begins and ends at multiples of it
 * @param sqrtPrice {@code √(b ÷ a)} in base units, times 2^96
 * @param tick the greatest whose price is at most this one; one less where the price has come down to a tick and crossed it
 * @param liquidity {@code √(a · b)} of all positions around the price
 * @param fees per unit of liquidity since the beginning
 * @param ticks at which liquidity changes, ascending
 * @source Uniswap v3, {@code UniswapV3Pool.sol}
 */
record Curve(
        int feePips, int spacing, BigInteger sqrtPrice, int tick, BigInteger liquidity, Fees fees, Vector<Tick> ticks) {

    /** How many multiples of the spacing the original finds in one look; each look ends in a step that rounds. */
    private static final int WORD = 256;

    static Curve at(BigInteger sqrtPrice, int feePips, int spacing) {
        int tick = TickMath.tickAt(sqrtPrice);
        return new Curve(feePips, spacing, sqrtPrice, tick, BigInteger.ZERO, Fees.NONE, Vector.empty());
    }

    /**
     * What a swap did.
     *
     * @param in base units handed in, the fee included
     * @param out base units paid out
     */
    record Swapped(Curve curve, BigInteger in, BigInteger out) {}

    /** Amounts of both assets. */
    record Amounts(BigInteger a, BigInteger b) {}

    /**
     * Swaps until the amount is used up or the price is there.
     *
     * @param amount of the asset that is handed in; negative: of the one that is paid out
     * @throws IllegalArgumentException where the limit lies behind the price, or where no price is
     */
    Swapped swap(boolean sellsA, BigInteger amount, BigInteger limit) {
        boolean ahead = sellsA
                ? limit.compareTo(sqrtPrice) < 0 && limit.compareTo(TickMath.MIN_SQRT_PRICE) > 0
                : limit.compareTo(sqrtPrice) > 0 && limit.compareTo(TickMath.MAX_SQRT_PRICE) < 0;
        if (!ahead) {
            throw new IllegalArgumentException("a swap cannot move the price from " + sqrtPrice + " to " + limit);
        }
        Curve now = this;
        BigInteger remaining = amount;
        BigInteger in = BigInteger.ZERO;
        BigInteger out = BigInteger.ZERO;
        while (remaining.signum() != 0 && !now.sqrtPrice.equals(limit)) {
            int next = now.next(sellsA);
            BigInteger nextPrice = TickMath.sqrtPriceAt(next);
            BigInteger target = sellsA ? nextPrice.max(limit) : nextPrice.min(limit);
            SwapStep step = SwapStep.of(now.sqrtPrice, target, now.liquidity, remaining, feePips);
            BigInteger paid = step.in().add(step.fee());
            remaining = amount.signum() > 0 ? remaining.subtract(paid) : remaining.add(step.out());
            in = in.add(paid);
            out = out.add(step.out());
            now = now.moved(step, sellsA, next, nextPrice);
        }
        return new Swapped(now, in, out);
    }

    /** A swap of an amount handed in, as far as there is liquidity: nothing beyond its end. */
    Swapped swapWithin(boolean sellsA, BigInteger amount) {
        if (ticks.isEmpty() || amount.signum() <= 0) {
            return new Swapped(this, BigInteger.ZERO, BigInteger.ZERO);
        }
        BigInteger end = TickMath.sqrtPriceAt((sellsA ? ticks.head() : ticks.last()).index());
        BigInteger limit = end.max(TickMath.MIN_SQRT_PRICE.add(BigInteger.ONE))
                .min(TickMath.MAX_SQRT_PRICE.subtract(BigInteger.ONE));
        int ahead = limit.compareTo(sqrtPrice);
        return (sellsA ? ahead < 0 : ahead > 0)
                ? swap(sellsA, amount, limit)
                : new Swapped(this, BigInteger.ZERO, BigInteger.ZERO);
    }

    /** The fee on an amount. */
    BigInteger feeUp(BigInteger amount) {
        return SqrtPriceMath.dividedUp(
                amount.multiply(BigInteger.valueOf(feePips)), BigInteger.valueOf(SwapStep.WHOLE));
    }

    /** With a fee for the liquidity at this price. */
    Curve earning(BigInteger units, boolean ofA) {
        return new Curve(feePips, spacing, sqrtPrice, tick, liquidity, fees.plusFee(units, ofA, liquidity), ticks);
    }

    /** The next tick where liquidity changes, or the last that the original sees in one look. */
    private int next(boolean down) {
        int place = StrictMath.floorDiv(tick, spacing) + (down ? 0 : 1);
        int edge = StrictMath.floorDiv(place, WORD) * WORD + (down ? 0 : WORD - 1);
        int found = edge * spacing;
        for (Tick each : ticks) {
            if (down && each.index() <= tick) {
                found = StrictMath.max(found, each.index());
            } else if (!down && each.index() > tick) {
                found = StrictMath.min(found, each.index());
            }
        }
        return StrictMath.max(TickMath.MIN_TICK, StrictMath.min(TickMath.MAX_TICK, found));
    }

    private Curve moved(SwapStep step, boolean sellsA, int next, BigInteger nextPrice) {
        Fees global = liquidity.signum() > 0 ? fees.plusFee(step.fee(), sellsA, liquidity) : fees;
        if (!step.next().equals(nextPrice)) {
            int there = step.next().equals(sqrtPrice) ? tick : TickMath.tickAt(step.next());
            return new Curve(feePips, spacing, step.next(), there, liquidity, global, ticks);
        }
        BigInteger after = liquidity;
        Vector<Tick> crossed = ticks;
        int place = place(next);
        if (place < ticks.size() && ticks.get(place).index() == next) {
            Tick at = ticks.get(place);
            after = sellsA ? liquidity.subtract(at.net()) : liquidity.add(at.net());
            crossed = ticks.update(place, at.crossed(global));
        }
        return new Curve(feePips, spacing, nextPrice, sellsA ? next - 1 : next, after, global, crossed);
    }

    /** Where a tick stands among those there are, or would. */
    private int place(int index) {
        int place = 0;
        while (place < ticks.size() && ticks.get(place).index() < index) {
            place++;
        }
        return place;
    }

    /** The same with more liquidity between two ticks, or with less. */
    Curve provided(int lower, int upper, BigInteger more) {
        boolean around = lower <= tick && tick < upper;
        Curve whole = around ? new Curve(feePips, spacing, sqrtPrice, tick, liquidity.add(more), fees, ticks) : this;
        return whole.at(lower, more, false).at(upper, more, true);
    }

    private Curve at(int index, BigInteger more, boolean upper) {
        int place = place(index);
        boolean there = place < ticks.size() && ticks.get(place).index() == index;
        // By convention all that was earned until now was earned below.
        Tick old = there
                ? ticks.get(place)
                : new Tick(index, BigInteger.ZERO, BigInteger.ZERO, index <= tick ? fees : Fees.NONE);
        Tick changed = old.plus(more, upper);
        Vector<Tick> changedTicks = changed.gross().signum() == 0
                ? ticks.removeAt(place)
                : there ? ticks.update(place, changed) : ticks.insert(place, changed);
        return new Curve(feePips, spacing, sqrtPrice, tick, liquidity, fees, changedTicks);
    }

    /** What was earned per unit of liquidity between two ticks; only differences of it mean something. */
    Fees feesInside(int lower, int upper) {
        Fees below = outside(lower);
        Fees above = outside(upper);
        return fees.minus(tick >= lower ? below : fees.minus(below)).minus(tick < upper ? above : fees.minus(above));
    }

    private Fees outside(int index) {
        int place = place(index);
        return place < ticks.size() && ticks.get(place).index() == index
                ? ticks.get(place).outside()
                : Fees.NONE;
    }

    /** What liquidity between two ticks consists of at this price. */
    Amounts amounts(int lower, int upper, BigInteger units, boolean up) {
        BigInteger low = TickMath.sqrtPriceAt(lower);
        BigInteger high = TickMath.sqrtPriceAt(upper);
        // By the tick as the original has it: a price that came down to a tick lies below it.
        BigInteger a =
                tick < upper ? SqrtPriceMath.amountA(tick < lower ? low : sqrtPrice, high, units, up) : BigInteger.ZERO;
        BigInteger b = tick >= lower
                ? SqrtPriceMath.amountB(low, tick < upper ? sqrtPrice : high, units, up)
                : BigInteger.ZERO;
        return new Amounts(a, b);
    }
}
