package io.firebreak.lending.stability;

import io.vavr.collection.TreeMap;
import java.math.BigInteger;

/**
 * How all deposits of a pool shrink, and what they gain, with the work of one: each deposit remembers the product and the sum
 * that stood when it was made.
 *
 * <p>A payment of {@code q} out of deposits of {@code D} multiplies {@code P} by {@code 1 − q ÷ D}; what came in for it, per
 * unit of deposit, times {@code P} before, is added to {@code S}. A deposit {@code d} made at {@code P₀, S₀} is worth {@code
 * d · P ÷ P₀} now and has gained {@code d · (S − S₀) ÷ P₀}. Where {@code P} gets too small to count in, it is multiplied by
 * 10⁹ and the scale goes up; where nothing is left, a new epoch begins.
 *
 * <p>All in integers of 10¹⁸, each division rounded against the depositors, what it left over carried to the next.
 *
 * @param total what all deposits come to
 * @param product P, 10¹⁸ for one
 * @param lossError what was taken off the deposits too much the last time, times 10¹⁸
 * @param gainError what was not given to them the last time, times 10¹⁸
 * @param sums S of each epoch and scale
 * @source Liquity v1 b9dcdbd3 as deployed in April 2021: StabilityPool.sol; Robert Lauko and Rick Pardoe, Scalable Reward
 *     Distribution with Compounding Stakes
 */
public record ProductSum(
        BigInteger total,
        BigInteger product,
        Place place,
        BigInteger lossError,
        BigInteger gainError,
        TreeMap<Place, BigInteger> sums) {
    private static final BigInteger ONE = BigInteger.TEN.pow(18);
    private static final BigInteger SCALE = BigInteger.TEN.pow(9);

    public static final ProductSum EMPTY =
            new ProductSum(BigInteger.ZERO, ONE, new Place(0, 0), BigInteger.ZERO, BigInteger.ZERO, TreeMap.empty());

    /** Where P stands: the epoch counts how often the pool was emptied, the scale how often P was enlarged since. */
    public record Place(int epoch, int scale) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return epoch != other.epoch ? Integer.compare(epoch, other.epoch) : Integer.compare(scale, other.scale);
        }

        private Place next() {
            return new Place(epoch, scale + 1);
        }
    }

    /** A deposit as it was made. */
    public record Deposit(BigInteger units, BigInteger product, BigInteger sum, Place place) {}

    /** A deposit made now; how large the pool is {@link #with} says. */
    public Deposit deposit(BigInteger units) {
        return new Deposit(units, product, sum(place), place);
    }

    /** The same with that much more in the pool, or less where it is negative. */
    public ProductSum with(BigInteger change) {
        return new ProductSum(total.add(change), product, place, lossError, gainError, sums);
    }

    /** Pays {@code units} out of the deposits, no more than there are, for {@code received}. */
    public ProductSum pay(BigInteger units, BigInteger received) {
        BigInteger gained = received.multiply(ONE).add(gainError);
        BigInteger gainPerUnit = gained.divide(total);
        TreeMap<Place, BigInteger> grown = sums.put(place, sum(place).add(gainPerUnit.multiply(product)));
        BigInteger gainLeft = gained.subtract(gainPerUnit.multiply(total));
        boolean all = units.equals(total);
        BigInteger lost = units.multiply(ONE).subtract(lossError).max(BigInteger.ZERO);
        BigInteger lossPerUnit = all ? ONE : lost.divide(total).add(BigInteger.ONE);
        BigInteger lossLeft =
                all ? BigInteger.ZERO : lossPerUnit.multiply(total).subtract(lost);
        BigInteger shrunk = product.multiply(ONE.subtract(lossPerUnit));
        if (shrunk.signum() == 0) {
            Place next = new Place(place.epoch() + 1, 0);
            return new ProductSum(total.subtract(units), ONE, next, lossLeft, gainLeft, grown);
        }
        boolean small = shrunk.divide(ONE).compareTo(SCALE) < 0;
        return new ProductSum(
                total.subtract(units),
                (small ? shrunk.multiply(SCALE) : shrunk).divide(ONE),
                small ? place.next() : place,
                lossLeft,
                gainLeft,
                grown);
    }

    /** What is left of a deposit, rounded down: nothing of one that shrank to less than a 10⁹th. */
    public BigInteger left(Deposit deposit) {
        int scales = place.scale() - deposit.place().scale();
        if (deposit.place().epoch() != place.epoch() || scales > 1) {
            return BigInteger.ZERO;
        }
        BigInteger left = deposit.units().multiply(product).divide(deposit.product());
        BigInteger scaled = scales == 0 ? left : left.divide(SCALE);
        return scaled.compareTo(deposit.units().divide(SCALE)) < 0 ? BigInteger.ZERO : scaled;
    }

    /** What a deposit has gained, rounded down. */
    public BigInteger gained(Deposit deposit) {
        BigInteger first = sum(deposit.place()).subtract(deposit.sum());
        BigInteger second = sum(deposit.place().next()).divide(SCALE);
        return deposit.units()
                .multiply(first.add(second))
                .divide(deposit.product())
                .divide(ONE);
    }

    /** S of an epoch and scale: 0 before the first payment in it. */
    public BigInteger sum(Place at) {
        return sums.getOrElse(at, BigInteger.ZERO);
    }
}
