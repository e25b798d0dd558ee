package io.firebreak.lending.dutch;

import io.firebreak.api.liquidation.StatesHalfLife;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.vavr.control.Option;
import java.time.Duration;

/** A price that is multiplied by {@code cut} every second: {@code top · cut^t}. */
@About(value = "Falls by a constant factor every second.", follows = "Maker dss abaci.sol: ExponentialDecrease")
public record Exponential(
        @Parameter(
                        value = "the price is multiplied by this every second",
                        unit = "ratio",
                        preset = "0.9999",
                        min = "0.000001",
                        max = "1")
                Ratio cut)
        implements StatesHalfLife {
    @Override
    public Decimal price(Decimal top, long elapsedMillis) {
        return RayPower.times(top, RayPower.power(cut.value().toBigDecimal(), elapsedMillis / 1000));
    }

    @Override
    public long holdsUntilMillis(long elapsedMillis) {
        return (elapsedMillis / 1000 + 1) * 1000;
    }

    @Override
    public Option<Duration> halfLife() {
        return RayPower.halfLife(cut, step());
    }

    @Override
    public Duration step() {
        return Duration.ofSeconds(1);
    }
}
