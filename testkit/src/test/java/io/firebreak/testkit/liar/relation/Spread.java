package io.firebreak.testkit.liar.relation;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.vavr.control.Either;

/** Sells half of each exposure at a bonus: honest but for what its liars make of its parts. */
public interface Spread<S> extends LiquidationModel<S> {
    Ratio SMALL = Ratio.of("0.05");
    Ratio LARGE = Ratio.of("0.06");

    /** What a taker gets on top. */
    default Ratio bonus(AccountId account, Docket docket) {
        return SMALL;
    }

    /** The state after a ruling. */
    default S next(S state) {
        return state;
    }

    @Override
    default Ruling<S> rule(S state, Docket docket) {
        Ruling<S> ruling = Ruling.of(next(state));
        for (AccountId account : docket.unsafe()) {
            ruling = ruling.offer(
                    account, Limit.ofExposure(Ratio.of("0.5")), new Ask.OverOracle(bonus(account, docket)));
        }
        return ruling;
    }

    @Override
    default Either<Rejection, Ruling<S>> answer(S state, Call call, MarginView view) {
        return call instanceof Call.Bid bid
                ? Ruling.fillAtAsk(state, bid)
                : Ruling.refuse(Reason.NOT_OFFERED, "send a bid");
    }
}
