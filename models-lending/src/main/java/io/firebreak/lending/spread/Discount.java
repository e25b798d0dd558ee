package io.firebreak.lending.spread;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Incline;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A discount that grows with how unsafe the account is: {@code min(most, base + 1 − health)}. Its factor is {@code 1 ÷ (1 −
 * discount)}.
 */
record Discount(Ratio base, Ratio greatest) implements Bonus {
    @Override
    public Factor factor(AccountId account, MarginView view) {
        BigDecimal grown = base.value()
                .toBigDecimal()
                .add(BigDecimal.ONE.subtract(Bonus.health(account, view)))
                .max(BigDecimal.ZERO)
                .min(greatest.value().toBigDecimal());
        return new Factor(BigDecimal.ONE, BigDecimal.ONE.subtract(grown));
    }

    @Override
    public Ratio most() {
        BigDecimal kept = BigDecimal.ONE.subtract(greatest.value().toBigDecimal());
        return new Ratio(
                Decimal.of(greatest.value().toBigDecimal().divide(kept, new MathContext(17, RoundingMode.UP))));
    }

    @Override
    public Ratio lowest() {
        BigDecimal least = base.value().toBigDecimal().min(greatest.value().toBigDecimal());
        return new Ratio(
                Decimal.of(least.divide(BigDecimal.ONE.subtract(least), new MathContext(17, RoundingMode.DOWN))));
    }

    /** A unit of health less is a unit of discount more. */
    @Override
    public Incline incline() {
        Decimal rise = greatest.value().minus(base.value());
        return rise.signum() > 0
                ? new Incline(base, greatest, new Ratio(Decimal.ONE.minus(rise)), true)
                : new Incline(greatest, greatest, Ratio.ONE, true);
    }
}
