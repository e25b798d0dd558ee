package io.firebreak.core.oracle;

import static io.firebreak.core.price.Times.file;
import static io.firebreak.core.price.Times.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.view.Price;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class OraclesTest {
    private static final long HOUR = 3_600_000;

    @Test
    void heartbeatPublishesOnDeviationInEitherDirection() {
        Feed<?> feed = new Feed<>(new HeartbeatOracle(Feed.ETH, Duration.ofHours(1), Ratio.of("0.005")));
        assertThat(feed.step(0, 200)).isTrue();
        assertThat(feed.step(13_000, 200.99)).isFalse();
        assertThat(feed.step(26_000, 201)).isTrue();
        assertThat(feed.step(39_000, 200)).isFalse();
        assertThat(feed.step(52_000, 199)).isTrue();
        assertThat(feed.shown()).isEqualTo(199);
        assertThat(feed.observed()).isEqualTo(52_000);
    }

    @Test
    void heartbeatPublishesWhenItIsDueEvenUnmoved() {
        Feed<?> feed = new Feed<>(new HeartbeatOracle(Feed.ETH, Duration.ofHours(1), Ratio.of("0.005")));
        feed.step(1_000, 200);
        assertThat(feed.step(HOUR, 200)).isFalse();
        assertThat(feed.step(HOUR + 1_000, 200)).isTrue();
        assertThat(feed.observed()).isEqualTo(HOUR + 1_000);
    }

    @Test
    void heartbeatIsSilentWhileTheMarketIsClosed() {
        Feed<?> feed = new Feed<>(new HeartbeatOracle(Feed.ETH, Duration.ofHours(1), Ratio.of("0.005")));
        assertThat(feed.step(0, Double.NaN)).isFalse();
        assertThat(feed.silent()).isTrue();
        assertThat(feed.step(1, 7)).isTrue();
    }

    @Test
    void delayedShowsThePriceOfTheDelayAgo() {
        Feed<?> feed = new Feed<>(new DelayedOracle(Feed.ETH, Duration.ofSeconds(30)));
        for (int block = 0; block < 20; block++) {
            feed.step(block * 10_000L, 100 + block);
            assertThat(feed.shown()).isEqualTo(100 + Math.max(0, block - 3));
            assertThat(feed.observed()).isEqualTo(Math.max(0, block - 3) * 10_000L);
        }
    }

    @Test
    void delayedByNothingShowsTheMarket() {
        Feed<?> feed = new Feed<>(new DelayedOracle(Feed.ETH, Duration.ZERO));
        feed.step(0, 100);
        feed.step(10_000, 90);
        assertThat(feed.shown()).isEqualTo(90);
    }

    @Test
    void hourlySampledShowsTheSampleOfTheHourBefore() {
        Feed<?> feed = new Feed<>(osm("0"));
        feed.step(HOUR / 2, 200);
        assertThat(feed.shown()).isEqualTo(200);
        assertThat(feed.step(HOUR - 1, 190)).isFalse();
        feed.step(HOUR + 5_000, 150);
        assertThat(feed.shown()).isEqualTo(200);
        feed.step(2 * HOUR + 1_000, 120);
        assertThat(feed.shown()).isEqualTo(150);
        assertThat(feed.observed()).isEqualTo(HOUR + 5_000);
        assertThat(feed.step(2 * HOUR + 60_000, 100)).isFalse();
        feed.step(3 * HOUR, 90);
        assertThat(feed.shown()).isEqualTo(120);
    }

    @Test
    void hourlySampledMissesAsOftenAsAskedAndThenShowsTheOlderSample() {
        Feed<?> feed = new Feed<>(osm("0.3"));
        feed.step(0, 1_000_000);
        int missed = 0;
        long lastUpdate = 0;
        int hours = 5_000;
        for (int hour = 1; hour <= hours; hour++) {
            if (feed.step(hour * HOUR, 1_000_000 + hour)) {
                assertThat(feed.shown()).isEqualTo(1e6 + lastUpdate);
                lastUpdate = hour;
            } else {
                missed++;
            }
        }
        assertThat(missed / (double) hours).isCloseTo(0.3, within(0.03));
    }

    @Test
    void aLagOfTwoPeriodsShowsTheSampleOfTwoPeriodsAgo() {
        Feed<?> feed =
                new Feed<>(new HourlySampledOracle(Feed.ETH, Duration.ofHours(1), Duration.ofMinutes(90), Ratio.ZERO));
        for (int hour = 0; hour < 9; hour++) {
            feed.step(hour * HOUR, 100 + hour);
            assertThat(feed.shown()).isEqualTo(100 + Math.max(0, hour - 2));
        }
    }

    @Test
    void replayShowsEachRowFromItsTimeOn() {
        Feed<?> feed = new Feed<>(new ReplayedOracle(
                file("price", row(10_000, 166.465), row(20_000, 136.747819)), Option.none(), Duration.ofSeconds(1)));
        assertThat(feed.step(5_000, Double.NaN)).isTrue();
        assertThat(feed.observed()).isEqualTo(4_000);
        assertThat(feed.step(12_000, Double.NaN)).isFalse();
        assertThat(feed.shown()).isEqualTo(166.465);
        assertThat(feed.step(20_000, Double.NaN)).isTrue();
        assertThat(feed.shown()).isEqualTo(136.747819);
        assertThat(feed.observed()).isEqualTo(19_000);
    }

    @Test
    void replayRefusesAHole() {
        assertThatThrownBy(() ->
                        new ReplayedOracle(file("price", row(0, 1), row(1, Double.NaN)), Option.none(), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void anOutageLeavesTheStalePriceAndThenCatchesUp() {
        Feed<?> feed = new Feed<>(new OutageOracle(Feed.OTHER, Duration.ofSeconds(20), Duration.ofSeconds(40)));
        for (int second = 1_000; second < 1_080; second += 10) {
            feed.step(second * 1_000L, price(second));
            int shown = second >= 1_020 && second < 1_040 ? 1_010 : second;
            assertThat(feed.shown()).isEqualTo(shown);
            assertThat(feed.observed()).isEqualTo(shown * 1_000L);
        }
    }

    @Test
    void anOutagePassesOnOnlyWhatIsNew() {
        Feed<?> feed = new Feed<>(new OutageOracle(Feed.OTHER, Duration.ofSeconds(20), Duration.ofSeconds(40)));
        assertThat(feed.step(0, Option.none())).isFalse();
        assertThat(feed.step(1_000, price(7))).isTrue();
        assertThat(feed.step(2_000, price(7))).isFalse();
    }

    @Test
    void fixedNeverAges() {
        Feed<?> feed = new Feed<>(new FixedOracle(Decimal.ONE));
        feed.step(1_000, Double.NaN);
        feed.step(HOUR, Double.NaN);
        assertThat(feed.shown()).isEqualTo(1);
        assertThat(feed.observed()).isEqualTo(HOUR);
    }

    private static Option<Price> price(int second) {
        return Option.some(new Price(Decimal.of(second), second * 1_000L));
    }

    private static HourlySampledOracle osm(String misses) {
        return new HourlySampledOracle(Feed.ETH, Duration.ofHours(1), Duration.ofHours(1), Ratio.of(misses));
    }
}
