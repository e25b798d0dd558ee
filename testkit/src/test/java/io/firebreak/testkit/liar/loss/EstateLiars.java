package io.firebreak.testkit.liar.loss;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.Seller;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.SharesOut;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.loss.StatesTarget;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.Nothing;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Liars among loss layers that take what was forfeited over, and what forfeits it. */
public final class EstateLiars {
    private EstateLiars() {}

    /** Tells no lie: whoever is unsafe forfeits all to the venue as soon as somebody says so. */
    public record Forfeits() implements LiquidationModel<Nothing> {
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
            AccountId lot = view.freshLot(0);
            return Either.right(Ruling.of(state)
                    .withdraw(call.target())
                    .then(new Order.Seize(call.target(), lot, view.holdings(call.target())))
                    .then(new Order.Forfeit(lot)));
        }
    }

    /** Pays from the treasury, and leaves estates alone but for what a liar does with them. */
    interface AlmostHeir extends LossModel<Nothing> {
        @Override
        default Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        default Purse paysFrom() {
            return Purse.TREASURY;
        }

        @Override
        default Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
            Bearing<Nothing> paid = Bearing.paying(
                    state,
                    shortfall,
                    view.balance(view.treasury(), shortfall.missing().asset()));
            return shortfall.estates().foldLeft(paid, this::heir);
        }

        /** What becomes of an estate. */
        default Bearing<Nothing> heir(Bearing<Nothing> paid, AccountId estate) {
            return paid;
        }
    }

    /** Sells, or so it seems, and lets estates fall to the treasury unsold. */
    public record ClosesWhatItCouldSell() implements AlmostHeir, Seller<Nothing> {
        @Override
        public Nothing initial() {
            return AlmostHeir.super.initial();
        }

        @Override
        public Bearing<Nothing> heir(Bearing<Nothing> paid, AccountId estate) {
            return paid.then(new Order.Close(estate));
        }

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            return Ruling.of(state);
        }

        @Override
        public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
            return Ruling.refuse(Reason.NOT_OFFERED, "nothing is sold here");
        }
    }

    /** Says that all estates are for sale, and offers none. */
    public record OffersNoEstate() implements AlmostHeir, StatesTarget {
        @Override
        public Option<Parcel> target() {
            return Option.none();
        }
    }

    /** Says that it shares estates out, and keeps them. */
    public record SharesNothingOut() implements AlmostHeir, SharesOut {}
}
