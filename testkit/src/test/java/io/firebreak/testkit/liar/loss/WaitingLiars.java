package io.firebreak.testkit.liar.loss;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.Seller;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.Bearing.Outcome;
import io.firebreak.api.loss.LetsWait;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;

/** Liars among loss layers that let something wait. */
public final class WaitingLiars {
    private static final Parcel A_DOLLAR = new Parcel(Setting.USD, 1_000_000);

    private WaitingLiars() {}

    /** Says that it waits for a thousand dollars, and hands on what is missing at once. */
    public record HandsOnWhatItLetsWait() implements LossModel<Nothing>, LetsWait {
        @Override
        public Parcel enough() {
            return new Parcel(Setting.USD, 1_000_000_000);
        }

        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
            return Bearing.of(state, Outcome.EXHAUSTED);
        }
    }

    /** Something that is sold for all that is missing. */
    public record Stall(AccountId target, Parcel missing) {}

    /** Says that what is missing waits for an hour, and sells a new claim for it at once. */
    public record SellsAtOnce() implements LossModel<Option<Stall>>, Seller<Option<Stall>>, LetsWait {
        @Override
        public Parcel enough() {
            return A_DOLLAR;
        }

        @Override
        public Duration delay() {
            return Duration.ofHours(1);
        }

        @Override
        public Option<Stall> initial() {
            return Option.none();
        }

        @Override
        public Option<Asset> issues() {
            return Option.some(Setting.WETH);
        }

        @Override
        public Bearing<Option<Stall>> bear(Option<Stall> state, Shortfall shortfall, MarginView view) {
            long paid = shortfall.payable(
                    view.balance(view.self(), shortfall.missing().asset()));
            Parcel missing =
                    new Parcel(shortfall.missing().asset(), shortfall.missing().units() - paid);
            Bearing<Option<Stall>> bearing = Bearing.of(state, missing.units() == 0 ? Outcome.BORNE : Outcome.PENDING)
                    .pay(shortfall.account(), missing.asset(), paid);
            if (state.isDefined() || missing.units() < A_DOLLAR.units()) {
                return bearing;
            }
            Stall stall = new Stall(view.freshLot(0), missing);
            return new Bearing<>(Option.some(stall), bearing.outcome(), bearing.reversed())
                    .then(new Order.Offer(
                            stall.target(),
                            Option.some(new Pair(Setting.WETH, missing.asset())),
                            new Limit.Give(1),
                            new Ask.BestBid(missing.units(), missing.units(), 1, Option.none())));
        }

        @Override
        public Ruling<Option<Stall>> rule(Option<Stall> state, Docket docket) {
            return Ruling.of(state);
        }

        @Override
        public Either<Rejection, Ruling<Option<Stall>>> answer(Option<Stall> state, Call call, MarginView view) {
            if (!(call instanceof Call.Bid bid) || state.isEmpty()) {
                return Ruling.refuse(Reason.NOT_OFFERED, "bid for it");
            }
            Parcel missing = state.get().missing();
            return bid.pay() != missing.units() || bid.receive() != 1
                    ? Ruling.refuse(Reason.PRICE, "one for " + missing)
                    : Either.right(Ruling.of(Option.<Stall>none())
                            .then(new Order.Lock(bid.caller(), missing))
                            .pay(bid.caller(), Setting.WETH, 1)
                            .then(new Order.Close(bid.target())));
        }
    }
}
