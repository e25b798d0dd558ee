package io.firebreak.amm.concentrated;

import java.math.BigInteger;

/**
 * The liquidity of a range, which its shares are parts of.
 *
 * @param counted fees inside the range, per unit of liquidity, when they were last added to what is owed
 * @param owed fees earned and not paid out, base units
 */
record Position(int lower, int upper, BigInteger liquidity, Fees counted, Fees owed) {

    static Position between(int lower, int upper) {
        return new Position(lower, upper, BigInteger.ZERO, Fees.NONE, Fees.NONE);
    }

    /** With what it has earned until now. */
    Position counting(Curve curve) {
        Fees inside = curve.feesInside(lower, upper);
        Fees earned = inside.minus(counted).earnedDown(liquidity);
        return new Position(lower, upper, liquidity, inside, owed.plus(earned));
    }

    /** All that belongs to it, or costs as much, at the price of the curve. */
    Curve.Amounts worth(Curve curve, boolean up) {
        Curve.Amounts amounts = curve.amounts(lower, upper, liquidity, up);
        return new Curve.Amounts(amounts.a().add(owed.a()), amounts.b().add(owed.b()));
    }

    Position with(BigInteger more, Fees moreOwed) {
        return new Position(lower, upper, liquidity.add(more), counted, owed.plus(moreOwed));
    }
}
