package io.firebreak.amm.soft;

import static io.firebreak.amm.soft.Grid.ONE;

import io.vavr.control.Option;
import java.math.BigInteger;

/**
 * Into which bands a loan goes: the lower, the less it owes for its collateral.
 *
 * @source Curve, Controller.vy: get_y_effective, calculate_debt_n1, max_borrowable
 * @param bands how many bands a loan is spread over
 * @param discount of the collateral's worth, at which it is lent against, 18 decimals
 */
record Sizing(Grid grid, int bands, BigInteger discount) {
    /** What rounding may cost a band in shares: subtracted beforehand. */
    private static final BigInteger DUST = BigInteger.valueOf(1000);

    private static final BigInteger NEARLY_ONE = ONE.subtract(BigInteger.TEN.pow(14));
    private static final int FURTHEST = 1024;

    /**
     * Collateral as if it all lay at the top of its first band, discounted.
     *
     * @formula Σ over k &lt; N of c·(1 − discount − dust) ÷ (√(A ÷ (A − 1))·N)·((A − 1) ÷ A)ᵏ
     */
    BigInteger effective(BigInteger collateral) {
        BigInteger count = BigInteger.valueOf(bands);
        BigInteger dust = DUST.multiply(ONE).divide(collateral.divide(count).max(DUST));
        BigInteger part = collateral
                .multiply(ONE.subtract(discount.add(dust).min(ONE)))
                .divide(grid.rootRatio().multiply(count));
        BigInteger sum = part;
        for (int band = 1; band < bands; band++) {
            part = part.multiply(grid.narrow()).divide(grid.wide());
            sum = sum.add(part);
        }
        return sum;
    }

    /** The first band of a loan, counted from the active one down; none where it would reach the oracle's price. */
    Option<Integer> first(BigInteger collateral, BigInteger debt, int active, BigInteger oracle) {
        BigInteger ratio = effective(collateral).multiply(grid.up(active)).divide(debt.add(BigInteger.ONE));
        if (ratio.signum() <= 0) {
            return Option.none();
        }
        int steps = 0;
        BigInteger edge = ONE;
        while (steps < FURTHEST - bands && step(edge).compareTo(ratio) <= 0) {
            edge = step(edge);
            steps++;
        }
        while (steps > -FURTHEST && edge.compareTo(ratio) > 0) {
            edge = edge.multiply(grid.narrow()).divide(grid.wide());
            steps--;
        }
        int first = active + steps;
        return Option.when(grid.up(first).compareTo(oracle) < 0, first);
    }

    private BigInteger step(BigInteger edge) {
        return edge.multiply(grid.wide()).divide(grid.narrow());
    }

    /** The top of the highest band that lies below the oracle's price and below the active one. */
    BigInteger highestTop(int active, BigInteger oracle) {
        int n = active;
        while (grid.up(n).compareTo(oracle) >= 0) {
            n++;
        }
        while (grid.up(n - 1).compareTo(oracle) < 0 && n - 1 > active) {
            n--;
        }
        return grid.up(n);
    }

    /** The most that can be lent against collateral. */
    BigInteger most(BigInteger collateral, int active, BigInteger oracle) {
        return effective(collateral)
                .multiply(highestTop(active, oracle))
                .divide(ONE)
                .max(BigInteger.ONE)
                .subtract(BigInteger.ONE)
                .multiply(NEARLY_ONE)
                .divide(ONE);
    }

    /**
     * The share of a position that a liquidator takes who repays the share {@code fraction} of its debt: slightly less.
     *
     * @formula ((1 + h ÷ 2) ÷ (1 + h)·(1 − fraction) + fraction)·fraction, h the liquidation's discount
     */
    static BigInteger removed(BigInteger fraction, BigInteger discount) {
        if (fraction.compareTo(ONE) >= 0) {
            return ONE;
        }
        return ONE.add(discount.shiftRight(1))
                .multiply(ONE.subtract(fraction))
                .divide(ONE.add(discount))
                .add(fraction)
                .multiply(fraction)
                .divide(ONE);
    }
}
