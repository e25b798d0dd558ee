package io.firebreak.bridge;

import static io.firebreak.bridge.Crossing.ETH;
import static io.firebreak.bridge.Crossing.WETH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.testkit.world.OneVenue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LockAndMintTest {

    @Test
    void theTwinArrivesAfterTheDelay() {
        Crossing bridge = Crossing.ofAnHour();
        bridge.venue.give(bridge.user, ETH, 100);
        assertThat(bridge.lock(bridge.user, 100).get()).isZero();
        assertThat(bridge.reserve()).isEqualTo(100);
        bridge.venue.after(Duration.ofHours(1).toMillis() - 1);
        assertThat(bridge.held(bridge.user, WETH)).isZero();
        bridge.venue.after(1);
        assertThat(bridge.held(bridge.user, WETH)).isEqualTo(100);
        assertThat(bridge.venue.state()).isEqualTo(InFlight.NOTHING);
    }

    @Test
    void burningTheTwinReleasesTheAssetAfterTheDelay() {
        Crossing bridge = Crossing.ofAnHour();
        bridge.crossed(bridge.user, 100);
        bridge.release(bridge.user, 60);
        assertThat(bridge.wrapped()).isEqualTo(40);
        assertThat(bridge.held(bridge.user, ETH)).isZero();
        bridge.hours(1);
        assertThat(bridge.held(bridge.user, ETH)).isEqualTo(60);
        assertThat(bridge.reserve()).isEqualTo(40);
    }

    @Test
    void withoutDelayBothWaysHappenAtOnce() {
        Crossing bridge = new Crossing(Duration.ZERO, false);
        bridge.venue.give(bridge.user, ETH, 100);
        assertThat(bridge.lock(bridge.user, 100).get()).isEqualTo(100);
        assertThat(bridge.release(bridge.user, 100).get()).isEqualTo(100);
        assertThat(bridge.held(bridge.user, ETH)).isEqualTo(100);
    }

    @Test
    void afterATheftReleasesAreServedFirstComeUntilTheReserveIsEmpty() {
        Crossing bridge = Crossing.ofAnHour();
        AccountId late = bridge.venue.wallet("late");
        bridge.crossed(bridge.user, 100).crossed(late, 100);
        assertThat(bridge.steal(Quantity.of(90)).get()).isEqualTo(90);
        assertThat(bridge.redemption(110)).isEqualTo(110);
        assertThat(bridge.redemption(111)).as("the reserve cannot release it").isZero();

        assertThat(bridge.release(bridge.user, 100).isRight()).isTrue();
        assertThat(bridge.release(late, 100).getLeft().reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        assertThat(bridge.release(late, 10).isRight()).isTrue();
        bridge.hours(1);
        assertThat(bridge.held(bridge.user, ETH)).isEqualTo(100);
        assertThat(bridge.held(late, ETH)).isEqualTo(10);
        assertThat(bridge.held(late, WETH)).isEqualTo(90);
        assertThat(bridge.redemption(1)).isZero();
    }

    @Test
    void whatATheftLeavesUnpaidOnItsWayIsIssuedAgain() {
        Crossing bridge = Crossing.ofAnHour();
        bridge.crossed(bridge.user, 100);
        bridge.release(bridge.user, 100);
        bridge.steal(Quantity.of(70));
        bridge.hours(1);
        assertThat(bridge.held(bridge.user, ETH)).isEqualTo(30);
        assertThat(bridge.held(bridge.user, WETH)).isEqualTo(70);
    }

    @Test
    void refusesWithAReason() {
        Crossing bridge = new Crossing(Duration.ofHours(1), false);
        bridge.crossed(bridge.user, 100);
        assertThat(bridge.steal(Quantity.all()).getLeft().reason()).isEqualTo(Reason.NOT_OFFERED);
        assertThat(bridge.release(bridge.user, 101).getLeft().reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        assertThat(bridge.lock(bridge.user, 0).getLeft().reason()).isEqualTo(Reason.TOO_SMALL);
        Action.Lock wrong = new Action.Lock(OneVenue.VENUE, WETH, Quantity.all());
        assertThat(bridge.venue.act(bridge.user, wrong).getLeft().reason()).isEqualTo(Reason.NOT_OFFERED);
        Crossing stealable = Crossing.ofAnHour();
        assertThat(stealable.steal(Quantity.of(1)).getLeft().reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void wrapsAnotherAssetOfEqualDecimals() {
        assertThatThrownBy(() -> new LockAndMint(ETH, ETH, Duration.ZERO, false))
                .hasMessageContaining("as another asset");
        assertThatThrownBy(() -> new LockAndMint(ETH, new Asset(1, "WETH", 6), Duration.ZERO, false))
                .hasMessageContaining("WETH has 6");
    }
}
