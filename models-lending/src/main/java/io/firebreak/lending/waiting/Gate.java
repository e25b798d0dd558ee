package io.firebreak.lending.waiting;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.Wraps;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/**
 * A liquidation model that hands unsafe accounts on to another when it lets them through. Until then nothing stands on them,
 * and nobody can take anything; one that is cured begins anew.
 */
interface Gate extends LiquidationModel<Gate.Waiting>, Wraps {
    /** To whom accounts are handed. */
    LiquidationModel<?> then();

    @Override
    default LiquidationModel<?> wrapped() {
        return then();
    }

    /** Whether an account passes now. */
    boolean lets(AccountId account, Wait wait, MarginView view);

    /**
     * An account that waits, or has passed.
     *
     * @param sinceMillis when it was first seen unsafe
     * @param askedMillis when it was last asked whether it passes
     */
    record Wait(long sinceMillis, long askedMillis, boolean passed) {}

    /**
     * Who waits, and the state of the model behind.
     *
     * @param accounts unsafe ones
     */
    record Waiting(Object behind, TreeMap<AccountId, Wait> accounts) {}

    @Override
    default Waiting initial() {
        return new Waiting(behind().initial(), TreeMap.empty());
    }

    /** Its state is what it returned itself, whatever that is. */
    @SuppressWarnings("unchecked")
    private LiquidationModel<Object> behind() {
        return (LiquidationModel<Object>) then();
    }

    @Override
    default Ruling<Waiting> rule(Waiting state, Docket docket) {
        long now = docket.view().block().timeMillis();
        TreeMap<AccountId, Wait> accounts = state.accounts().removeAll(docket.cured());
        Seq<AccountId> through = Vector.empty();
        for (AccountId account : docket.unsafe()) {
            Wait wait = accounts.get(account).getOrElse(new Wait(now, now, false));
            boolean passes = wait.passed() || lets(account, wait, docket.view());
            accounts = accounts.put(account, new Wait(wait.sinceMillis(), now, passes));
            through = passes ? through.append(account) : through;
        }
        TreeMap<AccountId, Wait> next = accounts;
        return wrapped(
                behind().rule(state.behind(), new Docket(through, docket.cured(), docket.due(), docket.view())), next);
    }

    @Override
    default Either<Rejection, Ruling<Waiting>> answer(Waiting state, Call call, MarginView view) {
        boolean waits = view.owner(call.target()).equals(call.target())
                && !state.accounts().get(call.target()).exists(Wait::passed);
        return waits
                ? Ruling.refuse(Reason.NOT_DUE, "the account may still be repaid")
                : behind().answer(state.behind(), call, view).map(ruling -> wrapped(ruling, state.accounts()));
    }

    private static Ruling<Waiting> wrapped(Ruling<Object> ruling, TreeMap<AccountId, Wait> accounts) {
        return ruling.withState(new Waiting(ruling.state(), accounts));
    }
}
