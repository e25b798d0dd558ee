package io.firebreak.lending.spread;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Incline;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a taker receives for each unit that it clears. Records only. */
public interface Bonus {
    /** The liquidation factor on an account now. */
    Factor factor(AccountId account, MarginView view);

    /** What it is at every health. */
    default Incline incline() {
        return Incline.level(most());
    }

    /** The greatest bonus there can be: 0.05 for a factor of 1.05. */
    Ratio most();

    /** The least bonus there can be. */
    Ratio lowest();

    /** Whether the factor depends on the account, and so may change while prices stand still. */
    default boolean dependsOnAccount() {
        return true;
    }

    /** {@code assets ÷ debts} of an account, rounded down to 18 digits behind the point. */
    static BigDecimal health(AccountId account, MarginView view) {
        Health health = view.health(account, Requirement.MAINTENANCE);
        return health.debts() == 0
                ? BigDecimal.ONE
                : BigDecimal.valueOf(health.assets()).divide(BigDecimal.valueOf(health.debts()), 18, RoundingMode.DOWN);
    }

    /** The same on every account. */
    @About(
            value = "The same bonus on every account.",
            follows = "Aave v2; Compound v2: liquidationIncentiveMantissa − 1")
    record Constant(
            @Parameter(
                            value = "extra collateral per unit cleared",
                            unit = "ratio",
                            preset = "5%",
                            min = "0",
                            max = "1",
                            source = "Aave v2: WETH at launch, 2020-12; Compound v2 mainnet: 8%")
                    Ratio share)
            implements Bonus {
        @Override
        public Factor factor(AccountId account, MarginView view) {
            return Factor.of(share.onePlus());
        }

        @Override
        public Ratio most() {
            return share;
        }

        @Override
        public Ratio lowest() {
            return share;
        }

        @Override
        public boolean dependsOnAccount() {
            return false;
        }
    }

    /** A factor that follows from the loan-to-value limit: {@code min(1 + ceiling, 1 ÷ (1 − cursor · (1 − lltv)))}. */
    @About(
            value = "A bonus that is the smaller, the more may be borrowed against the collateral.",
            follows = "Morpho Blue, Morpho.sol: _liquidationIncentiveFactor")
    record ByLltv(
            @Parameter(
                            value = "debt ÷ collateral above which the market liquidates",
                            unit = "ratio",
                            preset = "86%",
                            min = "0",
                            max = "1",
                            source = "Morpho Blue mainnet: wstETH/USDC")
                    Ratio lltv,
            @Parameter(
                            value = "how fast the bonus falls with the limit",
                            unit = "ratio",
                            preset = "30%",
                            min = "0",
                            max = "0.999",
                            source = "Morpho Blue, ConstantsLib.sol: LIQUIDATION_CURSOR")
                    Ratio cursor,
            @Parameter(
                            value = "greatest bonus",
                            unit = "ratio",
                            preset = "15%",
                            min = "0",
                            max = "1",
                            source = "Morpho Blue, ConstantsLib.sol: MAX_LIQUIDATION_INCENTIVE_FACTOR")
                    Ratio ceiling)
            implements Bonus {
        @Override
        public Factor factor(AccountId account, MarginView view) {
            return Factor.of(most().onePlus());
        }

        /** The bonus of this market, with the 18 digits of its source. */
        @Override
        public Ratio most() {
            BigDecimal kept = BigDecimal.ONE.subtract(cursor.value()
                    .toBigDecimal()
                    .multiply(BigDecimal.ONE.subtract(lltv.value().toBigDecimal()))
                    .setScale(18, RoundingMode.DOWN));
            BigDecimal factor = BigDecimal.ONE.divide(kept, 18, RoundingMode.DOWN);
            return new Ratio(Decimal.of(
                    factor.subtract(BigDecimal.ONE).min(ceiling.value().toBigDecimal())));
        }

        @Override
        public Ratio lowest() {
            return most();
        }

        @Override
        public boolean dependsOnAccount() {
            return false;
        }
    }

    /**
     * A bonus that rises on a straight line from its least just below the threshold to its greatest at a stated health:
     * {@code least + (most − least) · (1 − health) ÷ (1 − mostAt)}.
     */
    @About(
            value = "A bonus that rises on a straight line with how unsafe the account is.",
            follows = "Aave v4, LiquidationLogic.sol: calculateLiquidationBonus")
    record ByHealth(
            @Parameter(
                            value = "greatest bonus",
                            unit = "ratio",
                            preset = "10%",
                            min = "0",
                            max = "1",
                            source = "Aave v4: maxLiquidationBonus, one for each collateral")
                    Ratio most,
            @Parameter(
                            value = "least bonus, as a share of the greatest",
                            unit = "ratio",
                            preset = "50%",
                            min = "0",
                            max = "1",
                            source = "Aave v4: liquidationBonusFactor")
                    Ratio least,
            @Parameter(
                            value = "health factor at or below which the bonus is greatest",
                            unit = "ratio",
                            preset = "0.9",
                            min = "0",
                            max = "0.999",
                            source = "Aave v4: healthFactorForMaxBonus")
                    Ratio mostAt)
            implements Bonus {
        @Override
        public Ratio lowest() {
            return new Ratio(most.value().timesDown(least.value()));
        }

        @Override
        public Incline incline() {
            return new Incline(lowest(), most, mostAt, false);
        }

        @Override
        public Factor factor(AccountId account, MarginView view) {
            BigDecimal worst = mostAt.value().toBigDecimal();
            BigDecimal health = health(account, view).max(worst).min(BigDecimal.ONE);
            BigDecimal greatest = most.value().toBigDecimal();
            BigDecimal smallest = greatest.multiply(least.value().toBigDecimal());
            BigDecimal rise = greatest.subtract(smallest)
                    .multiply(BigDecimal.ONE.subtract(health))
                    .divide(BigDecimal.ONE.subtract(worst), 18, RoundingMode.DOWN);
            return new Factor(BigDecimal.ONE.add(smallest).add(rise), BigDecimal.ONE);
        }
    }
}
