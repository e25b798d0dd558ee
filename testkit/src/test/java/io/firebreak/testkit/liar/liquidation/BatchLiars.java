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
import io.firebreak.api.liquidation.StatesBatch;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;

/** Liars that sell lots in batches. */
public final class BatchLiars {
    private BatchLiars() {}

    /** The one bid on a lot; before it, one that pays nothing. */
    record Only(AccountId bidder, Pair pair, Decimal reserve, long pay) {}

    /** Collects the first bid on one lot at a time for ten minutes, and sells at the reserve. */
    private interface AlmostBatch extends LiquidationModel<TreeMap<AccountId, Only>>, StatesBatch {
        Duration TEN_MINUTES = Duration.ofMinutes(10);

        @Override
        default Duration interval() {
            return TEN_MINUTES;
        }

        @Override
        default Ratio reserve() {
            return Ratio.of("0.5");
        }

        @Override
        default TreeMap<AccountId, Only> initial() {
            return TreeMap.empty();
        }

        @Override
        default Ruling<TreeMap<AccountId, Only>> rule(TreeMap<AccountId, Only> lots, Docket docket) {
            Ruling<TreeMap<AccountId, Only>> ruling = Ruling.of(lots);
            for (AccountId account : docket.unsafe()) {
                ruling = ruling.invite(account, Invitation.Step.KICK, 0);
            }
            for (AccountId lot : docket.due().filter(lots::containsKey)) {
                Only only = lots.get(lot).get();
                ruling = only.pay() == 0
                        ? offered(ruling, lot, lot, only.pair(), docket.view())
                        : ruling.withdraw(lot).invite(lot, Invitation.Step.SETTLE, 0);
            }
            return ruling;
        }

        @Override
        default Either<Rejection, Ruling<TreeMap<AccountId, Only>>> answer(
                TreeMap<AccountId, Only> lots, Call call, MarginView view) {
            AccountId target = call.target();
            if (call instanceof Call.Kick && lots.nonEmpty()) {
                return Ruling.refuse(Reason.LIMIT_REACHED, "one lot at a time");
            }
            if (call instanceof Call.Kick && view.exposure(target).isDefined()) {
                Pair pair = view.exposure(target).get().pair();
                AccountId lot = view.freshLot(0);
                return Either.right(offered(
                        Ruling.of(lots).then(new Order.Seize(target, lot, view.holdings(target))),
                        lot,
                        target,
                        pair,
                        view));
            }
            Option<Only> only = lots.get(target);
            if (only.isDefined() && call instanceof Call.Bid bid && only.get().pay() == 0) {
                Only first =
                        new Only(bid.caller(), only.get().pair(), only.get().reserve(), bid.pay());
                return Either.right(Ruling.of(lots.put(target, first))
                        .then(new Order.Lock(
                                bid.caller(), new Parcel(first.pair().want(), bid.pay()))));
            }
            return only.isDefined() && call instanceof Call.Settle && only.get().pay() > 0
                    ? Either.right(settled(lots, target, only.get(), view))
                    : Ruling.refuse(Reason.NOT_OFFERED, "kick, bid once, settle");
        }

        private static Ruling<TreeMap<AccountId, Only>> offered(
                Ruling<TreeMap<AccountId, Only>> ruling, AccountId lot, AccountId debtor, Pair pair, MarginView view) {
            Decimal reserve = view.price(pair.give()).get().value().timesDown(new Decimal(5, 1));
            return ruling.withState(ruling.state().put(lot, new Only(lot, pair, reserve, 0)))
                    .offer(lot, pair, new Limit.Want(-view.holding(debtor, pair.want())), new Ask.Reserve(reserve))
                    .wakeAt(lot, view.block().timeMillis() + TEN_MINUTES.toMillis());
        }

        private static Ruling<TreeMap<AccountId, Only>> settled(
                TreeMap<AccountId, Only> lots, AccountId lot, Only bid, MarginView view) {
            Pair pair = bid.pair();
            long owed = Math.max(0, -view.holding(lot, pair.want()));
            long give = Math.min(
                    view.holding(lot, pair.give()),
                    pair.give().unitsDown(pair.want().whole(bid.pay()).dividedDown(bid.reserve())));
            return Ruling.of(lots.remove(lot))
                    .then(new Order.Fill(
                            lot,
                            bid.bidder(),
                            view.self(),
                            new Parcel(pair.give(), give),
                            new Parcel(pair.want(), bid.pay()),
                            Math.max(0, bid.pay() - owed)))
                    .then(new Order.Close(lot));
        }
    }

    /** Sells at the reserve what somebody would pay more for. */
    public record SellsAtTheReserve() implements AlmostBatch {}

    /** Says that it collects for an hour, and collects for ten minutes. */
    public record ClosesEarly() implements AlmostBatch {
        @Override
        public Duration interval() {
            return Duration.ofHours(1);
        }
    }
}
