package io.firebreak.testkit.reference;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.StatesBonus;
import io.firebreak.api.liquidation.StatesCloseFactor;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.vavr.control.Either;

/** Lets anyone take part of an unsafe exposure at the oracle's price plus a bonus, and all of one that is small. */
@About(
        value = "Anyone may take part of an unsafe exposure at the oracle price plus a bonus, and all of a small one.",
        follows = "Aave v3.3, LiquidationLogic.sol",
        simplifies = "the close factor does not depend on how unsafe an account is")
public record ReferenceSpread(
        @Parameter(
                        value = "share of the exposure that one liquidation may take",
                        unit = "ratio",
                        preset = "50%",
                        min = "0.0001",
                        max = "1")
                Ratio closeFactor,
        @Parameter(
                        value = "what a taker receives above what it hands over",
                        unit = "ratio",
                        preset = "5%",
                        min = "0",
                        max = "1")
                Ratio liquidationBonus,
        @Parameter(
                        value = "an account that owes less is open as a whole",
                        unit = "of the venue's numeraire",
                        preset = "2000",
                        min = "0")
                Decimal smallBelow)
        implements LiquidationModel<Nothing>, StatesBonus, StatesCloseFactor {
    @Override
    public Ratio bonus() {
        return liquidationBonus;
    }

    @Override
    public Ratio leastBonus() {
        return liquidationBonus;
    }

    @Override
    public Ratio leastPart() {
        return closeFactor;
    }

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ruling<Nothing> rule(Nothing state, Docket docket) {
        MarginView view = docket.view();
        long small = view.numeraire().unitsDown(smallBelow);
        Ruling<Nothing> ruling = Ruling.of(state);
        for (AccountId account : docket.unsafe()) {
            boolean whole = view.health(account, Requirement.MAINTENANCE).debts() < small;
            Limit limit = whole ? Limit.whole() : Limit.ofExposure(closeFactor);
            ruling = ruling.offer(account, limit, new Ask.OverOracle(liquidationBonus));
        }
        return ruling;
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        return call instanceof Call.Bid bid
                ? Ruling.fillAtAsk(state, bid)
                : Ruling.refuse(Reason.NOT_OFFERED, "unsafe accounts are open to bids at once: send a bid");
    }
}
