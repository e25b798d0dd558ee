package io.firebreak.testkit.shrink;

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
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Liquidation models with one fault each. */
final class Faulty {
    private static final Limit HALF = Limit.ofExposure(Ratio.of("0.5"));
    private static final Ask BONUS = new Ask.OverOracle(Ratio.of("0.05"));

    private Faulty() {}

    private static <S> Ruling<S> offered(S state, Docket docket) {
        return docket.unsafe().foldLeft(Ruling.of(state), (ruling, account) -> ruling.offer(account, HALF, BONUS));
    }

    /** Hands over a tenth more than it offers: rule 304. */
    record Generous() implements LiquidationModel<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            return offered(state, docket);
        }

        @Override
        public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
            if (!(call instanceof Call.Bid bid)) {
                return Ruling.refuse(Reason.NOT_OFFERED, "send a bid");
            }
            return Ruling.fillAtAsk(state, bid).map(honest -> {
                Order.Fill fill = (Order.Fill) honest.orders().head();
                long give = bid.offer().mostGive() + bid.offer().mostGive() / 10;
                return Ruling.of(state)
                        .then(new Order.Fill(
                                fill.target(),
                                fill.taker(),
                                fill.payer(),
                                new Parcel(fill.give().asset(), give),
                                fill.want(),
                                0));
            });
        }
    }

    /** Takes from accounts that are healthy again: rule 105. */
    record Vindictive() implements LiquidationModel<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            for (AccountId account : docket.cured()) {
                for (Pair pair : docket.view().exposure(account).map(each -> each.pair())) {
                    long held = docket.view().holding(account, pair.give());
                    return Ruling.of(state)
                            .then(new Order.Seize(
                                    account, docket.view().freshLot(0), Vector.of(new Parcel(pair.give(), held))));
                }
            }
            return Ruling.of(state);
        }

        @Override
        public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
            return Ruling.refuse(Reason.NOT_OFFERED, "wait");
        }
    }

    /** Seizes and never sells: rule 401. */
    record Sleepy() implements LiquidationModel<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            return docket.unsafe()
                    .foldLeft(Ruling.of(state), (ruling, account) -> ruling.invite(account, Invitation.Step.KICK, 0));
        }

        @Override
        public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
            return view.exposure(call.target())
                    .filter(exposure -> call instanceof Call.Kick)
                    .map(exposure -> exposure.pair())
                    .filter(pair -> view.holding(call.target(), pair.give()) > 0)
                    .map(pair -> Ruling.of(state)
                            .then(new Order.Seize(
                                    call.target(),
                                    view.freshLot(0),
                                    Vector.of(
                                            new Parcel(pair.give(), view.holding(call.target(), pair.give())),
                                            new Parcel(pair.want(), view.holding(call.target(), pair.want()))))))
                    .<Either<Rejection, Ruling<Nothing>>>map(Either::right)
                    .getOrElse(() -> Ruling.refuse(Reason.NOT_OFFERED, "kick an unsafe account"));
        }
    }

    /** Throws when a second taker comes: rule 113, and not before somebody else than the last taker has bid. */
    record Jealous() implements LiquidationModel<Jealous.First> {
        record First(Option<AccountId> taker) {}

        @Override
        public First initial() {
            return new First(Option.none());
        }

        @Override
        public Ruling<First> rule(First state, Docket docket) {
            return offered(state, docket);
        }

        @Override
        public Either<Rejection, Ruling<First>> answer(First state, Call call, MarginView view) {
            if (!(call instanceof Call.Bid bid)) {
                return Ruling.refuse(Reason.NOT_OFFERED, "send a bid");
            }
            if (state.taker().exists(first -> !first.equals(bid.caller()))) {
                throw new IllegalStateException("somebody else is here");
            }
            return Ruling.fillAtAsk(new First(Option.some(bid.caller())), bid);
        }
    }
}
