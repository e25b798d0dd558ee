package io.firebreak.testkit.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WatchdogTest {
    private static final Duration LIMIT = Duration.ofMillis(300);

    @Test
    void handsOnWhatTheWorkComesToAndWhatItThrows() {
        assertThat(Watchdog.<Integer>watch(LIMIT, alive -> 7)).isEqualTo(7);
        assertThatThrownBy(() -> Watchdog.watch(LIMIT, alive -> {
                    throw new IllegalStateException("out of ink");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("out of ink");
    }

    @Test
    void waitsForWhoSaysThatItGoesOn() {
        assertThat(Watchdog.<Integer>watch(LIMIT, alive -> {
                    for (int i = 0; i < 6; i++) {
                        spin(LIMIT.toNanos() / 4);
                        alive.run();
                    }
                    return 7;
                }))
                .isEqualTo(7);
    }

    @Test
    void leavesBehindWhoDoesNot() {
        assertThatThrownBy(() -> Watchdog.watch(LIMIT, alive -> {
                    spin(60_000_000_000L);
                    return 7;
                }))
                .isInstanceOf(Watchdog.Hanging.class)
                .hasMessageContaining("hangs");
    }

    private static void spin(long nanos) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            Thread.onSpinWait();
        }
    }
}
