package io.firebreak.amm.weighted;

import static io.firebreak.amm.pool.Stand.A;
import static io.firebreak.amm.pool.Stand.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.amm.pool.FinePool;
import io.firebreak.amm.pool.Stand;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class VaultProperties {
    private static final long MOST = 1_000_000_000_000_000L;

    private static FinePool pool(int percent) {
        return percent == 0
                ? new VaultStable(Vector.of(A, B), 100, Ratio.ZERO, Option.none(), Ratio.ZERO, 0)
                : new Weighted(
                        Vector.of(A, B),
                        Vector.of(Ratio.of(percent / 100.0 + ""), Ratio.of((100 - percent) / 100.0 + "")),
                        Ratio.ZERO,
                        Ratio.ZERO,
                        0);
    }

    /** Without any fee, in whatever order: who comes and goes has not more of one thing and less of nothing. */
    @Property(tries = 300)
    void nobodyGainsSomethingForNothing(
            @ForAll @IntRange(max = 99) int percent,
            @ForAll @LongRange(min = 1_000_000, max = MOST) long a,
            @ForAll @LongRange(min = 1_000_000, max = MOST) long b,
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = MOST) Long> amounts) {
        Stand<Nothing> pool = new Stand<>(pool(percent), a, b);
        for (long amount : amounts) {
            long held = pool.venue.balance(pool.trader, pool.share());
            switch ((int) (amount % 4)) {
                case 0 -> pool.swap(A, amount % (a / 4 + 1), B);
                case 1 -> pool.swap(B, amount % (b / 4 + 1), A);
                case 2 -> pool.provide(amount % a, amount % b);
                default -> pool.swap(pool.share(), amount % (held + 1), A);
            }
        }
        pool.redeem(pool.venue.balance(pool.trader, pool.share()));
        if (pool.venue.balance(pool.trader, pool.share()) == 0) {
            assertThat(pool.gainedNothingForNothing())
                    .as(Arrays.toString(pool.spent()))
                    .isTrue();
        }
    }
}
