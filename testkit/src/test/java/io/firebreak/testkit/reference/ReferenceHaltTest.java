package io.firebreak.testkit.reference;

import static io.firebreak.testkit.world.Setting.ETH;
import static io.firebreak.testkit.world.Setting.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Setting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ReferenceHaltTest {
    private static Stage moved(double factor) {
        return new Stage(Companions.loan().with(new ReferenceHalt(Ratio.of("0.15"), Duration.ofMinutes(10))), factor)
                .next();
    }

    private static boolean liquidates(Stage stage) {
        return stage.act("bob", Stage.bid(stage.account("venue/holder-1"), ETH, USD, 100 * Stage.DOLLAR))
                .fold(
                        no -> {
                            assertThat(no.reason()).isEqualTo(Reason.STOPPED);
                            return false;
                        },
                        yes -> true);
    }

    @Test
    void aMoveAsLargeAsTheLimitHalts() {
        assertThat(liquidates(moved(0.85))).isFalse();
        assertThat(liquidates(moved(0.851))).isTrue();
    }

    @Test
    void aHaltEndsOnTime() {
        Stage stage = moved(0.8);
        stage.after(Duration.ofMinutes(9).minusMillis(1));
        assertThat(liquidates(stage)).isFalse();
        assertThat(liquidates(stage.next())).isTrue();
    }

    @Test
    void repaymentIsOpenDuringAHalt() {
        Stage stage = moved(0.8);

        assertThat(stage.act("holder-1", new Action.Repay(Setting.VENUE, USD, Quantity.of(0)))
                        .isRight())
                .isTrue();
    }

    @Test
    void aVenueWithoutMarginAccountsMayBeGuarded() {
        Stage stage =
                new Stage(Companions.pool().with(new ReferenceHalt(Ratio.of("0.15"), Duration.ofMinutes(10))), 0.8);

        assertThat(stage.next().isStopped()).isFalse();
    }
}
