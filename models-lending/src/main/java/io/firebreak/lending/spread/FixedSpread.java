package io.firebreak.lending.spread;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Incline;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Part;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.StatesFee;
import io.firebreak.api.liquidation.StatesIncline;
import io.firebreak.api.liquidation.StatesPart;
import io.firebreak.api.liquidation.SybilNeutral;
import io.firebreak.api.liquidation.TakesFeeFirst;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.vavr.control.Either;

/**
 * Anyone may repay part of an unsafe exposure and take collateral at a bonus.
 *
 * <p>A taker that repays {@code r} receives {@code r · (1 + liquidationBonus)} worth of collateral at the oracle's price,
 * rounded against the taker. Of the bonus {@code protocolFee} is the venue's: the taker pays it in what it repays with, where
 * the source keeps it back in collateral of the same value.
 */
@About(
        value =
                "Anyone may repay part of an unsafe exposure and take collateral for it at the oracle price plus a bonus.",
        follows =
                "Aave v2, LendingPoolCollateralManager.sol; Aave v3.3 and v4, LiquidationLogic.sol; Compound v2, Comptroller.sol; Morpho Blue, Morpho.sol",
        simplifies =
                "one close factor and one bonus for all assets of the venue; the protocol's fee is paid by the taker in the debt asset")
public record FixedSpread(
        @Parameter(
                        value = "how much of the exposure one liquidation may take; a plain ratio: always that share",
                        preset = "50%",
                        source = "Aave v2: LIQUIDATION_CLOSE_FACTOR_PERCENT")
                CloseRule closeFactor,
        @Parameter(
                        value = "extra collateral per unit repaid; a plain ratio: always as much",
                        preset = "5%",
                        source = "Aave v2: WETH at launch, 2020-12")
                Bonus liquidationBonus,
        @Parameter(
                        value = "share of the bonus that is the venue's",
                        unit = "ratio",
                        preset = "0%",
                        min = "0",
                        max = "1",
                        source =
                                "Aave v2: none; Aave v3: liquidationProtocolFee, 10% to 20%; Compound v2: 2.8% of what is seized")
                Ratio protocolFee)
        implements LiquidationModel<Nothing>, StatesIncline, StatesPart, StatesFee, TakesFeeFirst, SybilNeutral {
    /** The same close factor and bonus for every account, and no fee. */
    public FixedSpread(Ratio closeFactor, Ratio liquidationBonus) {
        this(new CloseRule.Constant(closeFactor), new Bonus.Constant(liquidationBonus), Ratio.ZERO);
    }

    private Terms terms() {
        return new Terms(closeFactor, liquidationBonus, protocolFee, Ratio.ZERO);
    }

    @Override
    public Ratio bonus() {
        return liquidationBonus.most();
    }

    @Override
    public Ratio leastBonus() {
        return protocolFee.equals(Ratio.ZERO) ? liquidationBonus.lowest() : Ratio.ZERO;
    }

    @Override
    public Incline incline() {
        return liquidationBonus.incline();
    }

    @Override
    public Part part() {
        return closeFactor.stated();
    }

    @Override
    public Ratio feeOnDebt() {
        return Ratio.ZERO;
    }

    @Override
    public Ratio feeOnBonus() {
        return protocolFee;
    }

    @Override
    public Ratio penalty() {
        return terms().mostFee();
    }

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ruling<Nothing> rule(Nothing state, Docket docket) {
        return terms().rule(state, docket);
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        return terms().answer(state, call, view);
    }
}
