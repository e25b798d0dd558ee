package io.firebreak.lending.dutch;

import io.firebreak.api.liquidation.StatesHalfLife;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** A price that falls on a straight line to zero: {@code top · (tau − t) / tau}, in whole seconds. */
@About(value = "Falls on a straight line to zero.", follows = "Maker dss abaci.sol: LinearDecrease")
public record Linear(@Parameter(value = "when the price is zero", preset = "6 h", min = "1 s") Duration tau)
        implements StatesHalfLife {
    @Override
    public Decimal price(Decimal top, long elapsedMillis) {
        long left = tau.toSeconds() - elapsedMillis / 1000;
        return left <= 0
                ? Decimal.ZERO
                : RayPower.times(
                        top,
                        BigDecimal.valueOf(left)
                                .divide(BigDecimal.valueOf(tau.toSeconds()), RayPower.DIGITS, RoundingMode.DOWN));
    }

    @Override
    public long holdsUntilMillis(long elapsedMillis) {
        return (elapsedMillis / 1000 + 1) * 1000;
    }

    @Override
    public Option<Duration> halfLife() {
        return Option.some(tau.dividedBy(2));
    }

    @Override
    public Duration step() {
        return Duration.ofSeconds(1);
    }
}
