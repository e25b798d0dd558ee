package io.firebreak.lending.batch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The one price at which a batch is sold, and who pays and receives how much of it.
 *
 * <p>At a price p a lot with collateral c sells what raises its tab t, {@code min(p · c, t)}, and a bid spends all its money
 * where its limit is p or more. The price is the highest at which the money is enough for what is sold; bids at just that
 * limit share what the others leave in proportion to their money. Below the reserve nothing is sold: where the money is too
 * little for all of it there, each lot sells the same part of what it would.
 *
 * @param price base units of want per base unit of give
 * @param raised what each lot raises, base units, in their order
 * @param spent what each bid pays, base units, in their order; the sums are equal
 * @param whole whether every lot sells all that it would
 */
public record Clearing(BigDecimal price, Vector<Long> raised, Vector<Long> spent, boolean whole) {
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    /**
     * What a lot sells.
     *
     * @param collateral base units, positive
     * @param tab most that it raises, positive
     */
    public record Supply(long collateral, long tab) {
        BigDecimal raises(BigDecimal price) {
            return price.multiply(BigDecimal.valueOf(collateral)).min(BigDecimal.valueOf(tab));
        }

        /** The price from which on it raises its whole tab. */
        BigDecimal enough() {
            return BigDecimal.valueOf(tab).divide(BigDecimal.valueOf(collateral), DIGITS);
        }
    }

    /** Clears lots against bids at no less than the reserve. */
    public static Clearing of(Seq<Supply> lots, Seq<Sealed> bids, BigDecimal reserve) {
        BigDecimal price = price(lots, bids, reserve).max(reserve);
        long money = bids.filter(bid -> bid.limit().compareTo(price) >= 0)
                .map(Sealed::pay)
                .sum()
                .longValue();
        Vector<Long> wanted = lots.map(lot -> units(lot, price)).toVector();
        long all = wanted.sum().longValue();
        Vector<Long> raised = all <= money ? wanted : parts(wanted, money);
        return new Clearing(price, raised, spent(bids, price, raised.sum().longValue()), all - lots.size() <= money);
    }

    /** Whole units, and one at least: less than one could never be sold. */
    private static long units(Supply lot, BigDecimal price) {
        return Math.max(1, lot.raises(price).setScale(0, RoundingMode.DOWN).longValueExact());
    }

    /** The highest price at which the money of those who pay it is enough; 0 where it is at none of their limits or below. */
    private static BigDecimal price(Seq<Supply> lots, Seq<Sealed> bids, BigDecimal reserve) {
        Vector<BigDecimal> limits =
                bids.map(Sealed::limit).distinct().sorted().reverse().toVector();
        for (int i = 0; i < limits.size(); i++) {
            BigDecimal limit = limits.get(i);
            BigDecimal below = i + 1 < limits.size() ? limits.get(i + 1) : reserve;
            BigDecimal money = BigDecimal.valueOf(bids.filter(bid -> bid.limit().compareTo(limit) >= 0)
                    .map(Sealed::pay)
                    .sum()
                    .longValue());
            BigDecimal reached = priceThatRaises(lots, money, limit);
            if (reached.compareTo(below) > 0) {
                return reached;
            }
        }
        return BigDecimal.ZERO;
    }

    /** The highest price, up to a limit, at which the lots raise no more than so much. */
    private static BigDecimal priceThatRaises(Seq<Supply> lots, BigDecimal money, BigDecimal limit) {
        BigDecimal collateral =
                lots.map(lot -> BigDecimal.valueOf(lot.collateral())).fold(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal raised = BigDecimal.ZERO;
        for (Supply lot : lots.sortBy(Supply::enough)) {
            BigDecimal price = money.subtract(raised).divide(collateral, DIGITS);
            if (price.compareTo(lot.enough()) < 0) {
                return price.min(limit);
            }
            raised = raised.add(BigDecimal.valueOf(lot.tab()));
            collateral = collateral.subtract(BigDecimal.valueOf(lot.collateral()));
        }
        return limit;
    }

    private static Vector<Long> spent(Seq<Sealed> bids, BigDecimal price, long raised) {
        long above = bids.filter(bid -> bid.limit().compareTo(price) > 0)
                .map(Sealed::pay)
                .sum()
                .longValue();
        Vector<Long> first = parts(
                bids.map(bid -> bid.limit().compareTo(price) > 0 ? bid.pay() : 0L)
                        .toVector(),
                Math.min(above, raised));
        Vector<Long> rest = parts(
                bids.map(bid -> bid.limit().compareTo(price) == 0 ? bid.pay() : 0L)
                        .toVector(),
                Math.max(0, raised - above));
        return first.zipWith(rest, Long::sum);
    }

    /** So much in proportion to the shares, none above its share; what does not divide goes to the first with room. */
    static Vector<Long> parts(Vector<Long> shares, long amount) {
        BigDecimal all = BigDecimal.valueOf(Math.max(1, shares.sum().longValue()));
        Vector<Long> parts = shares.map(share -> BigDecimal.valueOf(share)
                .multiply(BigDecimal.valueOf(amount))
                .divide(all, 0, RoundingMode.DOWN)
                .longValueExact());
        long left = amount - parts.sum().longValue();
        for (int i = 0; i < parts.size() && left > 0; i++) {
            long more = Math.min(left, shares.get(i) - parts.get(i));
            parts = parts.update(i, parts.get(i) + more);
            left -= more;
        }
        return parts;
    }
}
