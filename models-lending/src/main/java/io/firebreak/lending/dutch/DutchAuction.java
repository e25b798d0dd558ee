package io.firebreak.lending.dutch;

import static io.firebreak.api.action.Reason.LIMIT_REACHED;
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
import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Curve;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Invitation.Step;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.StartsAtOnce;
import io.firebreak.api.liquidation.StatesCeiling;
import io.firebreak.api.liquidation.StatesFall;
import io.firebreak.api.liquidation.StatesPenalty;
import io.firebreak.api.liquidation.StatesRemainder;
import io.firebreak.api.liquidation.StatesReward;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.lending.seizure.Portion;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Sells seized collateral at a price that starts above the oracle's and falls, all or in part, to whoever takes it first.
 *
 * <p>A take never raises more than the tab, and never leaves a tab below {@code chost = floor(dust · (1 + penalty))} with
 * something left to sell. A sale that ran longer than {@code tail}, or below {@code cusp} of its top price, must be
 * restarted at a fresh oracle price; it ends instead where its tab no longer pays for a base unit. When the tab is paid, the
 * rest of the lot returns to its owner; what is paid beyond the lot's debt is penalty. What a taker pays is rounded up, what
 * it receives down.
 *
 * <p>A kick takes a {@link Portion} of an account over. A position of contracts is not taken over: the sale stands on its
 * account, and goes on until that is safe again; takers hold what they take on margin of their own. It bears no penalty and
 * pays no reward, for neither could be paid in contracts.
 */
@About(
        value = "Sells seized collateral at a falling price; whoever finds it low enough takes all or part at once.",
        follows = "Maker dss fa4f6630: dog.sol, clip.sol, abaci.sol",
        simplifies = "one ceiling instead of one per collateral and one for all; debt in auction still bears the fee")
public record DutchAuction(
        @Parameter(
                        value = "the first price as a multiple of the oracle's",
                        unit = "ratio",
                        preset = "1.3",
                        min = "0.01",
                        max = "10",
                        source = "Maker mainnet, ETH-A, 2021-06-18")
                Ratio buf,
        @Parameter(
                        value = "a sale that ran longer must be restarted",
                        preset = "140 min",
                        min = "1 s",
                        source = "Maker mainnet, ETH-A, 2021-06-18")
                Duration tail,
        @Parameter(
                        value = "a sale whose price fell below this share of its first one must be restarted",
                        unit = "ratio",
                        preset = "0.4",
                        min = "0",
                        max = "1",
                        source = "Maker mainnet, ETH-A, 2021-06-18")
                Ratio cusp,
        @Parameter(
                        value = "what the tab exceeds the debt by",
                        unit = "ratio",
                        preset = "13%",
                        min = "0",
                        max = "1",
                        source = "Maker mainnet, ETH-A, 2021-06-18")
                Ratio penalty,
        @Parameter(
                        value = "a keeper's reward for starting a sale, as a share of the tab",
                        unit = "ratio",
                        preset = "0.1%",
                        min = "0",
                        max = "1",
                        source = "Maker mainnet, ETH-A, 2021-06-18")
                Ratio chip,
        @Parameter(
                        value = "a keeper's flat reward for starting a sale; none without it",
                        source = "Maker mainnet, ETH-A, 2021-06-18: 300 DAI")
                Option<Parcel> tip,
        @Parameter(
                        value = "most debt with penalty on sale at a time; without it there is no ceiling",
                        source = "Maker mainnet, ETH-A, 2021-06-18: 30 M DAI")
                Option<Parcel> hole,
        @Parameter(
                        value = "no part of an account below this is put on sale or left behind",
                        source = "Maker mainnet, ETH-A, 2021-06-18: 10,000 DAI")
                Option<Parcel> dust,
        @Parameter(
                        value = "how the price falls",
                        variants = {Linear.class, StairStep.class, Exponential.class},
                        source = "Maker mainnet, ETH-A: stair-step of 0.99 every 90 s")
                Curve curve)
        implements LiquidationModel<Sales>,
                StatesFall,
                StatesPenalty,
                StatesRemainder,
                StatesCeiling,
                StatesReward,
                StartsAtOnce {
    @Override
    public Option<Parcel> ceiling() {
        return hole;
    }

    @Override
    public Ratio share() {
        return chip;
    }

    @Override
    public Option<Parcel> flat() {
        return tip;
    }

    @Override
    public Sales initial() {
        return Sales.NONE;
    }

    @Override
    public Ruling<Sales> rule(Sales state, Docket docket) {
        MarginView view = docket.view();
        Ruling<Sales> ruling = Ruling.of(state);
        for (AccountId account :
                docket.unsafe().filter(each -> view.exposure(each).isDefined())) {
            ruling = ended(ruling, account).invite(account, Step.KICK, expectedReward(account, view));
        }
        for (AccountId account : docket.cured()) {
            ruling = ended(ruling, account).withdraw(account);
        }
        for (AccountId target : docket.due()) {
            for (Sale sale : ruling.state().open().get(target)) {
                ruling = needsRestart(sale, view.block().timeMillis())
                        ? ruling.withdraw(target).invite(target, Step.RESTART, restartReward(target, sale, view))
                        : ruling.wakeAt(target, restartDueMillis(sale));
            }
        }
        return ruling;
    }

    /** The sale of a position ends where its account is safe. */
    private static Ruling<Sales> ended(Ruling<Sales> ruling, AccountId account) {
        return ruling.withState(ruling.state().end(account));
    }

    @Override
    public Either<Rejection, Ruling<Sales>> answer(Sales state, Call call, MarginView view) {
        if (call instanceof Call.Kick kick) {
            return kick(state, kick, view);
        }
        Option<Sale> open = state.open().get(call.target());
        if (open.isEmpty()) {
            return Ruling.refuse(NOT_THERE, "no sale of this lot");
        }
        if (call instanceof Call.Bid bid) {
            return take(state, open.get(), bid, view);
        }
        return call instanceof Call.Restart restart
                ? restart(state, open.get(), restart, view)
                : Ruling.refuse(NOT_OFFERED, "a take settles at once");
    }

    private Either<Rejection, Ruling<Sales>> kick(Sales state, Call.Kick kick, MarginView view) {
        AccountId account = kick.target();
        if (state.open().containsKey(account)
                || !view.health(account, Requirement.MAINTENANCE).unsafe()) {
            return Ruling.refuse(NOT_UNSAFE, "only an unsafe account may be kicked");
        }
        return Portion.of(account, view)
                .map(portion -> kick(state, kick, portion, view))
                .getOrElse(() -> position(state, account, view));
    }

    private Either<Rejection, Ruling<Sales>> kick(Sales state, Call.Kick kick, Portion portion, MarginView view) {
        Pair pair = portion.pair();
        long room = state.tabs().roomUnder(hole, pair.want());
        if (room <= 0) {
            return Ruling.refuse(LIMIT_REACHED, "as much is on sale as may be: take some first");
        }
        long owed = portion.want();
        long smallest = leastDebt(pair.want());
        long debt = Math.min(owed, Exact.dividedDown(room, penalty.onePlus()));
        if (debt < owed && owed - debt < smallest) {
            debt = owed;
        } else if (debt < owed && debt < smallest) {
            return Ruling.refuse(TOO_SMALL, "only " + debt + " fits under the ceiling, less than the dust limit");
        }
        Portion part = portion.owingAtMost(debt);
        if (part.isEmpty()) {
            return Ruling.refuse(TOO_SMALL, "the lot would be empty");
        }
        Option<Decimal> top = firstPrice(pair, view);
        if (top.isEmpty()) {
            return noPrice();
        }
        AccountId lot = view.freshLot(0);
        Sale sale = new Sale(
                pair,
                Exact.timesDown(debt, penalty.onePlus()),
                top.get(),
                view.block().timeMillis());
        // What is left of the account is another portion, and earns another reward.
        Ruling<Sales> seizing =
                Ruling.of(state.put(lot, sale)).withdraw(kick.target()).then(part.into(lot));
        return Either.right(start(rewarded(seizing, kick.caller(), reward(sale)), lot, sale));
    }

    private static Either<Rejection, Ruling<Sales>> noPrice() {
        return Ruling.refuse(NO_PRICE, "no oracle price to start from");
    }

    /** Starts the sale of a position, or starts it anew. */
    private Either<Rejection, Ruling<Sales>> position(Sales state, AccountId account, MarginView view) {
        Option<Pair> pair = view.exposure(account).map(Exposure::pair);
        if (pair.isEmpty()) {
            return Ruling.refuse(NOT_UNSAFE, "the account owes nothing");
        }
        return firstPrice(pair.get(), view)
                .map(top -> Sale.ofPosition(pair.get(), top, view.block().timeMillis()))
                .<Either<Rejection, Ruling<Sales>>>map(sale ->
                        Either.right(start(Ruling.of(state.put(account, sale)).withdraw(account), account, sale)))
                .getOrElse(DutchAuction::noPrice);
    }

    private Either<Rejection, Ruling<Sales>> take(Sales state, Sale sale, Call.Bid bid, MarginView view) {
        AskPrice price = bid.offer().price();
        if (needsRestart(sale, view.block().timeMillis())) {
            return Ruling.refuse(NOT_DUE, "the sale must be restarted first");
        }
        if (sale.isOfPosition()) {
            return Ruling.fillAtAsk(state, bid).map(filled -> offer(filled, bid.target(), sale));
        }
        if (Exact.compareProducts(price.want(), bid.receive(), bid.pay(), price.give()) > 0) {
            return Ruling.refuse(PRICE, "asked " + price.want() + " for " + price.give());
        }
        Pair pair = sale.pair();
        long lot = view.holding(bid.target(), pair.give());
        long owed = Math.max(0, -view.holding(bid.target(), pair.want()));
        // The fee on a lot's debt may outgrow a small penalty; what the tab does not cover stays its owner's.
        long tab = sale.tab();
        long give = Math.min(lot, bid.receive() == 0 ? price.giveDown(bid.pay()) : bid.receive());
        long want = price.wantUp(give);
        boolean buysAll = give < lot && bid.pay() >= tab && give >= price.giveDown(tab);
        if (want > tab || buysAll) {
            want = tab;
            give = Math.min(lot, price.giveDown(want));
        } else if (want < tab && give < lot && tab - want < leastRemainder(pair.want())) {
            if (tab <= leastRemainder(pair.want())) {
                return Ruling.refuse(TOO_SMALL, "so small a tab is sold as a whole: " + tab);
            }
            want = tab - leastRemainder(pair.want());
            give = price.giveDown(want);
        }
        if (give == 0) {
            return Ruling.refuse(TOO_SMALL, "nothing would change hands");
        }
        Order fill = new Order.Fill(
                bid.target(),
                bid.caller(),
                bid.caller(),
                new Parcel(pair.give(), give),
                new Parcel(pair.want(), want),
                Math.max(0, want - owed));
        if (give == lot || want == tab) {
            return Either.right(Ruling.of(state.end(bid.target())).then(fill).then(new Order.Close(bid.target())));
        }
        Sale rest = new Sale(pair, tab - want, sale.top(), sale.startMillis());
        return Either.right(offer(Ruling.of(state.put(bid.target(), rest)).then(fill), bid.target(), rest));
    }

    private Either<Rejection, Ruling<Sales>> restart(Sales state, Sale sale, Call.Restart restart, MarginView view) {
        long now = view.block().timeMillis();
        if (!needsRestart(sale, now)) {
            return Ruling.refuse(NOT_DUE, "the sale still runs");
        }
        AccountId lot = restart.target();
        if (sale.isOfPosition()) {
            return position(state, lot, view);
        }
        Option<Decimal> top = firstPrice(sale.pair(), view);
        if (top.isEmpty()) {
            return noPrice();
        }
        Sale again = new Sale(sale.pair(), sale.tab(), top.get(), now);
        if (buysNothing(again)) {
            return Either.right(Ruling.of(state.end(lot)).then(new Order.Close(lot)));
        }
        Ruling<Sales> ruling = Ruling.of(state.put(lot, again)).withdraw(lot);
        return Either.right(start(
                worthRestarting(lot, sale, view) ? rewarded(ruling, restart.caller(), reward(sale)) : ruling,
                lot,
                again));
    }

    /** Whether what is left of the tab is less than one base unit of the lot costs: nobody could ever pay it. */
    private static boolean buysNothing(Sale sale) {
        Pair pair = sale.pair();
        return AskPrice.of(sale.top(), Decimal.ONE, pair.want(), pair.give(), AskPrice.UNTIL_PRICES_CHANGE)
                        .giveDown(sale.tab())
                == 0;
    }

    private Ruling<Sales> start(Ruling<Sales> ruling, AccountId target, Sale sale) {
        return offer(ruling, target, sale).wakeAt(target, restartDueMillis(sale));
    }

    private Ruling<Sales> offer(Ruling<Sales> ruling, AccountId target, Sale sale) {
        return ruling.offer(
                target,
                sale.pair(),
                sale.isOfPosition() ? Limit.whole() : new Limit.Want(sale.tab()),
                new Ask.Clock(sale.top(), curve, sale.startMillis()));
    }

    private Option<Decimal> firstPrice(Pair pair, MarginView view) {
        return oraclePrice(pair, view).map(price -> price.timesDown(buf.value()));
    }

    private static Option<Decimal> oraclePrice(Pair pair, MarginView view) {
        return view.price(pair.give()).flatMap(give -> view.price(pair.want())
                .map(want -> give.value().dividedDown(want.value())));
    }

    /** Strictly later than {@code tail}, or strictly below {@code cusp} of the first price. */
    boolean needsRestart(Sale sale, long now) {
        long elapsed = now - sale.startMillis();
        return elapsed > tail.toMillis()
                || curve.price(sale.top(), elapsed)
                                .toBigDecimal()
                                .compareTo(sale.top()
                                        .toBigDecimal()
                                        .multiply(cusp.value().toBigDecimal()))
                        < 0;
    }

    /** The first millisecond at which it needs a restart; the price never rises, so halving finds it. */
    long restartDueMillis(Sale sale) {
        long before = 0;
        long due = tail.toMillis() + 1;
        while (due - before > 1) {
            long middle = (before + due) >>> 1;
            if (needsRestart(sale, sale.startMillis() + middle)) {
                due = middle;
            } else {
                before = middle;
            }
        }
        return sale.startMillis() + due;
    }

    @Override
    public long leastRemainder(Asset wanted) {
        return Exact.timesDown(leastDebt(wanted), penalty.onePlus());
    }

    @Override
    public long leastDebt(Asset owed) {
        return dust.flatMap(least -> least.in(owed)).getOrElse(0L);
    }

    /** What starting a sale earns: a share of its tab in the same asset, and the tip; nothing for a position. */
    private Seq<Parcel> reward(Sale sale) {
        Asset want = sale.pair().want();
        long flat = tip.flatMap(parcel -> parcel.in(want)).getOrElse(0L);
        return sale.isOfPosition()
                ? List.empty()
                : tip.filter(parcel -> !parcel.asset().equals(want))
                        .toList()
                        .prepend(new Parcel(want, flat + chip.ofDown(sale.tab())))
                        .filter(parcel -> parcel.units() > 0);
    }

    private long expectedReward(AccountId account, MarginView view) {
        return Portion.of(account, view)
                .map(portion -> worth(
                        reward(new Sale(
                                portion.pair(), Exact.timesDown(portion.want(), penalty.onePlus()), Decimal.ONE, 0)),
                        view))
                .getOrElse(0L);
    }

    private long restartReward(AccountId target, Sale sale, MarginView view) {
        return worthRestarting(target, sale, view) ? worth(reward(sale), view) : 0;
    }

    private static long worth(Seq<Parcel> reward, MarginView view) {
        return Portion.worth(reward, view)
                .movePointRight(view.numeraire().decimals())
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }

    /** Not where the sale is too small to be worth a reward. */
    private boolean worthRestarting(AccountId target, Sale sale, MarginView view) {
        Pair pair = sale.pair();
        long least = leastRemainder(pair.want());
        return !sale.isOfPosition()
                && sale.tab() >= least
                && oraclePrice(pair, view)
                        .map(price -> AskPrice.of(
                                        price, Decimal.ONE, pair.want(), pair.give(), AskPrice.UNTIL_PRICES_CHANGE)
                                .wantUp(view.holding(target, pair.give())))
                        .exists(worth -> worth >= least);
    }

    private static Ruling<Sales> rewarded(Ruling<Sales> ruling, AccountId caller, Seq<Parcel> reward) {
        return reward.foldLeft(ruling, (all, parcel) -> all.then(new Order.Reward(caller, parcel)));
    }
}
