package io.firebreak.testkit.reference;

import static io.firebreak.testkit.world.Setting.ETH;
import static io.firebreak.testkit.world.Setting.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.testkit.world.Composition;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.List;
import io.vavr.control.Either;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The numbers are those of ERC-7265, {@code v1-core}: 1,000,000 in, 70 % must stay, a window of four hours. */
final class ReferenceLimitTest {
    private static final Duration WINDOW = Duration.ofHours(4);

    private final Stage stage = new Stage(
            Composition.of(new ReferenceLoan(
                            ETH, USD, Setting.ORACLE, Ratio.of("0.8"), Ratio.of("0.75"), Rate.perYear("0")))
                    .with(new ReferenceLimit(USD, Ratio.of("0.7"), WINDOW))
                    .seeded(new VenueSpec.SeedBalance("reserve", new Parcel(USD, 0))), // nobody has supplied before
            1);

    private Either<Rejection, Long> supply(String who, long dollars) {
        return stage.act(who, new Action.Provide(Setting.VENUE, List.of(Quantity.of(dollars * Stage.DOLLAR))));
    }

    private Either<Rejection, Long> redeem(String who, long dollars) {
        long shares = dollars * Stage.DOLLAR * ReferenceLoan.VIRTUAL;
        return stage.act(who, new Action.Redeem(Setting.VENUE, stage.claim("supply"), Quantity.of(shares)));
    }

    private void aMillionSinceYesterday() {
        supply("alice", 1_000_000).get();
        stage.after(Duration.ofDays(1));
    }

    @Test
    void whatKeepsTheShareThereMayLeave() {
        aMillionSinceYesterday();

        assertThat(redeem("alice", 300_001).getLeft().reason()).isEqualTo(Reason.STOPPED);
        assertThat(redeem("alice", 300_000).get()).isEqualTo(300_000 * Stage.DOLLAR);
        assertThat(redeem("alice", 1).getLeft().reason()).isEqualTo(Reason.STOPPED);
    }

    @Test
    void partsCountTogetherAcrossBlocks() {
        aMillionSinceYesterday();
        redeem("alice", 200_000).get();
        stage.after(Duration.ofHours(1));

        assertThat(redeem("alice", 100_001).getLeft().reason()).isEqualTo(Reason.STOPPED);
        assertThat(redeem("alice", 100_000).isRight()).isTrue();
    }

    @Test
    void aDepositStretchesTheLimitByNoMoreThanItself() {
        aMillionSinceYesterday();
        supply("bob", 500_000).get();

        assertThat(redeem("alice", 800_001).getLeft().reason()).isEqualTo(Reason.STOPPED);
        assertThat(redeem("alice", 800_000).isRight()).isTrue();
    }

    @Test
    void aWindowLaterTheShareIsTakenOfWhatIsLeft() {
        aMillionSinceYesterday();
        redeem("alice", 300_000).get();
        stage.next().after(WINDOW);

        assertThat(redeem("alice", 210_001).getLeft().reason()).isEqualTo(Reason.STOPPED);
        assertThat(redeem("alice", 210_000).isRight()).isTrue();
    }

    @Test
    void depositsAndRepaymentsAreNeverStopped() {
        aMillionSinceYesterday();
        stage.act("bob", new Action.Deposit(Setting.VENUE, ETH, Quantity.all())).get();
        stage.act("bob", new Action.Borrow(Setting.VENUE, USD, Quantity.of(100_000 * Stage.DOLLAR)))
                .get();
        redeem("alice", 200_000).get();

        assertThat(supply("carol", 1).isRight()).isTrue();
        assertThat(stage.act("bob", new Action.Repay(Setting.VENUE, USD, Quantity.of(1)))
                        .isRight())
                .isTrue();
        assertThat(stage.act("bob", new Action.Withdraw(Setting.VENUE, ETH, Quantity.of(1)))
                        .isRight())
                .as("another asset")
                .isTrue();
    }
}
