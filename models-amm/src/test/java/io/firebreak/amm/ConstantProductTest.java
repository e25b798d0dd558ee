package io.firebreak.amm;

import static io.firebreak.amm.Pool.A;
import static io.firebreak.amm.Pool.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.world.OneVenue;
import org.junit.jupiter.api.Test;

class ConstantProductTest {

    @Test
    void whatTheScenarioSeedsBelongsToTheTreasury() {
        Pool pool = Pool.seeded(4_000_000, 1_000_000);
        assertThat(pool.venue.balance(pool.venue.treasury(), pool.shares())).isEqualTo(2_000_000 - 1000);
        assertThat(pool.supply()).isEqualTo(2_000_000);
        pool.venue.after(1);
        assertThat(pool.supply()).as("given once").isEqualTo(2_000_000);
    }

    @Test
    void takesNoMoreThanThePoolsProportion() {
        Pool pool = Pool.seeded(4_000_000, 1_000_000);
        AccountId provider = pool.wallet("provider", 400_000, 900_000);
        assertThat(pool.provide(provider, 400_000, 900_000).get()).isEqualTo(200_000);
        assertThat(pool.venue.balance(provider, A)).isZero();
        assertThat(pool.venue.balance(provider, B)).isEqualTo(800_000);
    }

    @Test
    void theFeeStaysWithTheShares() {
        Pool pool = Pool.seeded(1_000_000_000, 1_000_000_000);
        AccountId provider = pool.wallet("provider", 1_000_000_000, 1_000_000_000);
        pool.provide(provider, 1_000_000_000, 1_000_000_000);
        AccountId trader = pool.wallet("trader", 100_000_000, 0);
        long out = pool.swap(trader, A, 100_000_000, B, 0).get();
        pool.swap(trader, B, out, A, 0);
        pool.redeemAll(provider);
        assertThat(pool.venue.balance(provider, A)).isGreaterThan(1_000_000_000);
    }

    @Test
    void refusesWhatItDoesNotTrade() {
        Pool pool = Pool.seeded(1_000_000, 1_000_000);
        AccountId trader = pool.wallet("trader", 1000, 0);
        assertThat(pool.swap(trader, A, 10, A, 0).getLeft().reason()).isEqualTo(Reason.NOT_OFFERED);
        assertThat(pool.swap(trader, A, 1001, B, 0).getLeft().reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        assertThat(pool.swap(trader, A, 1, B, 0).getLeft().reason()).isEqualTo(Reason.TOO_SMALL);
        Action.Borrow borrow = new Action.Borrow(OneVenue.VENUE, A, Quantity.all());
        assertThat(pool.venue.act(trader, borrow).getLeft().reason()).isEqualTo(Reason.NOT_OFFERED);
        assertThat(pool.venue.balance(trader, A)).isEqualTo(1000);
    }

    @Test
    void isLockedWhileAFlashLoanIsOut() {
        Pool pool = Pool.seeded(1_000_000, 1_000_000);
        AccountId trader = pool.wallet("trader", 1000, 1000);
        pool.flashBorrow(trader, A, 100_000);
        assertThat(pool.swap(trader, B, 1000, A, 0).getLeft().reason()).isEqualTo(Reason.STOPPED);
        assertThat(pool.redeemAll(trader).getLeft().reason()).isEqualTo(Reason.STOPPED);
        assertThat(pool.venue.atEnd().get().reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        assertThat(pool.flashReturn(pool.wallet("other", 0, 0), A).getLeft().reason())
                .isEqualTo(Reason.NOT_THERE);
        pool.flashReturn(trader, A);
        assertThat(pool.venue.atEnd().isEmpty()).isTrue();
        assertThat(pool.reserve(A)).isEqualTo(1_000_301);
    }

    @Test
    void takesTwoDifferentAssetsAndAWritableFee() {
        assertThatThrownBy(() -> new ConstantProduct(A, new Asset(0, "A", 9), Ratio.ZERO, 0, false))
                .hasMessageContaining("two different assets");
        assertThatThrownBy(() -> new ConstantProduct(A, B, Ratio.of("0.0000000001"), 0, false))
                .hasMessageContaining("nine decimals");
    }
}
