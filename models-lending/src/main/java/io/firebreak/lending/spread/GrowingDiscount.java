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
 * Anyone may repay part of an unsafe exposure and take collateral at a discount that grows with how unsafe the account is:
 * {@code min(mostDiscount, baseDiscount + 1 − health)}. The discount is looked at when the bid arrives, so that a fall through
 * several prices, or interest, raises it while nobody bids.
 *
 * <p>Euler v2 is {@code base-discount: 0%, close-factor: 100%, reserves-fee: 0%}.
 */
@About(
        value =
                "Anyone may repay part of an unsafe exposure and take collateral at a discount that grows with how unsafe it is.",
        follows = "Euler v1, Liquidation.sol; Euler v2, euler-vault-kit, Liquidation.sol",
        simplifies =
                "no booster for takers that supplied before; takers pay in the debt asset instead of taking the debt over; an account exactly at its threshold is safe")
public record GrowingDiscount(
        @Parameter(
                        value = "discount on an account that has just become unsafe",
                        unit = "ratio",
                        preset = "2%",
                        min = "0",
                        max = "0.5",
                        source = "Euler v1: UNDERLYING_RESERVES_FEE; Euler v2: 0")
                Ratio baseDiscount,
        @Parameter(
                        value = "greatest discount",
                        unit = "ratio",
                        preset = "20%",
                        min = "0",
                        max = "0.9",
                        source = "Euler v1: MAXIMUM_DISCOUNT; Euler v2: MAXIMUM_LIQUIDATION_DISCOUNT")
                Ratio mostDiscount,
        @Parameter(
                        value = "how much of the exposure one liquidation may take; a plain ratio: always that share",
                        preset = "{ to-target-health: { target: 1.25, least-left: 0 } }",
                        source = "Euler v1: TARGET_HEALTH; Euler v2: 100%")
                CloseRule closeFactor,
        @Parameter(
                        value = "what a taker pays to the venue besides, as a share of what it repays",
                        unit = "ratio",
                        preset = "2%",
                        min = "0",
                        max = "1",
                        source = "Euler v1: UNDERLYING_RESERVES_FEE; Euler v2: 0")
                Ratio reservesFee)
        implements LiquidationModel<Nothing>, StatesIncline, StatesPart, StatesFee, TakesFeeFirst, SybilNeutral {
    private Terms terms() {
        return new Terms(closeFactor, new Discount(baseDiscount, mostDiscount), Ratio.ZERO, reservesFee);
    }

    @Override
    public Ratio bonus() {
        return terms().bonus().most();
    }

    @Override
    public Ratio leastBonus() {
        return reservesFee.equals(Ratio.ZERO) ? terms().bonus().lowest() : Ratio.ZERO;
    }

    @Override
    public Incline incline() {
        return terms().bonus().incline();
    }

    @Override
    public Part part() {
        return closeFactor.stated();
    }

    @Override
    public Ratio feeOnDebt() {
        return reservesFee;
    }

    @Override
    public Ratio feeOnBonus() {
        return Ratio.ZERO;
    }

    @Override
    public Ratio penalty() {
        return reservesFee;
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
