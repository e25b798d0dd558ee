package io.firebreak.testkit.reference;

import static io.firebreak.api.action.Reason.NOT_DUE;
import static io.firebreak.api.action.Reason.NOT_OFFERED;
import static io.firebreak.api.action.Reason.NOT_THERE;
import static io.firebreak.api.action.Reason.NOT_UNSAFE;
import static io.firebreak.api.action.Reason.PRICE;
import static io.firebreak.api.action.Reason.TOO_SMALL;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Whoever kicks an unsafe account seizes it as a whole into a lot, which is sold at a falling price, all or in part, until
 * its exposure is gone; what is left returns to the owner. A sale that ran out is restarted at a fresh price.
 *
 * <p>Amounts are rounded against the taker. Where a debt is worth less than a unit of what is given, a taker buys one unit,
 * and what it pays above the debt is penalty: without it dust would keep a lot open for ever.
 */
@About(value = "Sells an unsafe account as a whole at a falling price.", follows = "Maker dss, clip.sol")
public record ReferenceAuction(
        @Parameter(
                        value = "the first price as a multiple of the oracle's",
                        unit = "ratio",
                        preset = "1.2",
                        min = "0.01",
                        max = "10")
                Ratio start,
        @Parameter(
                        value = "the last price as a share of the first",
                        unit = "ratio",
                        preset = "0.5",
                        min = "0.01",
                        max = "1")
                Ratio end,
        @Parameter(value = "how long the price falls", preset = "6 h", min = "1 s") Duration lasts)
        implements LiquidationModel<TreeMap<AccountId, ReferenceAuction.Sale>> {
    /** A lot on sale: at which price it began, and when. */
    public record Sale(Pair pair, Decimal top, long startMillis) {}

    @Override
    public TreeMap<AccountId, Sale> initial() {
        return TreeMap.empty();
    }

    @Override
    public Ruling<TreeMap<AccountId, Sale>> rule(TreeMap<AccountId, Sale> sales, Docket docket) {
        Ruling<TreeMap<AccountId, Sale>> ruling = Ruling.of(sales);
        for (AccountId account : docket.unsafe()) {
            ruling = ruling.invite(account, Invitation.Step.KICK, 0);
        }
        for (AccountId lot : docket.due().filter(sales::containsKey)) {
            ruling = ruling.withdraw(lot).invite(lot, Invitation.Step.RESTART, 0);
        }
        return ruling;
    }

    @Override
    public Either<Rejection, Ruling<TreeMap<AccountId, Sale>>> answer(
            TreeMap<AccountId, Sale> sales, Call call, MarginView view) {
        if (call instanceof Call.Kick kick) {
            return kick(sales, kick.target(), view);
        }
        Option<Sale> sale = sales.get(call.target());
        if (sale.isEmpty()) {
            return Ruling.refuse(NOT_THERE, "no sale of this lot");
        }
        boolean over = view.block().timeMillis() >= dueMillis(sale.get().startMillis());
        if (call instanceof Call.Bid bid) {
            return over ? Ruling.refuse(NOT_DUE, "the sale must be restarted first") : take(sales, bid, view);
        }
        if (call instanceof Call.Restart) {
            return over
                    ? begin(
                            Ruling.of(sales).withdraw(call.target()),
                            call.target(),
                            sale.get().pair(),
                            view)
                    : Ruling.refuse(NOT_DUE, "the sale still runs");
        }
        return Ruling.refuse(NOT_OFFERED, "a take settles at once");
    }

    private Either<Rejection, Ruling<TreeMap<AccountId, Sale>>> kick(
            TreeMap<AccountId, Sale> sales, AccountId account, MarginView view) {
        Option<Exposure> exposure =
                view.health(account, Requirement.MAINTENANCE).unsafe() ? view.exposure(account) : Option.none();
        if (exposure.isEmpty()) {
            return Ruling.refuse(NOT_UNSAFE, "only an unsafe account with something to give may be kicked");
        }
        AccountId lot = view.freshLot(0);
        Ruling<TreeMap<AccountId, Sale>> seized =
                Ruling.of(sales).then(new Order.Seize(account, lot, view.holdings(account)));
        return begin(seized, lot, exposure.get().pair(), view);
    }

    private Either<Rejection, Ruling<TreeMap<AccountId, Sale>>> begin(
            Ruling<TreeMap<AccountId, Sale>> ruling, AccountId lot, Pair pair, MarginView view) {
        long now = view.block().timeMillis();
        Decimal give = view.price(pair.give()).get().value();
        Decimal want = view.price(pair.want()).get().value();
        Sale sale = new Sale(pair, give.dividedDown(want).timesDown(start.value()), now);
        Ask ask = new Ask.Clock(sale.top(), new Falling(end, lasts), now);
        return Either.right(ruling.withState(ruling.state().put(lot, sale))
                .offer(lot, pair, Limit.whole(), ask)
                .wakeAt(lot, dueMillis(now)));
    }

    private long dueMillis(long startMillis) {
        return startMillis + lasts.toMillis();
    }

    private Either<Rejection, Ruling<TreeMap<AccountId, Sale>>> take(
            TreeMap<AccountId, Sale> sales, Call.Bid bid, MarginView view) {
        Pair pair = bid.offer().pair();
        AskPrice price = bid.offer().price();
        Option<Exposure> exposure = view.exposure(bid.target(), pair);
        if (exposure.isEmpty()) {
            // A gift has paid the debt off.
            return Either.right(closed(Ruling.of(sales), bid.target()));
        }
        boolean onWant = exposure.get().onWant();
        long mostWant = onWant ? exposure.get().units() : Long.MAX_VALUE;
        long mostGive = onWant
                ? view.mostGive(bid.target(), pair.give())
                : exposure.get().units();
        long give = Math.min(mostGive, Math.max(1, price.giveDown(Math.min(bid.pay(), mostWant))));
        boolean last = give == mostGive || (onWant && bid.pay() >= mostWant);
        long want = onWant && last && give < mostGive ? Math.max(mostWant, price.wantUp(give)) : price.wantUp(give);
        if (want > bid.pay()) {
            return Ruling.refuse(TOO_SMALL, bid.pay() + " base units pay for nothing");
        }
        if (bid.receive() > 0 && Exact.compareProducts(want, bid.receive(), bid.pay(), give) > 0) {
            return Ruling.refuse(PRICE, "asked " + want + " for " + give);
        }
        long penalty = Math.max(0, want - mostWant);
        Ruling<TreeMap<AccountId, Sale>> filled = Ruling.of(sales)
                .then(new Order.Fill(
                        bid.target(),
                        bid.caller(),
                        bid.caller(),
                        new Parcel(pair.give(), give),
                        new Parcel(pair.want(), want),
                        penalty));
        return Either.right(last ? closed(filled, bid.target()) : filled);
    }

    private static Ruling<TreeMap<AccountId, Sale>> closed(Ruling<TreeMap<AccountId, Sale>> ruling, AccountId lot) {
        return ruling.withState(ruling.state().remove(lot)).then(new Order.Close(lot));
    }
}
