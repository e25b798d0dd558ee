package io.firebreak.lending.english;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.BOB;
import static io.firebreak.lending.FakeVenueView.CAT;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.FakeVenueView.units;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.lending.FakeVenueView;
import io.vavr.control.Either;

/** An English auction on a small venue with three rich bidders: what is ruled is carried out. */
final class Session {
    final FakeVenueView view = new FakeVenueView();
    final EnglishAuction model;
    Auctions state = Auctions.NONE;

    Session(EnglishAuction model) {
        this.model = model;
        view.give(ALI, DAI, units("1000000")).give(BOB, DAI, units("1000000")).give(CAT, DAI, units("1000000"));
    }

    /** Whether the call was accepted. */
    boolean ask(Call call) {
        Either<Rejection, Ruling<Auctions>> answer = model.answer(state, call, view);
        answer.forEach(this::accept);
        return answer.isRight();
    }

    /** Lets the model rule, as the engine does at the beginning of a block. */
    void rule(AccountId... unsafe) {
        accept(model.rule(state, view.docket(unsafe)));
    }

    private void accept(Ruling<Auctions> ruling) {
        state = ruling.state();
        view.carryOut(ruling.orders());
    }

    /** Kicks a vault of that size as a whole. */
    AccountId start(long collateral, long debt) {
        view.loan(VAULT, collateral, debt);
        AccountId lot = view.freshLot(0);
        if (!ask(new Call.Kick(CAT, VAULT))) {
            throw new AssertionError("the kick was refused");
        }
        return lot;
    }
}
