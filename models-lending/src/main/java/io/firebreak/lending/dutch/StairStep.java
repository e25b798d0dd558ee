package io.firebreak.lending.dutch;

import io.firebreak.api.liquidation.StatesHalfLife;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.vavr.control.Option;
import java.time.Duration;

/** A price that is multiplied by {@code cut} once every {@code step}: {@code top · cut^floor(t / step)}. */
@About(
        value = "Falls by a constant factor at constant intervals.",
        follows = "Maker dss abaci.sol: StairstepExponentialDecrease")
public record StairStep(
        @Parameter(
                        value = "the price is multiplied by this at each step",
                        unit = "ratio",
                        preset = "0.99",
                        min = "0.000001",
                        max = "1",
                        source = "Maker mainnet, ETH-A, 2021-06-18")
                Ratio cut,
        @Parameter(
                        value = "length of a step",
                        preset = "90 s",
                        min = "1 s",
                        source = "Maker mainnet, ETH-A, 2021-06-18")
                Duration step)
        implements StatesHalfLife {
    @Override
    public Decimal price(Decimal top, long elapsedMillis) {
        return RayPower.times(top, RayPower.power(cut.value().toBigDecimal(), elapsedMillis / step.toMillis()));
    }

    @Override
    public long holdsUntilMillis(long elapsedMillis) {
        return (elapsedMillis / step.toMillis() + 1) * step.toMillis();
    }

    @Override
    public Option<Duration> halfLife() {
        return RayPower.halfLife(cut, step);
    }
}
