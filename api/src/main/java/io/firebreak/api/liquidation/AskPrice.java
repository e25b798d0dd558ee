package io.firebreak.api.liquidation;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A price as an exact fraction of base units: {@code want ÷ give}, what the taker hands over for what it receives.
 *
 * @param want base units of the wanted asset, 0 where anything is enough
 * @param give base units of the given asset, positive
 * @param untilMillis the value holds up to, not including, this time; {@link Long#MAX_VALUE}: until a price changes
 */
public record AskPrice(long want, long give, long untilMillis) {
    public static final long UNTIL_PRICES_CHANGE = Long.MAX_VALUE;

    /**
     * {@code numerator ÷ denominator} whole units of want per whole unit of give; digits that do not fit are rounded against
     * the taker.
     */
    public static AskPrice of(Decimal numerator, Decimal denominator, Asset want, Asset give, long untilMillis) {
        int power = denominator.scale() + want.decimals() - numerator.scale() - give.decimals();
        long scaledTop = scaled(numerator.digits(), power);
        long scaledBottom = scaled(denominator.digits(), -power);
        if (scaledTop >= 0 && scaledBottom > 0) {
            return new AskPrice(scaledTop, scaledBottom, untilMillis);
        }
        return of(numerator.toBigDecimal(), denominator.toBigDecimal(), want, give, untilMillis);
    }

    /** The same of numbers with more digits than a {@link Decimal} holds: products of prices and ratios. */
    public static AskPrice of(BigDecimal numerator, BigDecimal denominator, Asset want, Asset give, long untilMillis) {
        int power = denominator.scale() + want.decimals() - numerator.scale() - give.decimals();
        BigInteger top = numerator.unscaledValue();
        BigInteger bottom = denominator.unscaledValue();
        BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
        if (power >= 0) {
            top = top.multiply(ten);
        } else {
            bottom = bottom.multiply(ten);
        }
        while (top.bitLength() > 62 || bottom.bitLength() > 62) {
            BigInteger[] up = top.divideAndRemainder(BigInteger.TEN);
            top = up[1].signum() == 0 ? up[0] : up[0].add(BigInteger.ONE);
            bottom = bottom.divide(BigInteger.TEN);
        }
        return new AskPrice(top.longValueExact(), bottom.max(BigInteger.ONE).longValueExact(), untilMillis);
    }

    /** {@code digits · 10^max(power, 0)}, or −1 where that exceeds a {@code long}. */
    private static long scaled(long digits, int power) {
        long value = digits;
        for (int i = power; i > 0; i--) {
            if (value > Long.MAX_VALUE / 10) {
                return -1;
            }
            value *= 10;
        }
        return value;
    }

    /** What must be handed over for {@code giveUnits}, rounded against the taker; 2^63 − 1 where it is more than that. */
    public long wantUp(long giveUnits) {
        return exceeds(giveUnits, want, give) ? Long.MAX_VALUE : Exact.mulDivUp(giveUnits, want, give);
    }

    /** What is received for {@code wantUnits}, rounded against the taker; 2^63 − 1 where it is more than that. */
    public long giveDown(long wantUnits) {
        return exceeds(wantUnits, give, want) ? Long.MAX_VALUE : Exact.mulDivDown(wantUnits, give, want);
    }

    /** Whether {@code a · b ÷ c} is more than can be counted; where the price is 0, everything is. */
    private static boolean exceeds(long a, long b, long c) {
        return c == 0 || Exact.compareProducts(a, b, c, Long.MAX_VALUE) > 0;
    }

    /** Base units of want per base unit of give, for rankings. */
    public double toDouble() {
        return (double) want / give;
    }
}
