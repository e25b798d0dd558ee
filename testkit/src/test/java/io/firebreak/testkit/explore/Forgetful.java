package io.firebreak.testkit.explore;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.MarginView;
import io.firebreak.testkit.reference.ReferenceAuction;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * An honest auction with one fault that needs four actions in an order: somebody kicks, another one takes a part of the lot
 * and restarts the auction, and the first one settles it. Then it throws: rule 113.
 */
record Forgetful(ReferenceAuction honest) implements LiquidationModel<Forgetful.Memory> {
    /** Who kicked last, who took a part right before, and who restarted right after taking. */
    record Memory(
            TreeMap<AccountId, ReferenceAuction.Sale> sales,
            Option<AccountId> kicker,
            Option<AccountId> taker,
            Option<AccountId> restarter) {}

    @Override
    public Memory initial() {
        return new Memory(honest.initial(), Option.none(), Option.none(), Option.none());
    }

    @Override
    public Ruling<Memory> rule(Memory state, Docket docket) {
        Ruling<TreeMap<AccountId, ReferenceAuction.Sale>> ruling = honest.rule(state.sales(), docket);
        return ruling.withState(new Memory(ruling.state(), state.kicker(), state.taker(), state.restarter()));
    }

    @Override
    public Either<Rejection, Ruling<Memory>> answer(Memory state, Call call, MarginView view) {
        boolean kicked = state.kicker().contains(call.caller());
        if (call instanceof Call.Settle && kicked && state.restarter().isDefined()) {
            throw new IllegalStateException("who restarted it?");
        }
        if (call instanceof Call.Restart && !kicked && state.taker().contains(call.caller())) {
            Memory restarted = new Memory(state.sales(), state.kicker(), Option.none(), state.taker());
            return Either.right(Ruling.of(restarted).invite(call.target(), Invitation.Step.SETTLE, 0));
        }
        return honest.answer(state.sales(), call, view).map(ruling -> after(state, call, ruling));
    }

    private static Ruling<Memory> after(
            Memory state, Call call, Ruling<TreeMap<AccountId, ReferenceAuction.Sale>> ruling) {
        boolean isPart = call instanceof Call.Bid && ruling.state().containsKey(call.target());
        Option<AccountId> kicker = call instanceof Call.Kick ? Option.some(call.caller()) : state.kicker();
        Ruling<Memory> next =
                ruling.withState(new Memory(ruling.state(), kicker, Option.when(isPart, call.caller()), Option.none()));
        return isPart ? next.invite(call.target(), Invitation.Step.RESTART, 0) : next;
    }
}
