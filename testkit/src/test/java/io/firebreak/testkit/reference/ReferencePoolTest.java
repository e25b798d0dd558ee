package io.firebreak.testkit.reference;

import static io.firebreak.testkit.world.OneVenue.VENUE;
import static io.firebreak.testkit.world.Setting.ETH;
import static io.firebreak.testkit.world.Setting.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.testkit.world.OneVenue;
import io.vavr.collection.List;
import io.vavr.control.Either;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class ReferencePoolTest {
    private static final long PLENTY = 1_000_000_000_000L;

    private final ReferencePool model = new ReferencePool(ETH, USD, Ratio.of("0.003"));
    private final OneVenue<Nothing> venue = new OneVenue<>(model, ETH, USD);
    private final AccountId pool = venue.own("pool");
    private final Asset shares = venue.issued("shares");
    private final AccountId alice = rich("alice");
    private final AccountId mallory = rich("mallory");

    private AccountId rich(String name) {
        AccountId wallet = venue.wallet(name);
        venue.give(wallet, ETH, PLENTY).give(wallet, USD, PLENTY);
        return wallet;
    }

    private Either<Rejection, Long> provide(AccountId who, long ether, long dollars) {
        return venue.act(who, new Action.Provide(VENUE, List.of(Quantity.of(ether), Quantity.of(dollars))));
    }

    private Either<Rejection, Long> redeem(AccountId who, Quantity quantity) {
        return venue.act(who, new Action.Redeem(VENUE, shares, quantity));
    }

    private Either<Rejection, Long> swap(AccountId who, Asset give, long units, long atLeast) {
        return venue.act(who, new Action.Swap(VENUE, give, Quantity.of(units), give.equals(ETH) ? USD : ETH, atLeast));
    }

    private BigInteger product() {
        return BigInteger.valueOf(venue.balance(pool, ETH)).multiply(BigInteger.valueOf(venue.balance(pool, USD)));
    }

    @Test
    void paysAlongTheCurveLessTheFee() {
        provide(alice, 1_000_000, 1_000_000).get();

        assertThat(venue.act(mallory, new Action.Swap(VENUE, ETH, Quantity.of(1000), USD, 0))
                        .get())
                .isEqualTo(996);
        assertThat(model.quote(Nothing.NOTHING, ETH, 0, USD, venue)).isZero();
    }

    @Test
    void noTradeMakesTheProductSmaller() {
        provide(alice, 1_234_567, 7_654_321).get();
        long[] amounts = {1, 2, 3, 333, 334, 1000, 99_999, 1_234_567, 50_000_000};
        for (long amount : amounts) {
            for (Asset give : new Asset[] {ETH, USD}) {
                BigInteger before = product();
                swap(mallory, give, amount, 0);
                assertThat(product()).isGreaterThanOrEqualTo(before);
            }
        }
    }

    @Test
    void paysWhatItQuotedOrRefuses() {
        provide(alice, 1_000_000, 2_000_000).get();
        long quoted = model.quote(Nothing.NOTHING, USD, 5000, ETH, venue);

        assertThat(swap(mallory, USD, 5000, quoted + 1).getLeft().reason()).isEqualTo(Reason.PRICE);
        assertThat(swap(mallory, USD, 5000, quoted).get()).isEqualTo(quoted);
        assertThat(swap(mallory, USD, 1, 0).getLeft().reason()).isEqualTo(Reason.TOO_SMALL);
        assertThat(swap(mallory, USD, PLENTY, 0).getLeft().reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void aProviderPaysInProportionRoundedUpAndGetsBackRoundedDown() {
        provide(alice, 1_000_003, 2_000_007).get();
        long ether = venue.balance(mallory, ETH);
        long dollars = venue.balance(mallory, USD);

        provide(mallory, 1003, PLENTY).get();
        assertThat(ether - venue.balance(mallory, ETH)).isLessThanOrEqualTo(1003);
        redeem(mallory, Quantity.all()).get();

        assertThat(venue.balance(mallory, ETH)).isBetween(ether - 2, ether);
        assertThat(venue.balance(mallory, USD)).isBetween(dollars - 2, dollars);
    }

    @Test
    void theFirstProviderPaysForTheLockedShares() {
        assertThat(provide(alice, 1000, 1000).getLeft().reason()).isEqualTo(Reason.TOO_SMALL);
        assertThat(provide(alice, 1001, 1001).get()).isEqualTo(1);
        redeem(alice, Quantity.all()).get();
        assertThat(venue.balance(pool, ETH)).isEqualTo(1000);
    }

    @Test
    void aGiftThatRobsTheNextProviderCostsTheGiverAHundredTimesAsMuch() {
        provide(mallory, 1001, 1001).get();
        long gift = 1_000_000_000;
        venue.post(new Posting(mallory, pool, ETH, gift));
        venue.post(new Posting(mallory, pool, USD, gift));
        provide(alice, 1_500_000, 1_500_000).get();
        redeem(alice, Quantity.all()).get();
        redeem(mallory, Quantity.all()).get();

        long robbed = PLENTY - venue.balance(alice, USD);
        long paid = PLENTY - venue.balance(mallory, USD);
        assertThat(robbed).isBetween(0L, 2L);
        assertThat(paid).isGreaterThan(100 * Math.max(1, robbed));
    }

    @Test
    void whatAScenarioSeedsIsTheTreasurys() {
        venue.give(pool, ETH, 4_000_000).give(pool, USD, 1_000_000);
        venue.after(1000);

        assertThat(venue.balance(venue.treasury(), shares)).isEqualTo(2_000_000 - 1000);
    }
}
