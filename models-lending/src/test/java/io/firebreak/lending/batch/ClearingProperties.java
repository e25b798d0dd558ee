package io.firebreak.lending.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.lending.batch.Clearing.Supply;
import io.vavr.collection.Vector;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One price clears: who bids more pays it and no more, who bids less pays nothing, ties share. */
class ClearingProperties {
    private static final BigDecimal RESERVE = new BigDecimal("0.5");

    @Provide
    Arbitrary<Vector<Supply>> lots() {
        Arbitrary<Long> units = Arbitraries.longs().between(1, 1_000_000);
        return Combinators.combine(units, units)
                .as(Supply::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(Vector::ofAll);
    }

    @Provide
    Arbitrary<Vector<Sealed>> bids() {
        Arbitrary<Long> pay = Arbitraries.longs().between(1, 1_000_000);
        Arbitrary<Integer> limit = Arbitraries.integers().between(5, 30);
        return Combinators.combine(pay, limit)
                .as((money, tenths) -> bid(0, money, BigDecimal.valueOf(tenths, 1)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(Vector::ofAll);
    }

    private static Sealed bid(int bidder, long pay, BigDecimal limit) {
        return new Sealed(new AccountId(bidder), pay, limit);
    }

    private static Sealed bid(int bidder, long pay, String limit) {
        return bid(bidder, pay, new BigDecimal(limit));
    }

    private static double wanted(Vector<Supply> lots, BigDecimal price) {
        return lots.map(lot -> lot.raises(price).doubleValue()).sum().doubleValue();
    }

    private static double money(Vector<Sealed> bids, BigDecimal price) {
        return bids.filter(bid -> bid.limit().compareTo(price) >= 0)
                .map(Sealed::pay)
                .sum()
                .doubleValue();
    }

    @Property
    void whatIsRaisedIsWhatIsSpent(@ForAll("lots") Vector<Supply> lots, @ForAll("bids") Vector<Sealed> bids) {
        Clearing clearing = Clearing.of(lots, bids, RESERVE);
        assertThat(clearing.raised().sum()).isEqualTo(clearing.spent().sum());
        assertThat(clearing.price()).isGreaterThanOrEqualTo(RESERVE);
        for (int i = 0; i < lots.size(); i++) {
            assertThat(clearing.raised().get(i)).isBetween(0L, lots.get(i).tab());
        }
        for (int i = 0; i < bids.size(); i++) {
            assertThat(clearing.spent().get(i)).isBetween(0L, bids.get(i).pay());
        }
    }

    @Property
    void whoIsBelowPaysNothingAndWhoIsAbovePaysAll(
            @ForAll("lots") Vector<Supply> lots, @ForAll("bids") Vector<Sealed> bids) {
        Clearing clearing = Clearing.of(lots, bids, RESERVE);
        for (int i = 0; i < bids.size(); i++) {
            int side = bids.get(i).limit().compareTo(clearing.price());
            if (side < 0) {
                assertThat(clearing.spent().get(i)).isZero();
            } else if (side > 0) {
                assertThat(clearing.spent().get(i))
                        .isCloseTo(bids.get(i).pay(), within((long) lots.size() + bids.size()));
            }
        }
    }

    /** At the price there is money for all that is sold, and at no higher one; at the reserve there may be too little. */
    @Property
    void thePriceIsTheHighestAtWhichTheMoneyIsEnough(
            @ForAll("lots") Vector<Supply> lots, @ForAll("bids") Vector<Sealed> bids) {
        BigDecimal price = Clearing.of(lots, bids, RESERVE).price();
        if (price.compareTo(RESERVE) > 0) {
            assertThat(wanted(lots, price)).isLessThanOrEqualTo(money(bids, price) * (1 + 1e-12));
        }
        for (int tenths = 5; tenths <= 31; tenths++) {
            BigDecimal higher = BigDecimal.valueOf(tenths, 1);
            if (higher.compareTo(price) > 0) {
                assertThat(wanted(lots, higher)).isGreaterThan(money(bids, higher) * (1 - 1e-12));
            }
        }
    }

    @Example
    void tiesShareInProportionToTheirMoney() {
        Clearing clearing = Clearing.of(
                Vector.of(new Supply(100, 1_000_000)),
                Vector.of(bid(1, 60, "2"), bid(2, 100, "1"), bid(3, 300, "1"), bid(4, 500, "0.9")),
                RESERVE);
        assertThat(clearing.price()).isEqualByComparingTo("1");
        assertThat(clearing.spent()).containsExactly(60L, 10L, 30L, 0L);
        assertThat(clearing.whole()).isTrue();
    }

    @Example
    void betweenTwoLimitsTheMoneySetsThePrice() {
        Clearing clearing = Clearing.of(
                Vector.of(new Supply(100, 1_000_000)), Vector.of(bid(1, 150, "2"), bid(2, 10, "1")), RESERVE);
        assertThat(clearing.price()).isEqualByComparingTo("1.5");
        assertThat(clearing.spent()).containsExactly(150L, 0L);
    }

    @Example
    void aLotThatNeedsLessSellsLess() {
        Clearing clearing = Clearing.of(
                Vector.of(new Supply(100, 50), new Supply(100, 1_000_000)), Vector.of(bid(1, 250, "4")), RESERVE);
        assertThat(clearing.price()).isEqualByComparingTo("2");
        assertThat(clearing.raised()).containsExactly(50L, 200L);
    }

    @Example
    void atTheReserveEachLotSellsTheSamePart() {
        Clearing clearing = Clearing.of(
                Vector.of(new Supply(100, 1_000), new Supply(300, 1_000)), Vector.of(bid(1, 100, "0.6")), RESERVE);
        assertThat(clearing.price()).isEqualByComparingTo(RESERVE);
        assertThat(clearing.raised()).containsExactly(25L, 75L);
        assertThat(clearing.whole()).isFalse();
    }
}
