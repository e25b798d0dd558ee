package io.firebreak.testkit.liar.liquidation;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Curve;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.StatesBonus;
import io.firebreak.api.liquidation.StatesPenalty;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.testkit.reference.ReferenceSpread;
import io.vavr.collection.TreeSet;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Liars that sell unsafe accounts at a spread. */
public final class SpreadLiars {
    private SpreadLiars() {}

    /** Pays who takes a little extra, from an own account in which there is nothing. */
    public record PaysWhatItDoesNotHave() implements AlmostSpread {
        @Override
        public Ruling<Nothing> lie(Call.Bid bid, Order.Fill fill, MarginView view) {
            return Ruling.of(Nothing.NOTHING)
                    .then(fill)
                    .pay(bid.caller(), fill.want().asset(), 1);
        }
    }

    /** A penalty of more than was paid. */
    public record PenaltyBeyondThePay() implements AlmostSpread {
        @Override
        public Order.Fill lie(Order.Fill fill, AskPrice price, MarginView view) {
            return AlmostSpread.fill(
                    fill, fill.give().units(), fill.want().units(), fill.want().units() + 1);
        }
    }

    public record SeizesMoreThanTheCollateral() implements AlmostSpread {
        @Override
        public Order.Fill lie(Order.Fill fill, AskPrice price, MarginView view) {
            long more = view.holding(fill.target(), fill.give().asset()) + 1;
            return AlmostSpread.fill(fill, more, fill.want().units(), 0);
        }
    }

    /** Takes a unit from who was unsafe once and is healthy now. */
    public record LiquidatesTheHealthy() implements AlmostSpread {
        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            MarginView view = docket.view();
            Ruling<Nothing> ruling = HONEST.rule(state, docket);
            for (AccountId account : docket.cured()) {
                for (Exposure exposure : view.exposure(account)) {
                    ruling = ruling.then(new Order.Fill(
                            account,
                            view.outside(),
                            view.outside(),
                            new Parcel(exposure.pair().give(), 1),
                            new Parcel(exposure.pair().want(), 0),
                            0));
                }
            }
            return ruling;
        }
    }

    public record RepaysMoreThanIsOwed() implements AlmostSpread {
        @Override
        public Order.Fill lie(Order.Fill fill, AskPrice price, MarginView view) {
            return AlmostSpread.fill(fill, fill.give().units(), AlmostSpread.owed(fill, view) + 1, 0);
        }
    }

    /** Lets the treasury pay for what the caller takes. */
    public record PaysFromAStranger() implements AlmostSpread {
        @Override
        public Ruling<Nothing> lie(Call.Bid bid, Order.Fill fill, MarginView view) {
            return Ruling.of(Nothing.NOTHING)
                    .then(new Order.Fill(fill.target(), fill.taker(), view.treasury(), fill.give(), fill.want(), 0));
        }
    }

    /** Wants to be woken at once, whenever it is woken. */
    public record NeverComesToRest() implements AlmostSpread {
        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            long now = docket.view().block().timeMillis();
            return docket.unsafe()
                    .appendAll(docket.due())
                    .foldLeft(HONEST.rule(state, docket), (ruling, account) -> ruling.wakeAt(account, now));
        }
    }

    /** Counts in {@code int}. */
    public record ThrowsOnLargeBids() implements AlmostSpread {
        @Override
        public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
            if (call instanceof Call.Bid bid) {
                Math.toIntExact(bid.offer().mostGive());
            }
            return HONEST.answer(state, call, view);
        }
    }

    /** Gives two fifths more than it is paid for, of collateral that is lent against up to four fifths. */
    public record GivesMoreThanItLends() implements AlmostSpread {
        private static final ReferenceSpread GENEROUS = new ReferenceSpread(HALF, Ratio.of("0.4"), Decimal.of(2000));

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            return GENEROUS.rule(state, docket);
        }

        @Override
        public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
            return GENEROUS.answer(state, call, view);
        }
    }

    /** Asks half as much again as the venue says that it is worth. */
    public record AsksTooMuch() implements AlmostSpread {
        /** The price and a half. */
        public record AndAHalf() implements Ask {
            @Override
            public Option<AskPrice> price(Pair pair, MarginView view) {
                return new Ask.OverOracle(Ratio.ZERO)
                        .price(pair, view)
                        .map(fair -> new AskPrice(3 * fair.want(), 2 * fair.give(), fair.untilMillis()));
            }
        }

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            return docket.unsafe()
                    .foldLeft(
                            Ruling.of(state),
                            (ruling, account) -> ruling.offer(account, Limit.whole(), new AndAHalf()));
        }
    }

    /** Asks more by the minute, and says that its price holds until prices change. */
    public record SaysThatItsPriceHolds() implements AlmostSpread {
        /** The oracle's price, and a thousandth more for each block. */
        public record ByTheBlock() implements Ask {
            @Override
            public Option<AskPrice> price(Pair pair, MarginView view) {
                return new Ask.OverOracle(Ratio.of("0.05"))
                        .price(pair, view)
                        .map(fair -> new AskPrice(
                                fair.want() + fair.want() / 1000 * (view.block().number() % 2),
                                fair.give(),
                                AskPrice.UNTIL_PRICES_CHANGE));
            }
        }

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            return docket.unsafe()
                    .foldLeft(
                            Ruling.of(state),
                            (ruling, account) -> ruling.offer(account, Limit.whole(), new ByTheBlock()));
        }
    }

    /** Its price is counted in {@code int}. */
    public record AsksWhatItCannotCount() implements AlmostSpread {
        /** What all that the venue has costs. */
        public record OfAll() implements Ask {
            @Override
            public Option<AskPrice> price(Pair pair, MarginView view) {
                return Option.some(new AskPrice(Math.toIntExact(view.held(pair.want())), 1, 0));
            }
        }

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            return docket.unsafe()
                    .foldLeft(Ruling.of(state), (ruling, account) -> ruling.offer(account, Limit.whole(), new OfAll()));
        }
    }

    /** Its limit is counted in {@code int}. */
    public record LimitsWhatItCannotCount() implements AlmostSpread {
        /** All that the venue has. */
        public record All() implements Limit.Asked {
            @Override
            public long most(AccountId target, Exposure exposure, MarginView view) {
                return Math.toIntExact(view.held(exposure.pair().want()));
            }
        }

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            return docket.unsafe()
                    .foldLeft(
                            Ruling.of(state),
                            (ruling, account) ->
                                    ruling.offer(account, new All(), new Ask.OverOracle(Ratio.of("0.05"))));
        }
    }

    /** States a bonus by which a loan heals, and keeps so much of what is paid that it does not. */
    public record KeepsHalfOfWhatIsPaid() implements AlmostSpread, StatesBonus {
        @Override
        public Ratio bonus() {
            return HONEST.bonus();
        }

        @Override
        public Order.Fill lie(Order.Fill fill, AskPrice price, MarginView view) {
            long want = fill.want().units();
            return AlmostSpread.fill(fill, fill.give().units(), want, AlmostSpread.takesAll(fill, view) ? 0 : want / 2);
        }
    }

    public record GivesMoreThanItsBonus() implements AlmostSpread, StatesBonus {
        @Override
        public Ratio bonus() {
            return Ratio.of("0.04");
        }
    }

    /** Offers half and fills all that is bid for. */
    public record FillsBeyondItsOffer() implements AlmostSpread {
        @Override
        public Ruling<Nothing> lie(Call.Bid bid, Order.Fill fill, MarginView view) {
            long most = view.mostGive(fill.target(), fill.give().asset());
            long want = Math.min(bid.pay(), AlmostSpread.owed(fill, view));
            long give = bid.offer().price().giveDown(want);
            return Ruling.of(Nothing.NOTHING).then(give > most ? fill : AlmostSpread.fill(fill, give, want, 0));
        }
    }

    public record RoundsForTheTaker() implements AlmostSpread {
        @Override
        public Order.Fill lie(Order.Fill fill, AskPrice price, MarginView view) {
            long give = Math.min(
                    fill.give().units() + 1,
                    view.mostGive(fill.target(), fill.give().asset()));
            return AlmostSpread.fill(fill, give, fill.want().units(), 0);
        }
    }

    /** Sells all that is on offer to whoever bids for a part. */
    public record IgnoresWhatIsBid() implements AlmostSpread {
        @Override
        public Ruling<Nothing> lie(Call.Bid bid, Order.Fill fill, MarginView view) {
            AskPrice price = bid.offer().price();
            long want = Math.min(bid.offer().mostWant(), AlmostSpread.owed(fill, view));
            long give = price.giveDown(want);
            return Ruling.of(Nothing.NOTHING)
                    .then(give > bid.offer().mostGive() ? fill : AlmostSpread.fill(fill, give, want, 0));
        }
    }

    public record MakesTheCallerPayTwice() implements AlmostSpread {
        @Override
        public Ruling<Nothing> lie(Call.Bid bid, Order.Fill fill, MarginView view) {
            return Ruling.of(Nothing.NOTHING)
                    .then(new Order.Lock(bid.caller(), fill.want()))
                    .pay(view.treasury(), fill.want().asset(), fill.want().units())
                    .then(fill);
        }
    }

    public record PenaltyBeyondTheDebtCleared() implements AlmostSpread {
        @Override
        public Order.Fill lie(Order.Fill fill, AskPrice price, MarginView view) {
            long want = fill.want().units();
            long penalty = AlmostSpread.takesAll(fill, view) ? 0 : want - want / 5;
            return AlmostSpread.fill(fill, fill.give().units(), want, penalty);
        }
    }

    public record PenaltyBeyondWhatIsStated() implements AlmostSpread, StatesPenalty {
        @Override
        public Ratio penalty() {
            return Ratio.of("0.05");
        }

        @Override
        public Order.Fill lie(Order.Fill fill, AskPrice price, MarginView view) {
            long want = fill.want().units();
            return AlmostSpread.fill(fill, fill.give().units(), want, AlmostSpread.takesAll(fill, view) ? 0 : want / 8);
        }
    }

    /** Takes its penalty before the debt where not all of it can be paid. */
    public record PenaltyBeforeDebt() implements AlmostSpread {
        @Override
        public Order.Fill lie(Order.Fill fill, AskPrice price, MarginView view) {
            long want = fill.want().units();
            return AlmostSpread.fill(fill, fill.give().units(), want, AlmostSpread.takesAll(fill, view) ? want / 2 : 0);
        }
    }

    /** Offers an account once in its life. */
    public record OffersOnce() implements LiquidationModel<TreeSet<AccountId>> {
        @Override
        public TreeSet<AccountId> initial() {
            return TreeSet.empty();
        }

        @Override
        public Ruling<TreeSet<AccountId>> rule(TreeSet<AccountId> state, Docket docket) {
            Ruling<TreeSet<AccountId>> ruling = Ruling.of(state.addAll(docket.unsafe()));
            for (AccountId account : docket.unsafe().filter(each -> !state.contains(each))) {
                ruling = ruling.offer(account, Limit.ofExposure(AlmostSpread.HALF), new Ask.OverOracle(Ratio.ZERO));
            }
            return ruling;
        }

        @Override
        public Either<Rejection, Ruling<TreeSet<AccountId>>> answer(
                TreeSet<AccountId> state, Call call, MarginView view) {
            return call instanceof Call.Bid bid
                    ? Ruling.fillAtAsk(state, bid)
                    : Ruling.refuse(Reason.NOT_OFFERED, "send a bid");
        }
    }

    /** Sells by a clock that runs backwards. */
    public record PriceRises() implements AlmostSpread {
        /** A tenth of the top at first, and the top after an hour. */
        public record Rising() implements Curve {
            @Override
            public Decimal price(Decimal top, long elapsedMillis) {
                long share = Math.min(100, 10 + elapsedMillis / 40_000);
                return top.timesDown(new Decimal(share, 2));
            }

            @Override
            public long holdsUntilMillis(long elapsedMillis) {
                return elapsedMillis + 1;
            }
        }

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            MarginView view = docket.view();
            Ruling<Nothing> ruling = Ruling.of(state);
            for (AccountId account : docket.unsafe()) {
                for (Exposure exposure : view.exposure(account)) {
                    Decimal top = view.price(exposure.pair().give())
                            .get()
                            .value()
                            .dividedDown(
                                    view.price(exposure.pair().want()).get().value());
                    Ask ask = new Ask.Clock(top, new Rising(), view.block().timeMillis());
                    ruling = ruling.offer(account, exposure.pair(), Limit.whole(), ask);
                }
            }
            return ruling;
        }
    }

    /** Has no state, not even {@link Nothing}. */
    public record HasNoState() implements AlmostSpread {
        @Override
        public Nothing initial() {
            return null;
        }
    }

    /** Sells to those alone who take half of it or more. */
    public record SellsToTheLargeAlone() implements AlmostSpread {
        @Override
        public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
            return call instanceof Call.Bid bid && bid.pay() < bid.offer().mostWant() / 2
                    ? Ruling.refuse(Reason.LIMIT_REACHED, "take more")
                    : HONEST.answer(state, call, view);
        }
    }

    /** Sells half of what is bid for. */
    public record SellsHalfOfWhatIsBid() implements AlmostSpread {
        @Override
        public Order.Fill lie(Order.Fill fill, AskPrice price, MarginView view) {
            long give = fill.give().units();
            return give < 1000 ? fill : AlmostSpread.fill(fill, give / 2, price.wantUp(give / 2), 0);
        }
    }

    /** Says what is unsafe, and takes no bid: whom it offers is what matters. */
    public record OffersAndRefuses() implements AlmostSpread {
        @Override
        public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
            return Ruling.refuse(Reason.NOT_OFFERED, "not today");
        }
    }
}
