package io.firebreak.core.gas;

import static io.firebreak.core.price.Times.file;
import static io.firebreak.core.price.Times.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.DataFile;
import io.firebreak.core.economy.Gas;
import io.firebreak.core.economy.GasDemand;
import io.vavr.collection.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class BlockSpaceProperties {
    private static final Asset ETH = new Asset(0, "ETH", 9);
    private static final DataFile QUANTILES =
            file("p30_gwei,p60_gwei,p90_gwei,max_gwei", row(1_000, 10, 20, 50, 150), row(2_000, 80, 85, 129, 7_324));
    private static final double NONE = Double.NaN;
    private static final DataFile MEDIAN = file("gwei", row(5_000, 40));

    @Property
    void quantilesAscend(@ForAll @DoubleRange(max = 1) double one, @ForAll @DoubleRange(max = 1) double another) {
        BlockSpace space = replay(1_000);
        assertThat(space.price(Math.min(one, another))).isLessThanOrEqualTo(space.price(Math.max(one, another)));
    }

    @Property
    void theShareBelowAQuantileIsItsShare(@ForAll @DoubleRange(max = 1) double share) {
        BlockSpace space = replay(1_000);
        assertThat(space.shareBelow(space.price(share))).isCloseTo(share, within(1e-9));
    }

    @Test
    void quantilesAreStraightBetweenThoseOfTheFile() {
        BlockSpace space = replay(1_000);
        assertThat(space.price(0)).isZero();
        assertThat(space.price(0.3)).isEqualTo(10);
        assertThat(space.price(0.45)).isCloseTo(15, within(1e-9));
        assertThat(space.price(0.6)).isEqualTo(20);
        assertThat(space.price(0.9)).isEqualTo(50);
        assertThat(space.price(1)).isEqualTo(150);
    }

    @Test
    void aBidUsesTheSpaceOfThoseWhoPayLess() {
        BlockSpace space = replay(2_000);
        assertThat(space.admits(107, 0, 7_500_000)).isTrue();
        assertThat(space.admits(107, 0, 7_500_001)).isFalse();
        assertThat(space.admits(107, 7_000_000, 600_000)).isFalse();
        assertThat(space.admits(7_324, 9_000_000, 1_000_000)).isTrue();
        assertThat(space.admits(0, 0, 1)).isFalse();
    }

    @Test
    void aRowHoldsUntilTheNextAndAFileUntilTheNext() {
        BlockSpace space = replay(0);
        assertThat(space.price(0.6)).as("before the first row").isEqualTo(20);
        space.advance(1_999);
        assertThat(space.price(0.6)).isEqualTo(20);
        space.advance(2_000);
        assertThat(space.price(0.6)).isEqualTo(85);
        space.advance(4_999);
        assertThat(space.price(0.6)).isEqualTo(85);
        space.advance(5_000);
        assertThat(space.price(0.6)).as("of the second file").isEqualTo(40);
        space.advance(99_000);
        assertThat(space.price(0.6)).as("after the last row").isEqualTo(40);
    }

    @Test
    void atOnePriceWhoeverPaysItGetsIn() {
        BlockSpace space = new BlockSpace(new Gas(10_000_000, ETH, new GasDemand.Constant(40)), 0);
        assertThat(space.price(0.01)).isEqualTo(40);
        assertThat(space.admits(39, 0, 1)).isFalse();
        assertThat(space.admits(40, 0, 10_000_000)).isTrue();
        assertThat(space.admits(40, 1, 10_000_000)).isFalse();
    }

    @Test
    void descendingQuantilesAreLifted() {
        DataFile crooked = file("p30_gwei,p60_gwei,p90_gwei,max_gwei", row(0, 30, 20, 50, 45));
        BlockSpace space = new BlockSpace(new Gas(10, ETH, new GasDemand.Replay(List.of(crooked))), 0);
        assertThat(space.price(0.6)).isEqualTo(30);
        assertThat(space.price(1)).isEqualTo(50);
        assertThat(space.shareBelow(30)).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void inAMinuteWithoutTransactionsTheRowBeforeStands() {
        DataFile quiet =
                file("p30_gwei,p60_gwei,p90_gwei,max_gwei", row(0, 1, 2, 3, 4), row(1_000, NONE, NONE, NONE, NONE));
        assertThat(new BlockSpace(new Gas(10, ETH, new GasDemand.Replay(List.of(quiet))), 1_000).price(0.6))
                .isEqualTo(2);
    }

    @Test
    void refusesFilesThatMakeNoSense() {
        DataFile half = file("p30_gwei,p60_gwei,p90_gwei,max_gwei", row(0, 1, 2, 3, 4), row(1_000, 1, 2, NONE, 4));
        assertThatThrownBy(() -> new BlockSpace(new Gas(10, ETH, new GasDemand.Replay(List.of(half))), 0))
                .hasMessageContaining("p90_gwei")
                .hasMessageContaining("1970-01-01T00:00:01Z");
        DataFile other = file("price", row(0, 1));
        assertThatThrownBy(() -> new BlockSpace(new Gas(10, ETH, new GasDemand.Replay(List.of(other))), 0))
                .hasMessageContaining("p30_gwei");
        assertThatThrownBy(() -> new BlockSpace(new Gas(10, ETH, new GasDemand.Replay(List.empty())), 0))
                .hasMessageContaining("at least one file");
    }

    private static BlockSpace replay(long millis) {
        return new BlockSpace(new Gas(10_000_000, ETH, new GasDemand.Replay(List.of(MEDIAN, QUANTILES))), millis);
    }
}
