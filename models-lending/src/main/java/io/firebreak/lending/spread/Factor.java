package io.firebreak.lending.spread;

import io.firebreak.api.number.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;

/** A liquidation factor as an exact fraction: value received ÷ value cleared, 1.05 or 1 ÷ 0.95. */
public record Factor(BigDecimal over, BigDecimal under) {
    static Factor of(Decimal factor) {
        return new Factor(factor.toBigDecimal(), BigDecimal.ONE);
    }

    /** What is received above what is cleared, 0.05. */
    BigDecimal bonus() {
        return over.subtract(under).divide(under, MathContext.DECIMAL128);
    }

    BigDecimal times(BigDecimal value) {
        return value.multiply(over).divide(under, MathContext.DECIMAL128);
    }

    BigDecimal divide(BigDecimal value) {
        return value.multiply(under).divide(over, MathContext.DECIMAL128);
    }
}
