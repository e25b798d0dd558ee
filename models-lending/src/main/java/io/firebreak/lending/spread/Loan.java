package io.firebreak.lending.spread;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.view.Price;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An unsafe account as a close rule sees it: one exposure of it, and what stands behind. Values are whole units of the
 * numeraire, exact but for a division to 34 digits.
 *
 * @param factor value that leaves the account for each unit of value cleared
 */
public record Loan(AccountId account, Exposure exposure, Factor factor, MarginView view) {
    /** Value of the exposure. */
    public BigDecimal debt() {
        return worth(exposure.units());
    }

    /** Value of what the account can give for it. */
    public BigDecimal collateral() {
        return worth(
                exposure.pair().give(), view.mostGive(account, exposure.pair().give()));
    }

    /** Value of all that the account owes; of a position that is held, its own. */
    public BigDecimal allDebt() {
        BigDecimal sum = BigDecimal.ZERO;
        for (var holding : view.holdings(account)) {
            if (exposure.onWant() && holding.units() < 0) {
                sum = sum.add(worth(holding.asset(), -holding.units()));
            }
        }
        return sum.max(debt());
    }

    public boolean isHealthierThan(Ratio factor) {
        Health health = view.health(account, Requirement.MAINTENANCE);
        return BigDecimal.valueOf(health.assets())
                        .compareTo(BigDecimal.valueOf(health.debts())
                                .multiply(factor.value().toBigDecimal()))
                > 0;
    }

    /**
     * Whether clearing so much leaves something of both legs, and of one of them less than that. A position that is held is
     * both: it is what is given.
     */
    public boolean leavesLess(BigDecimal cleared, Decimal least) {
        BigDecimal owed = debt().subtract(cleared);
        BigDecimal held = exposure.onWant() ? collateral().subtract(factor.times(cleared)) : owed;
        return owed.signum() > 0 && held.signum() > 0 && owed.min(held).compareTo(least.toBigDecimal()) < 0;
    }

    /** The most that can be cleared and leaves so much of both legs; not positive where nothing can. */
    public BigDecimal clearedLeaving(Decimal least) {
        BigDecimal left = least.toBigDecimal();
        BigDecimal owed = debt().subtract(left);
        return exposure.onWant() ? owed.min(factor.divide(collateral().subtract(left))) : owed;
    }

    /** What must be cleared to reach a health factor; none where no part of the exposure does. */
    public Option<BigDecimal> clearedToReach(Ratio target) {
        Health health = view.health(account, Requirement.MAINTENANCE);
        BigDecimal aim = target.value().toBigDecimal();
        BigDecimal missing = aim.multiply(whole(health.debts())).subtract(whole(health.assets()));
        for (Weight held : view.weight(exposure.pair().give(), Requirement.MAINTENANCE)) {
            for (Weight owed : view.weight(exposure.pair().want(), Requirement.MAINTENANCE)) {
                BigDecimal relief = aim.multiply(owed.owed().toBigDecimal());
                BigDecimal gain = relief.subtract(factor.times(held.held().toBigDecimal()));
                Option<BigDecimal> cleared = divided(missing, gain);
                Option<BigDecimal> there = clearedByMoneyThere();
                if (cleared.isDefined() && !there.exists(most -> most.compareTo(cleared.get()) < 0)) {
                    return cleared.map(value -> exposure.onWant() ? value : factor.times(value));
                }
                // What is given beyond the money that is there is owed, and counts as often as debts do.
                BigDecimal beyond =
                        relief.subtract(factor.times(aim.multiply(held.owed().toBigDecimal())));
                return there.flatMap(most ->
                        divided(missing.subtract(gain.multiply(most)), beyond).map(most::add));
            }
        }
        return Option.none();
    }

    private static Option<BigDecimal> divided(BigDecimal missing, BigDecimal gain) {
        return gain.signum() > 0 ? Option.some(missing.divide(gain, MathContext.DECIMAL128)) : Option.none();
    }

    /** What the money of a position buys back before the account owes it; none where it cannot be owed. */
    private Option<BigDecimal> clearedByMoneyThere() {
        Asset give = exposure.pair().give();
        return exposure.onWant() && view.mostGive(account, give) == Long.MAX_VALUE
                ? Option.some(factor.divide(worth(give, Math.max(0, view.holding(account, give)))))
                : Option.none();
    }

    public long unitsDown(BigDecimal value) {
        return units(value, RoundingMode.DOWN);
    }

    public long unitsUp(BigDecimal value) {
        return units(value, RoundingMode.UP);
    }

    private long units(BigDecimal value, RoundingMode rounding) {
        Asset asset = counted();
        return value.movePointRight(asset.decimals())
                .divide(price(asset), 0, rounding)
                .min(BigDecimal.valueOf(exposure.units()))
                .longValueExact();
    }

    private Asset counted() {
        return exposure.onWant() ? exposure.pair().want() : exposure.pair().give();
    }

    private BigDecimal whole(long numeraire) {
        return BigDecimal.valueOf(numeraire, view.numeraire().decimals());
    }

    /** Value of so many units of the exposure. */
    public BigDecimal worth(long units) {
        return worth(counted(), units);
    }

    private BigDecimal worth(Asset asset, long units) {
        return price(asset).multiply(BigDecimal.valueOf(units, asset.decimals()));
    }

    /** An exposure is a pair of legs, and nothing is unsafe before each of them has a price. */
    private BigDecimal price(Asset asset) {
        return view.price(asset).map(Price::value).getOrElse(Decimal.ONE).toBigDecimal();
    }
}
