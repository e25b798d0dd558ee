package io.firebreak.core.engine;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.Seller;
import io.firebreak.api.liquidation.SparesContracts;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.metric.Event;
import io.firebreak.api.plugin.Mechanism;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.book.Book;
import io.firebreak.core.book.Law;
import io.firebreak.core.book.LawBroken;
import io.firebreak.core.book.Ledger;
import io.firebreak.core.book.Refusal;
import io.firebreak.core.book.Timers;
import io.firebreak.core.book.UndoLog;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/**
 * A mechanism that sells, during a run: it is asked, and its orders are carried out where they are lawful.
 *
 * <p>Whatever it orders, these hold: it touches unsafe accounts and its own lots only; it takes no more than is there and
 * repays no more than is owed; only the caller and its own account pay.
 */
final class SellerDesk<S> implements UndoLog.Undoable {
    private final Desk<?> desk;
    private final World world;
    private final Ledger ledger;
    private final Seller<S> seller;
    private final String name;
    private final int number;
    private final int self;
    private final LossModel.Purse purse;
    private final Eyes eyes;
    private final Positions positions;
    final boolean sparesContracts;
    final Timers timers;
    private S state;
    /** How often this ruling has rounded a pool so far: what others owe may be a unit less for each. */
    private int roundings;
    /** The account that this ruling has begun to seize: it was unsafe then, whatever a part of it does for the rest. */
    private int seizing = Accounts.NONE;

    /**
     * A seller.
     *
     * @param number 0 for the liquidation model, n for the n-th loss layer
     */
    SellerDesk(Desk<?> desk, Seller<S> seller, String name, int number, int self, LossModel.Purse purse) {
        this.desk = desk;
        this.world = desk.world;
        this.ledger = world.ledger;
        this.seller = seller;
        this.name = name;
        this.number = number;
        this.self = self;
        this.purse = purse;
        eyes = new Eyes(desk, self);
        positions = new Positions(desk);
        sparesContracts = seller instanceof Mechanism model
                && model.power(SparesContracts.class).isDefined();
        timers = new Timers(world.undo);
        state = seller.initial();
    }

    String name() {
        return name;
    }

    S state() {
        return state;
    }

    void setState(S next) {
        if (next != state) {
            world.undo.push(this, 0, 0, 0, state);
            state = next;
        }
    }

    @SuppressWarnings("unchecked")
    @Override
    public void undo(int first, int second, long value, @Nullable Object reference) {
        // Who began with nothing at all begins so again: rule 608 says so.
        state = reference == null ? seller.initial() : (S) reference;
    }

    Eyes eyes() {
        return eyes;
    }

    /** Asks for a ruling and carries it out. */
    void rule(Seq<AccountId> unsafe, Seq<AccountId> cured, Seq<AccountId> due) {
        Ruling<S> ruling = world.ask(name, () -> seller.rule(state, new Docket(unsafe, cured, due, eyes)));
        setState(ruling.state());
        carryOut(ruling.reversed(), Accounts.NONE);
    }

    /** Puts a call to it; a refusal where it says no. */
    void answer(Call call) {
        Either<Rejection, Ruling<S>> answer = world.ask(name, () -> seller.answer(state, call, eyes));
        if (answer.isLeft()) {
            throw new Refusal(answer.getLeft());
        }
        setState(answer.get().state());
        carryOut(answer.get().reversed(), call.caller().index());
    }

    /** What a kick of an account would put on offer, none where it would be refused: asked, and not carried out. */
    Option<Seq<StandingOffer>> opens(AccountId caller, AccountId account) {
        Call kick = new Call.Kick(caller, account);
        return world.ask(
                name, () -> seller.answer(state, kick, eyes).toOption().map(ruling -> offered(ruling.reversed())
                        .toList()));
    }

    private Option<StandingOffer> offered(List<Order> orders) {
        for (Order.Offer offer : orders.filter(Order.Offer.class::isInstance).map(Order.Offer.class::cast)) {
            for (Order.Seize seize :
                    orders.filter(Order.Seize.class::isInstance).map(Order.Seize.class::cast)) {
                return offer.pair().flatMap(pair -> offer.ask()
                        .price(pair, eyes)
                        .map(price -> new StandingOffer(
                                offer.target(),
                                pair,
                                units(seize, pair.give()),
                                offer.limit() instanceof Limit.Want want ? want.units() : Long.MAX_VALUE,
                                offer.ask(),
                                price)));
            }
        }
        return Option.none();
    }

    private static long units(Order.Seize seize, Asset asset) {
        return seize.parcels()
                .find(parcel -> parcel.asset().equals(asset))
                .map(Parcel::units)
                .getOrElse(0L);
    }

    /** Carries orders out, earliest first; {@code caller} is {@link Accounts#NONE} outside an action. */
    void carryOut(List<Order> reversed, int caller) {
        if (reversed.isEmpty()) {
            return;
        }
        List<Order> orders = reversed.tail().isEmpty() ? reversed : reversed.reverse();
        roundings = 0;
        seizing = Accounts.NONE;
        world.inNameOf(name, () -> {
            for (Order order : orders) {
                carryOut(order, caller);
                roundings += order instanceof Order.Fill ? 1 : 0;
            }
        });
    }

    private void carryOut(Order order, int caller) {
        if (order instanceof Order.Fill fill) {
            fill(fill, caller);
        } else if (order instanceof Order.Offer offer) {
            if (mayStand(offer.target().index())) {
                desk.lots.reserve(offer.target().index());
                ledger.mix(2, offer.target().index());
                desk.offers.offer(number, offer);
            }
        } else if (order instanceof Order.Invite invite) {
            if (mayStand(invite.invitation().target().index())) {
                ledger.mix(3, invite.invitation().target().index());
                desk.offers.invite(number, invite.invitation());
            }
        } else if (order instanceof Order.Withdraw withdraw) {
            desk.offers.withdraw(withdraw.target().index());
        } else if (order instanceof Order.Seize seize) {
            seize(seize, caller);
        } else if (order instanceof Order.Lock lock) {
            consent(lock.caller().index(), caller);
            pay(caller, self, lock.parcel());
            world.event(
                    Event.Kind.BID,
                    desk.number,
                    caller,
                    self,
                    lock.parcel().asset().index(),
                    0,
                    lock.parcel().asset().index(),
                    lock.parcel().units());
        } else if (order instanceof Order.Pay pay) {
            pay(payer(pay.parcel().asset()), pay.to().index(), pay.parcel());
        } else if (order instanceof Order.Reward reward) {
            reward(reward, caller);
        } else if (order instanceof Order.Return back) {
            giveBack(back.lot().index(), back.parcel());
        } else if (order instanceof Order.Close close) {
            close(close.lot().index());
        } else if (order instanceof Order.Forfeit forfeit) {
            forfeit(forfeit.lot().index());
        } else if (order instanceof Order.ShareOut share) {
            shareOut(share);
        } else if (order instanceof Order.WakeAt wake) {
            timers.set(wake.target().index(), wake.timeMillis());
        }
    }

    /** Whose money pays: its own, that of whoever lent the asset, or that of whoever covers the venue; none where nobody does. */
    Option<AccountId> purse(Asset asset) {
        return switch (purse) {
            case LENDERS -> desk.lenders(asset);
            case COVER -> desk.cover();
            case ITSELF, TREASURY -> Option.some(world.id(self));
        };
    }

    private int payer(Asset asset) {
        return purse(asset)
                .getOrElseThrow(() -> new LawBroken(
                        Law.PAYER_CONSENTS, "at " + desk.name() + " there is nobody to pay " + asset + " for " + purse))
                .index();
    }

    private void pay(int from, int to, Parcel parcel) {
        ledger.post(from, to, parcel.asset().index(), parcel.units());
    }

    private boolean isLot(int target) {
        return world.accounts.kind(target) == Accounts.Kind.LOT;
    }

    /** Nothing stands on a healthy account; a lot of the seller's may be one that was never seized (a debt auction's). */
    private boolean mayStand(int target) {
        return isLot(target) || desk.book().isUnsafeNow(target);
    }

    private static void consent(int payer, int caller) {
        if (payer != caller) {
            throw new LawBroken(Law.PAYER_CONSENTS, "account " + payer + " pays, account " + caller + " called");
        }
    }

    private void requireOpenOrUnsafe(int target) {
        if (isLot(target)) {
            if (!desk.lots.isOpen(target)) {
                throw new LawBroken(Law.KNOWN_LOT, world.accounts.name(target) + " is not an open lot");
            }
        } else if (world.accounts.kind(target) != Accounts.Kind.MARGIN || world.accounts.venue(target) != desk.number) {
            throw new LawBroken(
                    Law.ONLY_UNSAFE, world.accounts.name(target) + " is no margin account of " + desk.name());
        } else if (target != seizing && !desk.book().isUnsafeNow(target)) {
            throw new LawBroken(Law.ONLY_UNSAFE, world.accounts.name(target) + " is healthy");
        }
    }

    private void seize(Order.Seize seize, int caller) {
        int account = seize.account().index();
        int lot = seize.lot().index();
        requireOpenOrUnsafe(account);
        seizing = account;
        ledger.mix(4, lot);
        desk.lots.open(lot, account);
        Parcel given = new Parcel(desk.book().numeraire(), 0);
        Parcel debt = given;
        for (Parcel parcel : seize.parcels()) {
            Leg leg = positions.leg(parcel.asset());
            long held = desk.book().holding(account, parcel.asset());
            if (Math.abs(parcel.units()) > Math.abs(held) || Long.signum(parcel.units()) * Long.signum(held) < 0) {
                throw new LawBroken(
                        Law.SEIZE_WITHIN_HOLDINGS,
                        "seizes " + parcel + " of " + parcel.asset().show(held));
            }
            if (parcel.units() >= 0) {
                pay(account, lot, parcel);
                given = parcel.units() > given.units() ? parcel : given;
            } else {
                debt = parcel;
                positions.moveDebt(account, lot, leg, -parcel.units(), -held);
            }
        }
        world.event(
                Event.Kind.SEIZED,
                desk.number,
                account,
                lot,
                given.asset().index(),
                given.units(),
                debt.asset().index(),
                -debt.units());
        if (caller != Accounts.NONE) {
            world.event(
                    Event.Kind.KICKED,
                    desk.number,
                    account,
                    caller,
                    given.asset().index(),
                    given.units());
        }
        desk.book().note(account);
    }

    private void fill(Order.Fill fill, int caller) {
        int target = fill.target().index();
        int taker = fill.taker().index();
        int payer = fill.payer().index();
        Book book = desk.book();
        if (roundings > 0 && !isLot(target) && book.isUnsafe(target) && !book.isUnsafeNow(target)) {
            // What was ordered before it in the same ruling has cured the account: the fill is void, as an offer would
            // be.
            return;
        }
        requireOpenOrUnsafe(target);
        if (payer != self && payer != caller && !(caller == Accounts.NONE && payer == world.outside)) {
            throw new LawBroken(Law.PAYER_CONSENTS, world.accounts.name(payer) + " did not call");
        }
        if (payer == world.outside) {
            // A bound has infinite depth: the world may owe what has not been issued yet.
            ledger.allowDebt(world.outside, fill.want().asset());
        }
        long give = fill.give().units();
        long want = fill.want().units();
        long penalty = fill.penalty();
        if (give < 0 || want < 0 || penalty < 0 || penalty > want) {
            throw new LawBroken(Law.AMOUNT_RANGE, "fill of " + fill.give() + " for " + fill.want());
        }
        Leg given = positions.leg(fill.give().asset());
        Leg wanted = positions.leg(fill.want().asset());
        if (give > desk.mostGive(target, fill.give().asset())) {
            throw new LawBroken(
                    Law.SEIZE_WITHIN_HOLDINGS,
                    "takes " + fill.give() + " of "
                            + fill.give()
                                    .asset()
                                    .show(book.holding(target, fill.give().asset())));
        }
        penalty -= Math.min(penalty, positions.roundedUp(target, wanted, want - penalty, roundings));
        boolean contracts = !(given instanceof Leg.Holding) || wanted instanceof Leg.Contract;
        int receiver = contracts && !(taker == world.outside) ? desk.marginAccount(taker) : taker;
        int giver = contracts && !(payer == world.outside) ? desk.marginAccount(payer) : payer;
        ledger.mix(5, target);
        ledger.post(target, receiver, fill.give().asset().index(), give);
        if (penalty > 0) {
            ledger.post(giver, desk.treasury, fill.want().asset().index(), penalty);
            world.event(
                    Event.Kind.PENALTY,
                    desk.number,
                    target,
                    payer,
                    fill.want().asset().index(),
                    penalty);
        }
        if (desk.lots.isEstate(target)) {
            ledger.post(giver, desk.treasury, fill.want().asset().index(), want - penalty);
        } else {
            positions.repay(target, giver, wanted, want - penalty, roundings);
        }
        world.event(
                Event.Kind.FILLED,
                desk.number,
                target,
                taker,
                fill.give().asset().index(),
                give,
                fill.want().asset().index(),
                want);
        if (contracts) {
            desk.settle(target);
            if (receiver != world.outside) {
                desk.requireInitialMargin(receiver);
            }
        }
        if (!isLot(target)) {
            desk.offers.withdraw(target);
            book.note(target);
            if (!positions.holdAnything(target)) {
                missing(target);
            }
        }
    }

    private void missing(int account) {
        positions.missing(account);
        roundings++;
    }

    private void reward(Order.Reward reward, int caller) {
        consent(reward.caller().index(), caller);
        int asset = reward.parcel().asset().index();
        long units = reward.parcel().units();
        long there = Math.max(0, Math.min(units, ledger.balance(asset, desk.treasury)));
        ledger.post(desk.treasury, caller, asset, there);
        if (units > there) {
            ledger.post(desk.shortfall, caller, asset, units - there);
            world.event(Event.Kind.SHORTFALL, desk.number, desk.treasury, desk.shortfall, asset, units - there);
        }
        world.event(Event.Kind.REWARD, desk.number, caller, caller, asset, units);
    }

    private void forfeit(int lot) {
        if (!isLot(lot)) {
            throw new LawBroken(Law.KNOWN_LOT, world.accounts.name(lot) + " is no lot");
        }
        requireOpenOrUnsafe(lot);
        desk.offers.withdraw(lot);
        timers.clear(lot);
        desk.settle(lot);
        missing(lot);
        desk.lots.forfeit(lot);
        world.event(Event.Kind.CLOSED, desk.number, lot, world.accounts.owner(lot), 0, 0);
        if (!positions.holdAnything(lot)) {
            close(lot);
        }
    }

    private void shareOut(Order.ShareOut share) {
        int estate = share.estate().index();
        if (number == 0 || !desk.lots.isEstate(estate) || !desk.lots.isOpen(estate)) {
            throw new LawBroken(Law.KNOWN_LOT, world.accounts.name(estate) + " is no estate of a loss layer");
        }
        if (positions.shareOut(estate, share.missing(), share.by())) {
            close(estate);
        }
    }

    private void giveBack(int lot, Parcel parcel) {
        requireOpenOrUnsafe(lot);
        int owner = world.accounts.owner(lot);
        pay(lot, owner, parcel);
        world.event(Event.Kind.RETURNED, desk.number, owner, lot, parcel.asset().index(), parcel.units());
    }

    private void close(int lot) {
        if (world.accounts.owner(lot) == Accounts.NONE) {
            // A lot that was never seized: what a loss layer sold.
            desk.offers.withdraw(lot);
            timers.clear(lot);
            return;
        }
        desk.lots.close(lot);
        desk.offers.withdraw(lot);
        timers.clear(lot);
        desk.settle(lot);
        if (positions.holdAnything(lot)) {
            int owner = desk.lots.isEstate(lot) ? desk.treasury : world.accounts.owner(lot);
            for (Leg leg : desk.book().legs()) {
                long held = desk.book().holding(lot, leg.asset());
                if (held > 0) {
                    ledger.post(lot, owner, leg.asset().index(), held);
                    world.event(
                            Event.Kind.RETURNED,
                            desk.number,
                            owner,
                            lot,
                            leg.asset().index(),
                            held);
                } else if (held < 0) {
                    positions.moveDebt(lot, owner, leg, -held, -held);
                }
            }
            if (!desk.lots.isEstate(lot)) {
                desk.book().note(owner);
            }
        } else {
            missing(lot);
        }
        if (!desk.lots.isEstate(lot)) {
            world.event(Event.Kind.CLOSED, desk.number, lot, world.accounts.owner(lot), 0, 0);
        }
    }
}
