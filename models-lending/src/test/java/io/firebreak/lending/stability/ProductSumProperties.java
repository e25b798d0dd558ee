package io.firebreak.lending.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The product and the sum against what they stand for: every deposit charged and paid by itself, at each payment. */
class ProductSumProperties {
    private static final MathContext EXACT = MathContext.DECIMAL128;

    private static final BigInteger WHOLE = BigInteger.TEN.pow(18);

    /**
     * What happens to a pool.
     *
     * @param who who provides or withdraws
     * @param what 0 provides, 1 withdraws a part, 2 is a payment of at most the half of what is there, 3 of all
     * @param part in 1,000 parts
     */
    record Deed(int who, int what, long units, int part) {}

    /** No longer than that what is left of a deposit stays above the 10⁹th below which it counts as nothing. */
    @Provide
    Arbitrary<List<Deed>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.integers().between(0, 2)), Tuple.of(1, Arbitraries.just(3))),
                        Arbitraries.longs().between(1, 1_000_000_000),
                        Arbitraries.integers().between(1, 500))
                .as(Deed::new)
                .list()
                .ofMaxSize(25);
    }

    private ProductSum sums = ProductSum.EMPTY;
    private final Map<Integer, ProductSum.Deposit> deposits = new TreeMap<>();
    private final Map<Integer, BigInteger> taken = new TreeMap<>();
    /** What is left of each deposit, and what it gained in all, charged and paid one by one. */
    private final Map<Integer, BigDecimal> naive = new TreeMap<>();

    private final Map<Integer, BigDecimal> gains = new TreeMap<>();

    @Property(tries = 300)
    void theProductAndTheSumAreNaiveAccounting(@ForAll("histories") List<Deed> history) {
        ProductSumProperties pool = new ProductSumProperties();
        history.forEach(pool::happens);
        pool.check();
    }

    private void happens(Deed deed) {
        BigInteger units = WHOLE.multiply(BigInteger.valueOf(deed.units()));
        if (deed.what() < 2) {
            ProductSum.Deposit before = deposits.getOrDefault(deed.who(), sums.deposit(BigInteger.ZERO));
            BigInteger left = sums.left(before);
            BigInteger change = deed.what() == 0 ? units : part(left, deed).negate();
            taken.merge(deed.who(), sums.gained(before), BigInteger::add);
            sums = sums.with(change);
            deposits.put(deed.who(), sums.deposit(left.add(change)));
            naive.merge(deed.who(), new BigDecimal(change), BigDecimal::add);
        } else if (sums.total().compareTo(WHOLE) > 0) {
            BigInteger paid = deed.what() == 3 ? sums.total() : part(sums.total(), deed);
            BigDecimal whole = new BigDecimal(sums.total());
            BigDecimal price = new BigDecimal(units).divide(whole, EXACT);
            BigDecimal kept = BigDecimal.ONE.subtract(new BigDecimal(paid).divide(whole, EXACT));
            for (Map.Entry<Integer, BigDecimal> each : naive.entrySet()) {
                gains.merge(each.getKey(), each.getValue().multiply(price, EXACT), BigDecimal::add);
                each.setValue(each.getValue().multiply(kept, EXACT));
            }
            sums = sums.pay(paid, units);
        }
    }

    private static BigInteger part(BigInteger of, Deed deed) {
        return of.multiply(BigInteger.valueOf(deed.part())).divide(BigInteger.valueOf(1000));
    }

    private void check() {
        BigInteger left = BigInteger.ZERO;
        for (Map.Entry<Integer, ProductSum.Deposit> each : deposits.entrySet()) {
            int who = each.getKey();
            left = left.add(sums.left(each.getValue()));
            near(sums.left(each.getValue()), naive.get(who));
            near(sums.gained(each.getValue()).add(taken.get(who)), gains.getOrDefault(who, BigDecimal.ZERO));
        }
        BigInteger carried = sums.total().divide(WHOLE).add(BigInteger.ONE).multiply(BigInteger.valueOf(25));
        assertThat(left)
                .as("no more is promised than is there, and what was carried past a deposit that was renewed")
                .isLessThanOrEqualTo(sums.total().add(carried));
    }

    /** To a 10⁸th: the protocol's product has 18 digits, of which the smallest of these histories leaves 10. */
    private static void near(BigInteger counted, BigDecimal wanted) {
        double bound = 1e6 + wanted.doubleValue() * 1e-8;
        assertThat(counted.doubleValue()).isCloseTo(wanted.doubleValue(), within(bound));
    }
}
