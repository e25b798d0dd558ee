package io.firebreak.amm.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.oracle.Live;
import org.junit.jupiter.api.Test;

class PoolSpotTest {
    private final Seen<?> seen = new Seen<>(new PoolSpot(Seen.POOL, Seen.A, Seen.B));

    @Test
    void showsWhereThePoolStandsNow() {
        assertThat(seen.after(5, 1.25).get().value()).hasToString("1.25");
        assertThat(seen.after(0, 1.5).get().value())
                .as("asked again in the same block")
                .hasToString("1.5");
        assertThat(seen.after(7, 1.5).get().observedMillis()).isEqualTo(12);
        assertThat(new PoolSpot(Seen.POOL, Seen.A, Seen.B)).isInstanceOf(Live.class);
    }

    @Test
    void isSilentWithoutAPriceThatCanBeShown() {
        assertThat(seen.after(1, Double.NaN)).isEmpty();
        assertThat(seen.after(1, 1e38)).isEmpty();
        assertThat(seen.after(1, 1e-38)).isEmpty();
    }
}
