package io.firebreak.lending.english;

import static io.firebreak.api.action.Reason.LIMIT_REACHED;
import static io.firebreak.api.action.Reason.NOT_DUE;
import static io.firebreak.api.action.Reason.NOT_THERE;
import static io.firebreak.api.action.Reason.NOT_UNSAFE;
import static io.firebreak.api.action.Reason.PRICE;
import static io.firebreak.api.action.Reason.TOO_SMALL;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Invitation.Step;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.SparesContracts;
import io.firebreak.api.liquidation.StartsAtOnce;
import io.firebreak.api.liquidation.StatesBidding;
import io.firebreak.api.liquidation.StatesCeiling;
import io.firebreak.api.liquidation.StatesPenalty;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.lending.seizure.Portion;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Auctions collateral in lots to the best bidder. Becoming unsafe only allows a kick, which seizes one lot, a
 * {@link Portion} or part of one; bids rise until they cover the tab, then the lot shrinks; a best bid that stands for {@code
 * ttl} wins.
 *
 * <p>Any first bid is welcome, zero included. A bid is locked until it is outbid, and then paid back in full. What of a
 * winning bid exceeds the lot's debt is penalty.
 */
@About(
        value =
                "Auctions seized collateral in lots: bids rise until they cover debt and penalty, then the lot shrinks.",
        follows =
                "Maker dss fa4f6630: flip.sol, cat.sol; lots by collateral as on Black Thursday, or by debt as after it",
        simplifies = "a first bid may be exactly zero (Maker: one unit of 1e-45); debt in auction still bears the fee")
public record EnglishAuction(
        @Parameter(
                        value = "least step between bids, and between lots once the tab is bid",
                        unit = "ratio",
                        preset = "3%",
                        min = "0",
                        max = "1",
                        source = "Maker mainnet, 2020-05-15; flip.sol itself presets 5%")
                Ratio beg,
        @Parameter(
                        value = "a best bid that stands for so long wins",
                        preset = "10 min",
                        min = "1 s",
                        source = "Maker mainnet on 2020-03-12")
                Duration ttl,
        @Parameter(
                        value = "bidding ends so long after the start in any case",
                        preset = "3 d",
                        min = "1 s",
                        source = "Maker mainnet on 2020-03-12")
                Duration tau,
        @Parameter(
                        value = "most collateral in one lot; without it the lot is bounded by debt alone",
                        source = "Maker mainnet on 2020-03-12: 50 ETH, from 2020-05 500 ETH")
                Option<Parcel> lot,
        @Parameter(
                        value = "most debt with penalty in one lot",
                        source = "cat.sol: dunk, from 2020-08; 50,000 DAI for ETH")
                Option<Parcel> maxDebt,
        @Parameter(
                        value = "what the tab exceeds the debt by",
                        unit = "ratio",
                        preset = "13%",
                        min = "0",
                        max = "1",
                        source = "Maker mainnet on 2020-03-12")
                Ratio penalty,
        @Parameter(
                        value = "most debt with penalty under auction at a time",
                        source = "cat.sol: box, from 2020-08; on 2020-03-12 there was none")
                Option<Parcel> box,
        @Parameter(
                        value = "no kick while less room than this is left under the box",
                        source = "cat.sol: dust; 20 DAI on 2020-03-12")
                Option<Parcel> dust)
        implements LiquidationModel<Auctions>,
                StatesPenalty,
                StatesBidding,
                StatesCeiling,
                StartsAtOnce,
                SparesContracts {
    @Override
    public String whyNoContracts() {
        return "a bid is locked until it is outbid, and a position is paid for on margin, which cannot be locked";
    }

    @Override
    public Option<Parcel> ceiling() {
        return box;
    }

    @Override
    public Option<Parcel> leastRoom() {
        return dust;
    }

    @Override
    public Auctions initial() {
        return Auctions.NONE;
    }

    @Override
    public Ruling<Auctions> rule(Auctions state, Docket docket) {
        Ruling<Auctions> ruling = Ruling.of(state);
        for (AccountId account : docket.unsafe()) {
            if (docket.view().exposure(account).isDefined()) {
                ruling = ruling.invite(account, Step.KICK, 0);
            }
        }
        for (AccountId account : docket.cured()) {
            ruling = ruling.withdraw(account);
        }
        for (AccountId lotId : docket.due()) {
            for (Auction auction : state.open().get(lotId)) {
                ruling = auction.bidding().ended(ruling, lotId);
            }
        }
        return ruling;
    }

    @Override
    public Either<Rejection, Ruling<Auctions>> answer(Auctions state, Call call, MarginView view) {
        if (call instanceof Call.Kick kick) {
            return kick(state, kick.target(), view);
        }
        Option<Auction> open = state.open().get(call.target());
        if (open.isEmpty()) {
            return Ruling.refuse(NOT_THERE, "no auction of this lot");
        }
        Auction auction = open.get();
        long now = view.block().timeMillis();
        if (call instanceof Call.Bid bid) {
            return bid(state, auction, bid, now);
        }
        boolean settles = call instanceof Call.Settle;
        if (!auction.bidding().over(now) || settles != auction.bidding().hasLeader()) {
            return Ruling.refuse(NOT_DUE, "no bid has won yet, or one has");
        }
        return Either.right(
                settles ? settle(state, call.target(), auction, view) : restart(state, call.target(), auction, now));
    }

    private Either<Rejection, Ruling<Auctions>> kick(Auctions state, AccountId account, MarginView view) {
        if (state.open().containsKey(account)
                || !view.health(account, Requirement.MAINTENANCE).unsafe()) {
            return Ruling.refuse(NOT_UNSAFE, "only an unsafe account may be kicked");
        }
        return Portion.of(account, view)
                .map(portion -> kick(state, portion, view))
                .getOrElse(() -> Ruling.refuse(NOT_UNSAFE, "the account owes nothing"));
    }

    private Either<Rejection, Ruling<Auctions>> kick(Auctions state, Portion portion, MarginView view) {
        Pair pair = portion.pair();
        long room = state.tabs().roomUnder(box, pair.want());
        if (room < Math.max(1, units(dust, pair.want()).getOrElse(1L))) {
            return Ruling.refuse(LIMIT_REACHED, room + " base units of room are left for auctions: settle some first");
        }
        long most = Math.min(room, units(maxDebt, pair.want()).getOrElse(Long.MAX_VALUE));
        long largest = units(lot, pair.give()).getOrElse(Long.MAX_VALUE);
        Portion byDebt = portion.owingAtMost(Exact.dividedDown(most, penalty.onePlus()));
        Portion part = byDebt.give() > largest ? portion.holdingAtMost(largest) : byDebt;
        if (part.isEmpty()) {
            return Ruling.refuse(TOO_SMALL, "the lot would be empty");
        }
        AccountId lotId = view.freshLot(0);
        Auction auction = new Auction(
                pair,
                Exact.timesDown(part.want(), penalty.onePlus()),
                part.give(),
                0,
                Bidding.until(view.block().timeMillis() + tau.toMillis()));
        return Either.right(offer(Ruling.of(state.start(lotId, auction)).then(part.into(lotId)), lotId, auction));
    }

    private static Option<Long> units(Option<Parcel> limit, Asset asset) {
        return limit.flatMap(most -> most.in(asset));
    }

    private Either<Rejection, Ruling<Auctions>> bid(Auctions state, Auction auction, Call.Bid bid, long now) {
        long least = auction.leastBid(beg);
        long most = auction.mostLot(beg);
        if (bid.pay() < least || bid.pay() > auction.tab()) {
            return Ruling.refuse(PRICE, "bid " + bid.pay() + ", wanted " + least + ".." + auction.tab());
        }
        boolean lotFits = auction.paidInFull() ? bid.receive() > 0 && bid.receive() <= most : bid.receive() == most;
        if (!lotFits) {
            return Ruling.refuse(PRICE, "asked for " + bid.receive() + " of a lot of " + most);
        }
        Pair pair = auction.pair();
        Bidding led = auction.bidding().ledBy(bid.caller(), now + ttl.toMillis());
        Auction next = new Auction(pair, auction.tab(), bid.receive(), bid.pay(), led);
        Ruling<Auctions> ruling = Ruling.of(state.update(bid.target(), next));
        for (AccountId outbid : auction.bidding().leader()) {
            ruling = ruling.pay(outbid, pair.want(), auction.bid());
        }
        ruling = ruling.then(new Order.Lock(bid.caller(), new Parcel(pair.want(), bid.pay())));
        long spared = auction.lot() - bid.receive();
        if (spared > 0) {
            ruling = ruling.then(new Order.Return(bid.target(), new Parcel(pair.give(), spared)));
        }
        return Either.right(offer(ruling, bid.target(), next));
    }

    private static Ruling<Auctions> settle(Auctions state, AccountId lotId, Auction auction, MarginView view) {
        Pair pair = auction.pair();
        long owed = Math.max(0, -view.holding(lotId, pair.want()));
        return Ruling.of(state.end(lotId, auction))
                .then(new Order.Fill(
                        lotId,
                        auction.bidding().leader().get(),
                        view.self(),
                        new Parcel(pair.give(), auction.lot()),
                        new Parcel(pair.want(), auction.bid()),
                        Math.max(0, auction.bid() - owed)))
                .then(new Order.Close(lotId));
    }

    private Ruling<Auctions> restart(Auctions state, AccountId lotId, Auction auction, long now) {
        Auction next = auction.with(Bidding.until(now + tau.toMillis()));
        return offer(Ruling.of(state.update(lotId, next)).withdraw(lotId), lotId, next);
    }

    private Ruling<Auctions> offer(Ruling<Auctions> ruling, AccountId lotId, Auction auction) {
        return ruling.offer(lotId, auction.pair(), Limit.whole(), auction.ask(beg))
                .wakeAt(lotId, auction.bidding().lastMillis() + 1);
    }
}
