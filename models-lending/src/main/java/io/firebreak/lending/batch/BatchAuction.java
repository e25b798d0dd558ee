package io.firebreak.lending.batch;

import static io.firebreak.api.action.Reason.NOT_DUE;
import static io.firebreak.api.action.Reason.NOT_OFFERED;
import static io.firebreak.api.action.Reason.NOT_THERE;
import static io.firebreak.api.action.Reason.NOT_UNSAFE;
import static io.firebreak.api.action.Reason.NO_PRICE;
import static io.firebreak.api.action.Reason.PRICE;
import static io.firebreak.api.action.Reason.TOO_SMALL;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Invitation.Step;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.SparesContracts;
import io.firebreak.api.liquidation.StartsAtOnce;
import io.firebreak.api.liquidation.StatesBatch;
import io.firebreak.api.liquidation.StatesPenalty;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.lending.seizure.Portion;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Collects what was seized over an interval, and sells it at one price to whoever bid that or more.
 *
 * <p>A kick seizes a {@link Portion} of an account into the batch that is open for its pair. A bid on any lot of a batch is a bid for the
 * batch: it says how much it pays at most, and for how much; one that names no amount asks for what the reserve gives. Its
 * money is locked until the end of the interval. {@link Clearing} finds the price: all whose limit is higher pay that price and
 * no more, ties share, the rest is paid back. What of a lot's debt is covered with the penalty ends it, and what is left
 * returns to its owner; a lot whose collateral is sold ends, too. What found no money at the reserve goes into a batch anew, at
 * a reserve of the oracle's price then. Amounts received are rounded against the bidder, but for the last of a lot.
 */
@About(
        value = "Sells what was seized in an interval at one price that clears all bids; ties share in proportion.",
        follows =
                "uniform-price batch auctions: Budish, Cramton and Shim, QJE 2015; Gnosis Protocol, batches of a common price",
        simplifies = "bids can be seen and not taken back; debt in auction still bears the fee")
public record BatchAuction(
        @Parameter(
                        value = "how long a batch collects lots and bids",
                        preset = "5 min",
                        min = "1 s",
                        source = "Gnosis Protocol v1: batches of 5 minutes")
                Duration interval,
        @Parameter(
                        value = "least price, as a share of the oracle's when the batch opens",
                        unit = "ratio",
                        preset = "50%",
                        min = "0.01",
                        max = "2")
                Ratio reserve,
        @Parameter(
                        value = "what the tab exceeds the debt by",
                        unit = "ratio",
                        preset = "13%",
                        min = "0",
                        max = "1",
                        source = "Maker mainnet, as for its auctions")
                Ratio penalty)
        implements LiquidationModel<TreeMap<AccountId, Batch>>,
                StatesPenalty,
                StatesBatch,
                StartsAtOnce,
                SparesContracts {
    @Override
    public String whyNoContracts() {
        return "a bid is locked until its batch is settled, and a position is paid for on margin, which cannot be locked";
    }

    @Override
    public TreeMap<AccountId, Batch> initial() {
        return TreeMap.empty();
    }

    @Override
    public Ruling<TreeMap<AccountId, Batch>> rule(TreeMap<AccountId, Batch> batches, Docket docket) {
        Ruling<TreeMap<AccountId, Batch>> ruling = Ruling.of(batches);
        for (AccountId account : docket.unsafe()) {
            if (docket.view().exposure(account).isDefined()) {
                ruling = ruling.invite(account, Step.KICK, 0);
            }
        }
        for (AccountId account : docket.cured()) {
            ruling = ruling.withdraw(account);
        }
        for (AccountId first : docket.due()) {
            for (Batch batch : ruling.state().get(first)) {
                ruling = batch.bids().isEmpty() ? reopened(ruling, batch, docket.view()) : closed(ruling, batch);
            }
        }
        return swept(ruling, docket.view());
    }

    /** Hands the treasury what is nobody's bid: a unit of a debt that several bids cleared may have been rounded away. */
    private static Ruling<TreeMap<AccountId, Batch>> swept(Ruling<TreeMap<AccountId, Batch>> ruling, MarginView view) {
        Ruling<TreeMap<AccountId, Batch>> swept = ruling;
        for (Asset asset : view.assets()) {
            long locked = ruling.state()
                    .values()
                    .filter(batch -> batch.pair().want().equals(asset))
                    .flatMap(Batch::bids)
                    .map(Sealed::pay)
                    .sum()
                    .longValue();
            swept = swept.pay(view.treasury(), asset, Math.max(0, view.balance(view.self(), asset) - locked));
        }
        return swept;
    }

    private static Ruling<TreeMap<AccountId, Batch>> closed(Ruling<TreeMap<AccountId, Batch>> ruling, Batch batch) {
        return batch.tabs().keySet().foldLeft(ruling, (all, lot) -> all.withdraw(lot)
                .invite(lot, Step.SETTLE, 0));
    }

    /** The same lots in the batch that takes bids for their pair, as if they were kicked now; where none does, in one of now. */
    private Ruling<TreeMap<AccountId, Batch>> reopened(
            Ruling<TreeMap<AccountId, Batch>> ruling, Batch batch, MarginView view) {
        long now = view.block().timeMillis();
        TreeMap<AccountId, Batch> others = ruling.state().remove(batch.first());
        Option<Batch> open = others.values().find(each -> each.takes(batch.pair(), now));
        Batch next = open.map(taking -> batch.tabs().foldLeft(taking, (all, lot) -> all.with(lot._1, lot._2)))
                .getOrElse(() -> Batch.open(
                        batch.pair(),
                        reserve(batch.pair(), view).getOrElse(batch.reserve()),
                        now + interval.toMillis(),
                        batch.tabs()));
        TreeMap<AccountId, Batch> kept =
                open.map(taking -> others.remove(taking.first())).getOrElse(others);
        return batch.tabs()
                .keySet()
                .foldLeft(
                        ruling.withState(kept.put(next.first(), next)).wakeAt(next.first(), next.closesMillis()),
                        (all, lot) -> offered(all, next, lot));
    }

    private static Ruling<TreeMap<AccountId, Batch>> offered(
            Ruling<TreeMap<AccountId, Batch>> ruling, Batch batch, AccountId lot) {
        return ruling.offer(
                lot, batch.pair(), new Limit.Want(batch.tabs().get(lot).get()), new Ask.Reserve(batch.reserve()));
    }

    private Option<Decimal> reserve(Pair pair, MarginView view) {
        return view.price(pair.give()).flatMap(give -> view.price(pair.want())
                .map(want -> give.value().timesDown(reserve.value()).dividedDown(want.value()))
                .filter(price -> price.signum() > 0));
    }

    @Override
    public Either<Rejection, Ruling<TreeMap<AccountId, Batch>>> answer(
            TreeMap<AccountId, Batch> batches, Call call, MarginView view) {
        if (call instanceof Call.Kick kick) {
            return kick(batches, kick.target(), view);
        }
        Option<Batch> found = batches.values().find(each -> each.tabs().containsKey(call.target()));
        if (found.isEmpty()) {
            return Ruling.refuse(NOT_THERE, "no batch has this lot");
        }
        Batch batch = found.get();
        boolean open = view.block().timeMillis() < batch.closesMillis();
        if (call instanceof Call.Bid bid) {
            return open ? bid(batches, batch, bid) : Ruling.refuse(NOT_DUE, "bidding has ended");
        }
        if (!(call instanceof Call.Settle)) {
            return Ruling.refuse(NOT_OFFERED, "a batch without a bid opens anew by itself");
        }
        return open || batch.bids().isEmpty()
                ? Ruling.refuse(NOT_DUE, "the batch still takes bids")
                : Either.right(settle(batches, batch, view));
    }

    private Either<Rejection, Ruling<TreeMap<AccountId, Batch>>> kick(
            TreeMap<AccountId, Batch> batches, AccountId account, MarginView view) {
        if (!view.health(account, Requirement.MAINTENANCE).unsafe()
                || !view.owner(account).equals(account)) {
            return Ruling.refuse(NOT_UNSAFE, "only an unsafe account may be kicked");
        }
        return Portion.of(account, view)
                .map(portion -> kick(batches, portion, view))
                .getOrElse(() -> Ruling.refuse(NOT_UNSAFE, "the account owes nothing"));
    }

    private Either<Rejection, Ruling<TreeMap<AccountId, Batch>>> kick(
            TreeMap<AccountId, Batch> batches, Portion portion, MarginView view) {
        long now = view.block().timeMillis();
        Pair pair = portion.pair();
        Option<Decimal> least = reserve(pair, view);
        if (portion.isEmpty()) {
            return Ruling.refuse(TOO_SMALL, "the lot would be empty");
        }
        if (least.isEmpty()) {
            return Ruling.refuse(NO_PRICE, "no oracle price to take a reserve from");
        }
        AccountId lot = view.freshLot(0);
        Option<Batch> open = batches.values().find(each -> each.takes(pair, now));
        Batch batch = open.getOrElse(() -> Batch.open(pair, least.get(), now + interval.toMillis(), TreeMap.empty()))
                .with(lot, Exact.timesDown(portion.want(), penalty.onePlus()));
        Ruling<TreeMap<AccountId, Batch>> seized =
                Ruling.of(batches.put(batch.first(), batch)).then(portion.into(lot));
        Ruling<TreeMap<AccountId, Batch>> offered = offered(seized, batch, lot);
        return Either.right(open.isDefined() ? offered : offered.wakeAt(lot, batch.closesMillis()));
    }

    private static Either<Rejection, Ruling<TreeMap<AccountId, Batch>>> bid(
            TreeMap<AccountId, Batch> batches, Batch batch, Call.Bid bid) {
        long pay = Math.min(bid.pay(), batch.tabs().values().sum().longValue());
        BigDecimal least = perUnit(batch);
        BigDecimal limit = bid.receive() == 0
                ? least
                : BigDecimal.valueOf(bid.pay()).divide(BigDecimal.valueOf(bid.receive()), MathContext.DECIMAL128);
        if (limit.compareTo(least) < 0) {
            return Ruling.refuse(PRICE, "the least price is " + batch.reserve());
        }
        if (pay <= 0) {
            return Ruling.refuse(TOO_SMALL, "nothing is bid");
        }
        return Either.right(Ruling.of(batches.put(batch.first(), batch.with(new Sealed(bid.caller(), pay, limit))))
                .then(new Order.Lock(bid.caller(), new Parcel(batch.pair().want(), pay))));
    }

    /** The reserve in base units. */
    private static BigDecimal perUnit(Batch batch) {
        return batch.reserve()
                .toBigDecimal()
                .movePointRight(
                        batch.pair().want().decimals() - batch.pair().give().decimals());
    }

    private Ruling<TreeMap<AccountId, Batch>> settle(TreeMap<AccountId, Batch> batches, Batch batch, MarginView view) {
        Vector<AccountId> lots = batch.tabs().keySet().toVector();
        Vector<Clearing.Supply> supplies = lots.map(lot -> new Clearing.Supply(
                view.holding(lot, batch.pair().give()), batch.tabs().get(lot).get()));
        Clearing clearing = Clearing.of(supplies, batch.bids(), perUnit(batch));
        Ruling<TreeMap<AccountId, Batch>> ruling = Ruling.of(batches.remove(batch.first()));
        TreeMap<AccountId, Long> left = TreeMap.empty();
        int bidder = 0;
        long spent = 0;
        for (int i = 0; i < lots.size(); i++) {
            AccountId lot = lots.get(i);
            long collateral = supplies.get(i).collateral();
            long owed = Math.max(0, -view.holding(lot, batch.pair().want()));
            long raised = clearing.raised().get(i);
            boolean soldOut = clearing.whole() && supplies.get(i).enough().compareTo(clearing.price()) >= 0;
            for (long due = raised; due > 0; ) {
                while (spent == clearing.spent().get(bidder)) {
                    bidder++;
                    spent = 0;
                }
                long want = Math.min(due, clearing.spent().get(bidder) - spent);
                long give = soldOut && want == due ? collateral : Math.min(collateral, received(want, clearing));
                long cleared = Math.min(want, owed);
                ruling = ruling.then(new Order.Fill(
                        lot,
                        batch.bids().get(bidder).bidder(),
                        view.self(),
                        new Parcel(batch.pair().give(), give),
                        new Parcel(batch.pair().want(), want),
                        want - cleared));
                owed -= cleared;
                collateral -= give;
                due -= want;
                spent += want;
            }
            ruling = ruling.withdraw(lot);
            if (clearing.whole() || raised == supplies.get(i).tab()) {
                ruling = ruling.then(new Order.Close(lot));
            } else {
                left = left.put(lot, supplies.get(i).tab() - raised);
            }
        }
        for (int i = 0; i < batch.bids().size(); i++) {
            Sealed bid = batch.bids().get(i);
            ruling = ruling.pay(
                    bid.bidder(),
                    batch.pair().want(),
                    bid.pay() - clearing.spent().get(i));
        }
        return left.isEmpty()
                ? ruling.wakeAt(batch.first(), view.block().timeMillis())
                : reopened(ruling, Batch.open(batch.pair(), batch.reserve(), batch.closesMillis(), left), view);
    }

    private static long received(long want, Clearing clearing) {
        return BigDecimal.valueOf(want)
                .divide(clearing.price(), 0, RoundingMode.DOWN)
                .longValueExact();
    }
}
