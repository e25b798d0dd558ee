package io.firebreak.testkit.reference;

import io.firebreak.api.liquidation.Curve;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/** A price that falls on a straight line, in whole seconds, and then stays: {@code top · (1 − (1 − end) · t ÷ lasts)}. */
@About("Falls on a straight line to a share of its top.")
public record Falling(
        @Parameter(value = "the last price as a share of the first", unit = "ratio", min = "0", max = "1") Ratio end,
        @Parameter(value = "when it is reached", min = "1 s") Duration lasts)
        implements Curve {
    private static final MathContext DIGITS = new MathContext(17, RoundingMode.DOWN);

    @Override
    public Decimal price(Decimal top, long elapsedMillis) {
        BigDecimal left = BigDecimal.valueOf(Math.max(0, lasts.toSeconds() - elapsedMillis / 1000));
        BigDecimal last = end.value().toBigDecimal();
        BigDecimal share = last.add(
                BigDecimal.ONE.subtract(last).multiply(left).divide(BigDecimal.valueOf(lasts.toSeconds()), DIGITS));
        return top.timesDown(Decimal.of(share.round(DIGITS)));
    }

    @Override
    public long holdsUntilMillis(long elapsedMillis) {
        return (elapsedMillis / 1000 + 1) * 1000;
    }
}
