package io.firebreak.lending.spread;

import io.firebreak.api.liquidation.Part;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import java.math.BigDecimal;

/** How much of an unsafe exposure one liquidation may take. Records only. */
public interface CloseRule {
    /** The most, in base units of what the exposure counts. */
    long most(Loan loan);

    /** What it promises. */
    Part stated();

    /** Least value, in whole units of the numeraire, of either leg that a part may leave. */
    Decimal leastLeft();

    /** The same share of every exposure. */
    @About(value = "The same share of every exposure.", follows = "Aave v2; Compound v2: closeFactorMantissa")
    record Constant(
            @Parameter(
                            value = "share of the exposure",
                            unit = "ratio",
                            preset = "50%",
                            min = "0.0001",
                            max = "1",
                            source = "Aave v2: LIQUIDATION_CLOSE_FACTOR_PERCENT; Compound v2 mainnet")
                    Ratio share)
            implements CloseRule {
        @Override
        public long most(Loan loan) {
            return share.ofDown(loan.exposure().units());
        }

        @Override
        public Part stated() {
            return new Part.OfExposure(share);
        }

        @Override
        public Decimal leastLeft() {
            return Decimal.ZERO;
        }
    }

    /**
     * A share of all that the account owes, or an exposure as a whole where the account is too unsafe, or either leg too
     * small. Where such a part would leave dust, it is cut to what leaves none: Aave reverts, and names that amount.
     */
    @About(
            value =
                    "A share of all that the account owes; the whole exposure of one that is too unsafe or has a small leg.",
            follows = "Aave v3.3, LiquidationLogic.sol",
            simplifies = "what would leave dust at the close factor is cut to what leaves none, instead of refused")
    record ByHealthAndSize(
            @Parameter(
                            value = "share of all debts",
                            unit = "ratio",
                            preset = "50%",
                            min = "0.0001",
                            max = "1",
                            source = "Aave v3.3: DEFAULT_LIQUIDATION_CLOSE_FACTOR")
                    Ratio share,
            @Parameter(
                            value = "health factor at or below which the whole exposure may be taken",
                            unit = "ratio",
                            preset = "0.95",
                            min = "0",
                            max = "1",
                            source = "Aave v3: CLOSE_FACTOR_HF_THRESHOLD")
                    Ratio wholeAtHealth,
            @Parameter(
                            value = "value of either leg below which the whole exposure may be taken",
                            unit = "of the venue's numeraire",
                            preset = "2000",
                            min = "0",
                            source = "Aave v3.3: MIN_BASE_MAX_CLOSE_FACTOR_THRESHOLD")
                    Decimal wholeBelow,
            @Parameter(
                            value = "what is left of a leg is nothing, or worth so much",
                            unit = "of the venue's numeraire",
                            preset = "1000",
                            min = "0",
                            source = "Aave v3.3: MIN_LEFTOVER_BASE")
                    Decimal leastLeft)
            implements CloseRule {
        @Override
        public long most(Loan loan) {
            BigDecimal small = wholeBelow.toBigDecimal();
            boolean whole = loan.debt().compareTo(small) < 0
                    || loan.collateral().compareTo(small) < 0
                    || !loan.isHealthierThan(wholeAtHealth);
            BigDecimal part = loan.allDebt().multiply(share.value().toBigDecimal());
            if (whole || part.compareTo(loan.debt()) >= 0) {
                return loan.exposure().units();
            }
            if (loan.leavesLess(part, leastLeft)) {
                long leaving = loan.unitsDown(loan.clearedLeaving(leastLeft));
                return leaving > 0 ? leaving : loan.exposure().units();
            }
            return loan.unitsDown(part);
        }

        @Override
        public Part stated() {
            return new Part.OfDebts(share, wholeAtHealth, wholeBelow, leastLeft);
        }
    }

    /**
     * As much as brings the account to a target health: {@code (target · debts − assets) ÷ (target · w − LT · (1 + bonus))},
     * where assets and debts are weighted, w is the weight of the debt and LT that of the collateral. All of it where no part
     * does, where the margin model states no weights, and where the part would leave dust.
     */
    @About(
            value = "As much as brings the account to a target health.",
            follows = "Aave v4, LiquidationLogic.sol; Euler v1, Liquidation.sol: TARGET_HEALTH")
    record ToTargetHealth(
            @Parameter(
                            value = "health factor that a liquidation may lead back to",
                            unit = "ratio",
                            preset = "1.05",
                            min = "1",
                            max = "10",
                            source = "Aave v4: targetHealthFactor")
                    Ratio target,
            @Parameter(
                            value = "what is left of a leg is nothing, or worth so much",
                            unit = "of the venue's numeraire",
                            preset = "1000",
                            min = "0",
                            source = "Aave v4: DUST_LIQUIDATION_THRESHOLD")
                    Decimal leastLeft)
            implements CloseRule {
        @Override
        public long most(Loan loan) {
            BigDecimal part = loan.clearedToReach(target).getOrElse(loan.debt());
            return part.compareTo(loan.debt()) >= 0 || loan.leavesLess(part, leastLeft)
                    ? loan.exposure().units()
                    : Math.min(loan.exposure().units(), loan.unitsUp(part));
        }

        @Override
        public Part stated() {
            return new Part.ToHealth(target, leastLeft);
        }
    }
}
