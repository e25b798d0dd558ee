package io.firebreak.amm.soft;

import static io.firebreak.amm.soft.Grid.ONE;

import io.vavr.collection.TreeMap;
import java.math.BigInteger;

/**
 * What lies in the bands: below the active one collateral, above it what is borrowed, in it both.
 *
 * @param bands those with something in them, by number; the higher the number, the lower the price
 * @param active where trade is
 */
public record Ladder(TreeMap<Integer, Band> bands, int active) {
    /** So many bands are passed through in one trade. */
    private static final int MOST_BANDS = 50;

    static final Ladder EMPTY = new Ladder(TreeMap.empty(), 0);

    /** What a trade comes to: what of {@code in} was used, what is paid out for it, and the bands afterwards. */
    public record Traded(BigInteger in, BigInteger out, Ladder after) {}

    Band at(int n) {
        return bands.get(n).getOrElse(Band.EMPTY);
    }

    Ladder with(int n, Band band) {
        return new Ladder(band.isEmpty() ? bands.remove(n) : bands.put(n, band), active);
    }

    private Ladder movedTo(int n) {
        return new Ladder(bands, n);
    }

    /**
     * Trades along the bands until {@code in} is used up or nothing is left to trade; what one band pays is rounded down.
     *
     * @param buys whether what is borrowed is handed in, for collateral
     * @param fee of what is handed in, 18 decimals; it stays in the bands
     */
    Traded trade(Grid grid, boolean buys, BigInteger in, BigInteger oracle, BigInteger fee) {
        BigInteger grossUp = ONE.multiply(ONE).divide(ONE.subtract(fee));
        BigInteger left = in;
        BigInteger out = BigInteger.ZERO;
        Ladder after = this;
        int n = active;
        int passed = 0;
        while (left.signum() > 0 && passed < MOST_BANDS) {
            Band band = at(n);
            // Of what the others hold, only the active band may have any.
            BigInteger paid = buys ? band.y() : band.x();
            if (paid.signum() > 0) {
                Grid.Curve curve = grid.curve(band, oracle, grid.up(n));
                BigInteger whole = buys
                        ? curve.x(BigInteger.ZERO).subtract(band.x())
                        : curve.y(BigInteger.ZERO).subtract(band.y());
                BigInteger toPass =
                        whole.max(BigInteger.ZERO).multiply(grossUp).divide(ONE).max(BigInteger.ONE);
                if (toPass.compareTo(left) >= 0) {
                    BigInteger net = left.multiply(ONE).divide(grossUp);
                    BigInteger kept = (buys
                                    ? curve.y(band.x().add(net))
                                    : curve.x(band.y().add(net)))
                            .add(BigInteger.ONE)
                            .max(BigInteger.ZERO)
                            .min(paid);
                    return new Traded(
                            in,
                            out.add(paid).subtract(kept),
                            after.with(
                                            n,
                                            buys
                                                    ? new Band(band.x().add(left), kept)
                                                    : new Band(kept, band.y().add(left)))
                                    .movedTo(n));
                }
                after = after.with(
                        n,
                        buys
                                ? new Band(band.x().add(toPass), BigInteger.ZERO)
                                : new Band(BigInteger.ZERO, band.y().add(toPass)));
                left = left.subtract(toPass);
                out = out.add(paid);
                passed++;
            }
            after = after.movedTo(n);
            if (buys ? bands.isEmpty() || n >= bands.last()._1 : bands.isEmpty() || n <= bands.head()._1) {
                break;
            }
            n += buys ? 1 : -1;
        }
        return new Traded(in.subtract(left), out, after);
    }

    /** Whether nothing borrowed lies in the way of new collateral from band {@code first} on: then the active band moves up. */
    boolean reaches(int first) {
        return active < first
                || !bands.exists(each -> each._1 >= first && each._2.x().signum() > 0);
    }

    /**
     * With collateral spread over {@code count} bands from {@code first} on, in multiples of {@code grain}, the first of them
     * taking what does not divide.
     */
    Ladder deposited(int first, int count, BigInteger collateral, BigInteger grain) {
        BigInteger each =
                collateral.divide(BigInteger.valueOf(count).multiply(grain)).multiply(grain);
        Ladder after = active < first ? this : movedTo(first - 1);
        for (int n = first; n < first + count; n++) {
            BigInteger part = n == first ? collateral.subtract(each.multiply(BigInteger.valueOf(count - 1L))) : each;
            Band band = after.at(n);
            after = after.with(n, new Band(band.x(), band.y().add(part)));
        }
        return after;
    }
}
