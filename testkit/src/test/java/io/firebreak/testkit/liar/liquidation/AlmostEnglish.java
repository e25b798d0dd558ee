package io.firebreak.testkit.liar.liquidation;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.MarginView;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Sells lots of loans to the best bidder of ten minutes, honest but for what a liar overrides. */
interface AlmostEnglish extends LiquidationModel<TreeMap<AccountId, AlmostEnglish.Best>> {
    long TEN_MINUTES = 600_000;

    /** The best bid so far. */
    record Best(Pair pair, Option<AccountId> leader, long paid) {}

    /** The least that the next bid must pay. */
    default long least(Best best) {
        return best.paid() + 1;
    }

    /** The least that it says the next bid must pay. */
    default long asked(Best best) {
        return least(best);
    }

    /** What of a lot the best bidder is to receive. */
    default long gives(long held) {
        return held;
    }

    /** Gives the outbid their money back. */
    default Ruling<TreeMap<AccountId, Best>> refund(Ruling<TreeMap<AccountId, Best>> ruling, Best outbid) {
        return outbid.leader().isEmpty()
                ? ruling
                : ruling.pay(outbid.leader().get(), outbid.pair().want(), outbid.paid());
    }

    /** Who receives the lot. */
    default AccountId winner(Best best, AccountId caller) {
        return best.leader().getOrElse(caller);
    }

    @Override
    default TreeMap<AccountId, Best> initial() {
        return TreeMap.empty();
    }

    @Override
    default Ruling<TreeMap<AccountId, Best>> rule(TreeMap<AccountId, Best> state, Docket docket) {
        Ruling<TreeMap<AccountId, Best>> ruling = Ruling.of(state);
        for (AccountId account : docket.unsafe()) {
            ruling = ruling.invite(account, Invitation.Step.KICK, 0);
        }
        for (AccountId lot : docket.due().filter(state::containsKey)) {
            ruling = ruling.withdraw(lot).invite(lot, Invitation.Step.SETTLE, 0);
        }
        return ruling;
    }

    @Override
    default Either<Rejection, Ruling<TreeMap<AccountId, Best>>> answer(
            TreeMap<AccountId, Best> state, Call call, MarginView view) {
        if (call instanceof Call.Kick kick) {
            Option<Exposure> exposure = view.exposure(kick.target()).filter(Exposure::onWant);
            AccountId lot = view.freshLot(0);
            return exposure.isEmpty()
                    ? Ruling.refuse(Reason.NOT_UNSAFE, "nothing to sell")
                    : Either.right(offer(
                            Ruling.of(state).then(new Order.Seize(kick.target(), lot, view.holdings(kick.target()))),
                            lot,
                            new Best(exposure.get().pair(), Option.none(), 0),
                            view.holding(kick.target(), exposure.get().pair().give()),
                            -view.holding(kick.target(), exposure.get().pair().want()),
                            view));
        }
        Option<Best> best = state.get(call.target());
        if (best.isEmpty()) {
            return Ruling.refuse(Reason.NOT_THERE, "no auction of this lot");
        }
        Pair pair = best.get().pair();
        long held = view.holding(call.target(), pair.give());
        long owed = Math.max(0, -view.holding(call.target(), pair.want()));
        if (call instanceof Call.Bid bid) {
            long least = least(best.get());
            return bid.pay() < least
                            || bid.pay() > ((Ask.BestBid) bid.offer().ask()).most()
                            || bid.receive() != gives(held)
                    ? Ruling.refuse(Reason.PRICE, "too little")
                    : Either.right(offer(
                            refund(Ruling.of(state), best.get())
                                    .then(new Order.Lock(bid.caller(), new Parcel(pair.want(), bid.pay()))),
                            bid.target(),
                            new Best(pair, Option.some(bid.caller()), bid.pay()),
                            held,
                            owed,
                            view));
        }
        if (!(call instanceof Call.Settle)) {
            return Ruling.refuse(Reason.NOT_OFFERED, "bid or settle");
        }
        AccountId winner = winner(best.get(), call.caller());
        Order fill = new Order.Fill(
                call.target(),
                winner,
                view.self(),
                new Parcel(pair.give(), gives(held)),
                new Parcel(pair.want(), best.get().paid()),
                Math.max(0, best.get().paid() - owed));
        Ruling<TreeMap<AccountId, Best>> ended = Ruling.of(state.remove(call.target()));
        return Either.right(
                (best.get().leader().isEmpty() ? ended : ended.then(fill)).then(new Order.Close(call.target())));
    }

    private Ruling<TreeMap<AccountId, Best>> offer(
            Ruling<TreeMap<AccountId, Best>> ruling, AccountId lot, Best best, long held, long owed, MarginView view) {
        Ask ask = new Ask.BestBid(asked(best), Math.max(owed, asked(best)), gives(held), best.leader());
        return ruling.withState(ruling.state().put(lot, best))
                .offer(lot, best.pair(), Limit.whole(), ask)
                .wakeAt(lot, view.block().timeMillis() + TEN_MINUTES);
    }
}
