package io.firebreak.lending.spread;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.StatesBonus;
import io.firebreak.api.liquidation.SybilNeutral;
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
 * rounded against the taker.
 */
@About(
        value =
                "Anyone may repay part of an unsafe exposure and take collateral for it at the oracle price plus a bonus.",
        follows = "Aave v2, LendingPoolCollateralManager.sol",
        simplifies = "one close factor and one bonus for all assets of the venue")
public record FixedSpread(
        @Parameter(
                        value = "share of the exposure that one liquidation may take",
                        unit = "ratio",
                        preset = "50%",
                        min = "0.0001",
                        max = "1",
                        source = "Aave v2: LIQUIDATION_CLOSE_FACTOR_PERCENT")
                Ratio closeFactor,
        @Parameter(
                        value = "extra collateral per unit repaid",
                        unit = "ratio",
                        preset = "5%",
                        min = "0",
                        max = "1",
                        source = "Aave v2: WETH at launch, 2020-12")
                Ratio liquidationBonus)
        implements LiquidationModel<Nothing>, StatesBonus, SybilNeutral {
    @Override
    public Ratio bonus() {
        return liquidationBonus;
    }

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ruling<Nothing> rule(Nothing state, Docket docket) {
        Limit limit = Limit.ofExposure(closeFactor);
        Ask ask = new Ask.OverOracle(liquidationBonus);
        return docket.unsafe().foldLeft(Ruling.of(state), (ruling, account) -> ruling.offer(account, limit, ask));
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        return call instanceof Call.Bid bid
                ? Ruling.fillAtAsk(state, bid)
                : Ruling.refuse(Reason.NOT_OFFERED, "unsafe accounts are open to bids at once: send a bid");
    }
}
