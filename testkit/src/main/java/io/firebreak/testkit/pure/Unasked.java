package io.firebreak.testkit.pure;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Seller;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.margin.MarginView;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the engine never asks a mechanism, beside something that it does ask: to do what nobody was invited to, on targets on
 * which nothing stands; to wake up for nothing; to bear what is missing of any asset.
 */
final class Unasked {
    private static final int TARGETS = 6;

    private Unasked() {}

    /** Such questions, each with the words in which it is told. */
    record Question(String words, Supplier<Object> ask) {}

    /**
     * Questions beside one that a mechanism was asked with these arguments, its state first.
     *
     * @param bids that were made before, on what may no longer be on offer
     */
    @SuppressWarnings("unchecked")
    static Seq<Question> beside(Object mechanism, Object[] arguments, Map<Integer, Call.Bid> bids) {
        if (mechanism instanceof Seller<?> seller && arguments.length == 2 && arguments[1] instanceof Docket docket) {
            return woken((Seller<Object>) seller, arguments[0], docket)
                    .appendAll(List.ofAll(bids.values())
                            .map(bid -> question((Seller<Object>) seller, arguments[0], bid, docket.view())));
        }
        if (arguments.length == 3 && arguments[2] instanceof MarginView view) {
            if (mechanism instanceof Seller<?> seller && arguments[1] instanceof Call call) {
                return called((Seller<Object>) seller, arguments[0], call, view);
            }
            if (mechanism instanceof LossModel<?> layer && arguments[1] instanceof Shortfall shortfall) {
                return missing((LossModel<Object>) layer, arguments[0], shortfall, view);
            }
        }
        return List.empty();
    }

    /** Any step on any target, though nobody was invited, and timers that ring for nobody. */
    private static Seq<Question> woken(Seller<Object> seller, Object state, Docket docket) {
        MarginView view = docket.view();
        Set<AccountId> targets = LinkedHashSet.ofAll(docket.unsafe())
                .addAll(docket.cured())
                .addAll(docket.due())
                .addAll(view.lots())
                .addAll(view.debtors())
                .add(view.freshLot(0));
        return targets.toList()
                .take(TARGETS)
                .flatMap(target -> steps(seller, state, view.outside(), target, view))
                .prepend(new Question(
                        "rule, for no reason",
                        () -> seller.rule(state, new Docket(List.empty(), List.empty(), List.empty(), view))))
                .prepend(new Question(
                        "rule, for timers that nobody set",
                        () -> seller.rule(state, new Docket(List.empty(), List.empty(), view.lots(), view))));
    }

    private static Seq<Question> steps(
            Seller<Object> seller, Object state, AccountId caller, AccountId target, MarginView view) {
        return List.of(new Call.Kick(caller, target), new Call.Settle(caller, target), new Call.Restart(caller, target))
                .map(call -> question(seller, state, call, view));
    }

    private static Question question(Seller<Object> seller, Object state, Call call, MarginView view) {
        return new Question("answer to " + call, () -> seller.answer(state, call, view));
    }

    /** The other steps on the same target, and the same bid elsewhere and for more or less. */
    private static Seq<Question> called(Seller<Object> seller, Object state, Call call, MarginView view) {
        Seq<Question> steps = steps(seller, state, call.caller(), call.target(), view);
        if (!(call instanceof Call.Bid bid)) {
            return steps;
        }
        return steps.appendAll(List.of(
                        new Call.Bid(bid.caller(), view.freshLot(0), bid.offer(), bid.pay(), bid.receive()),
                        new Call.Bid(bid.caller(), bid.target(), bid.offer(), 1, bid.receive()),
                        new Call.Bid(bid.caller(), bid.target(), bid.offer(), bid.pay(), 0),
                        new Call.Bid(bid.caller(), bid.target(), bid.offer(), bid.pay(), Long.MAX_VALUE),
                        new Call.Bid(bid.caller(), bid.target(), bid.offer(), Long.MAX_VALUE, bid.receive()))
                .map(other -> question(seller, state, other, view)));
    }

    /** The same amount of each asset that may be owed. */
    private static Seq<Question> missing(LossModel<Object> layer, Object state, Shortfall shortfall, MarginView view) {
        return view.assets().map(asset -> {
            Shortfall other = new Shortfall(
                    new Parcel(asset, shortfall.missing().units()), shortfall.account(), shortfall.estates());
            return new Question("bear " + other, () -> layer.bear(state, other, view));
        });
    }
}
