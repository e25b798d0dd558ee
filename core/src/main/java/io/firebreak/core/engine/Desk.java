package io.firebreak.core.engine;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.SparesContracts;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.MovingMargin;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Verdict;
import io.firebreak.api.venue.Backing;
import io.firebreak.api.venue.Covers;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Quotes;
import io.firebreak.api.venue.QuotesRedemption;
import io.firebreak.api.venue.Redeems;
import io.firebreak.api.venue.RedeemsAccounts;
import io.firebreak.api.venue.SettlesAtEnd;
import io.firebreak.api.venue.StandsReady;
import io.firebreak.api.venue.StatesBacking;
import io.firebreak.api.venue.StatesPrice;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.view.Price;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.book.Book;
import io.firebreak.core.book.Law;
import io.firebreak.core.book.LawBroken;
import io.firebreak.core.book.Ledger;
import io.firebreak.core.book.Offers;
import io.firebreak.core.book.Refusal;
import io.firebreak.core.book.UndoLog;
import io.firebreak.core.economy.VenueSpec;
import io.vavr.Tuple2;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A venue during a run: its state and accounts, its book, what stands there, and who guards it.
 *
 * @param <S> the venue's state
 */
final class Desk<S> implements UndoLog.Undoable {
    final int number;
    final World world;
    final VenueSpec spec;
    final Offers offers;
    final Lots lots = new Lots(this);
    final Dockets dockets = new Dockets(this);
    final Shown shown = new Shown(this);
    final List<Layer<?>> layers = new ArrayList<>();
    final Map<String, Integer> own = new TreeMap<>();
    final Map<String, Asset> issued = new TreeMap<>();
    final List<Guard<?>> guards = new ArrayList<>();
    final int treasury;
    final int shortfall;
    final int badDebt;
    final @Nullable Book book;

    @Nullable
    SellerDesk<?> liquidation;

    final Eyes eyes;
    private final Venue<S> venue;
    private final @Nullable Moving<?> moving;
    private final Map<String, Decimal> marks = new HashMap<>();
    /** By wallet; 0, which is the world's account, where a wallet has none. */
    private int[] marginAccounts = new int[0];

    private S state;

    Desk(int number, VenueSpec spec, Venue<S> venue, World world, boolean scan) {
        this.number = number;
        this.spec = spec;
        this.venue = venue;
        this.world = world;
        offers = new Offers(world.undo);
        treasury = openOwn("treasury", Accounts.Kind.OWN);
        shortfall = openOwn("shortfall", Accounts.Kind.SHORTFALL);
        badDebt = openOwn("bad-debt", Accounts.Kind.SHORTFALL);
        Plan plan = venue.plan();
        for (Plan.Claim claim : plan.issues()) {
            Ledger.Issue issue =
                    switch (claim.kind()) {
                        case SHARE -> Ledger.Issue.SHARE;
                        case DEBT -> Ledger.Issue.DEBT;
                        case CONTRACT -> Ledger.Issue.CONTRACT;
                    };
            issued.put(claim.name(), world.ledger.add(name() + "." + claim.name(), claim.decimals(), issue, number));
        }
        for (Plan.Own account : plan.accounts()) {
            int opened = openOwn(account.name(), Accounts.Kind.OWN);
            account.mayOwe().forEach(asset -> world.ledger.allowDebt(opened, asset));
        }
        state = venue.initial();
        eyes = new Eyes(this, treasury);
        if (venue instanceof MarginVenue<?> marginVenue) {
            MarginModel margin = spec.margin().getOrElse(marginVenue::margin);
            book = new Book(number, world.ledger, marginVenue.legs(eyes), margin, marginVenue.numeraire(eyes), scan);
            moving = margin instanceof MovingMargin<?> moves ? new Moving<>(moves) : null;
        } else {
            book = null;
            moving = null;
        }
    }

    /** A margin model whose weights move, during a run. */
    private final class Moving<M> {
        private final MovingMargin<M> model;
        private M state;
        private LinearMargin now;

        Moving(MovingMargin<M> model) {
            this.model = model;
            state = model.initial();
            now = model;
        }

        void observe() {
            state = model.observe(state, eyes);
            LinearMargin next = model.now(state);
            if (!next.equals(now)) {
                now = next;
                book().setMargin(next);
            }
        }
    }

    /** Lets a margin model whose weights move look at the world. */
    void moveMargin() {
        if (moving != null) {
            world.ask(name() + ".margin", () -> {
                moving.observe();
                return number;
            });
        }
    }

    /** Who lent an asset. */
    Option<AccountId> cover() {
        for (Desk<?> desk : world.desks) {
            if (desk.venue instanceof Covers covers && covers.insured().equals(ref())) {
                return Option.some(desk.id(covers.purse()));
            }
        }
        return Option.none();
    }

    Option<AccountId> lenders(Asset asset) {
        return venue instanceof MarginVenue<?> marginVenue ? marginVenue.lenders(asset, eyes) : Option.none();
    }

    /** Lets a margin account begin with what is no leg; whether the venue knows how. */
    boolean open(int account, Parcel parcel) {
        if (!(venue instanceof MarginVenue<?> marginVenue)) {
            return false;
        }
        Option<Seq<Posting>> postings =
                marginVenue.opening(world.id(account), world.id(world.accounts.owner(account)), parcel, eyes);
        postings.forEach(all -> all.forEach(posting -> world.ledger.post(
                posting.from().index(), posting.to().index(), posting.asset().index(), posting.units())));
        return postings.isDefined();
    }

    boolean redeems() {
        return venue instanceof Redeems<?>;
    }

    /** What a claim would redeem for; empty where the venue redeems none. */
    @SuppressWarnings("unchecked")
    Seq<Parcel> redemption(Asset claim, long units) {
        return venue instanceof Redeems<?> redeems
                ? world.ask(name(), () -> ((Redeems<S>) redeems).redemption(state, claim, units, eyes))
                : Array.empty();
    }

    /** What a redemption would return, fees taken off; none where the venue does not say. */
    @SuppressWarnings("unchecked")
    Option<Long> redeemed(Asset claim, long units, Asset get) {
        return venue instanceof QuotesRedemption<?> quotes
                ? Option.some(world.ask(
                        name(), () -> ((QuotesRedemption<S>) quotes).redeemed(state, claim, units, get, eyes)))
                : Option.none();
    }

    /** The venue as one that takes what others offer; {@code null} where it does not. */
    @SuppressWarnings("unchecked")
    @Nullable
    StandsReady<S> ready() {
        return venue instanceof StandsReady<?> stands ? (StandsReady<S>) stands : null;
    }

    /** What it has at hand to pay with; 0 where it takes none of what others offer. */
    long atHand(Asset asset) {
        StandsReady<S> stands = ready();
        return stands == null
                ? 0
                : world.ledger.balance(asset.index(), id(stands.purse()).index());
    }

    /** How much it would pay on an offer; 0 where it takes none. */
    long takes(StandingOffer offer) {
        StandsReady<S> stands = ready();
        return stands == null ? 0 : world.ask(name(), () -> stands.takes(state, offer, eyes));
    }

    /** Tells it what it has paid and received. */
    void took(Parcel paid, Parcel received) {
        StandsReady<S> stands = ready();
        if (stands != null) {
            Step<S> step = world.ask(name(), () -> stands.took(state, paid, received, eyes));
            world.inNameOf(name(), () -> carryOut(step, Accounts.NONE));
        }
    }

    /** What a designer should know before liquidating here with this model. */
    Seq<String> warnings(LiquidationModel<?> model) {
        if (book == null || !(venue instanceof MarginVenue<?> marginVenue)) {
            return Array.empty();
        }
        Option<String> spared = model.power(SparesContracts.class)
                .filter(spares -> book.legs().exists(Leg.Contract.class::isInstance))
                .map(spares -> name() + " trades contracts, which its liquidation model never liquidates: "
                        + spares.whyNoContracts() + ". Maybe choose one that does.");
        return Toxicity.warning(name(), book.legs(), spec.margin().getOrElse(marginVenue::margin), model)
                .toArray()
                .appendAll(spared);
    }

    private int openOwn(String account, Accounts.Kind kind) {
        int opened = world.accounts.open(kind, number, Accounts.NONE, name() + "/" + account);
        own.put(account, opened);
        return opened;
    }

    String name() {
        return spec.name().name();
    }

    Book book() {
        if (book == null) {
            throw new Refusal(Reason.NOT_OFFERED, "venue " + name() + " has no margin accounts");
        }
        return book;
    }

    @Nullable
    Decimal mark(String name) {
        return marks.get(name);
    }

    boolean hasMarginAccount(int wallet) {
        return wallet < marginAccounts.length && marginAccounts[wallet] != 0;
    }

    /** The margin account of a wallet, opened where there is none. */
    int marginAccount(int wallet) {
        if (!hasMarginAccount(wallet)) {
            String account = name() + "/" + world.accounts.name(wallet);
            own(wallet, world.accounts.open(Accounts.Kind.MARGIN, number, wallet, account));
        }
        return marginAccounts[wallet];
    }

    /** Makes a margin account that of its owner, where it has none. */
    void own(int wallet, int marginAccount) {
        if (wallet >= marginAccounts.length) {
            marginAccounts = Arrays.copyOf(marginAccounts, wallet + 64);
        }
        if (marginAccounts[wallet] == 0) {
            marginAccounts[wallet] = marginAccount;
        }
    }

    /** Hands the prices that the venue's feeds show to its book. */
    void takePrices() {
        if (book == null) {
            return;
        }
        for (int leg = 0; leg < book.legs().size(); leg++) {
            Decimal price = priceOf(book.legs().get(leg).price());
            if (price != null) {
                book.setPrice(leg, price);
            }
        }
    }

    private @Nullable Decimal priceOf(PriceSource source) {
        Price price = quoted(source);
        return price == null ? null : price.value();
    }

    /** What a source says, and when it was observed; {@code null} before it says anything. */
    private @Nullable Price quoted(PriceSource source) {
        if (source instanceof PriceSource.Feed feed) {
            return world.price(feed.oracle());
        }
        if (source instanceof PriceSource.Claim claim) {
            Price of = quoted(claim.price());
            Decimal rate = marks.get(claim.rate());
            return of == null || rate == null
                    ? null
                    : new Price(of.value().timesDown(rate, Decimal.CROSSING_DIGITS), of.observedMillis());
        }
        Decimal value = source instanceof PriceSource.Mark mark ? marks.get(mark.name()) : Decimal.ONE;
        return value == null ? null : new Price(value, now());
    }

    /** The price of an asset in the venue's numeraire, with its age. */
    Option<Price> price(Asset asset) {
        if (book == null) {
            return Option.none();
        }
        Leg leg = book.leg(asset);
        return leg != null
                ? Option.of(quoted(leg.price()))
                : asset.equals(book.numeraire()) ? Option.some(new Price(Decimal.ONE, now())) : Option.none();
    }

    private long now() {
        return world.block.timeMillis();
    }

    /** Accrues, and advances the venue's clocks. */
    void advance() {
        Deed.Accrual accrual = new Deed.Accrual(number);
        world.before(accrual);
        Step<S> step = world.ask(name(), () -> venue.advance(state, eyes));
        world.inNameOf(name(), () -> carryOut(step, Accounts.NONE));
        world.after(accrual);
    }

    /** Answers a user's action; what it returned. */
    long act(int sender, Action.AtVenue action) {
        Proposal proposal = new Proposal.UserAction(world.id(sender), action);
        require(proposal);
        long[] before = counted();
        Either<Rejection, Step<S>> answer = world.ask(name(), () -> venue.act(state, world.id(sender), action, eyes));
        if (answer.isLeft()) {
            throw new Refusal(answer.getLeft());
        }
        // Who swaps need not mend an account that was below its requirement already.
        boolean below = action instanceof Action.Swap
                && book != null
                && hasMarginAccount(sender)
                && !book().meets(marginAccount(sender), Requirement.INITIAL);
        Step<S> step = answer.get();
        long had = action instanceof Action.Swap swap
                ? world.ledger.balance(swap.give().index(), sender)
                : 0;
        world.inNameOf(name(), () -> carryOut(step, sender));
        if (action instanceof Action.Swap swap) {
            int give = swap.give().index();
            long given = had - world.ledger.balance(give, sender);
            world.event(
                    Event.Kind.SWAPPED,
                    number,
                    sender,
                    sender,
                    give,
                    given,
                    swap.get().index(),
                    step.result());
        }
        world.trades += venue instanceof Quotes<?> ? 1 : 0;
        boolean safe = action instanceof Action.Deposit || action instanceof Action.Repay || below;
        if (book != null && !safe && hasMarginAccount(sender)) {
            requireInitialMargin(marginAccount(sender));
        }
        judgeOutflows(sender, before);
        done(proposal);
        if (venue instanceof Quotes<?>) {
            world.trades++;
        }
        return step.result();
    }

    /** What the venue has of the asset that each safeguard counts; 0 where one counts none. */
    private long[] counted() {
        long[] held = new long[guards.size()];
        for (int guard = 0; guard < held.length; guard++) {
            held[guard] = guards.get(guard).counted().map(eyes::held).getOrElse(0L);
        }
        return held;
    }

    /** Asks each safeguard about what an action took out of the venue. */
    private void judgeOutflows(int sender, long[] before) {
        long[] after = counted();
        for (int guard = 0; guard < after.length; guard++) {
            long taken = before[guard] - after[guard];
            if (taken > 0) {
                Guard<?> asked = guards.get(guard);
                Asset asset = asked.counted().get();
                Proposal outflow = new Proposal.Outflow(world.id(sender), new Parcel(asset, taken));
                asked.require(outflow);
                asked.note(outflow, Verdict.ALLOW);
            }
        }
    }

    /** Refuses where the account would be left below its initial requirement. */
    void requireInitialMargin(int account) {
        if (!book().meets(account, Requirement.INITIAL)) {
            throw new Refusal(
                    Reason.UNSAFE_AFTERWARDS, world.accounts.name(account) + " would not meet its requirement");
        }
    }

    private void carryOut(Step<S> step, int sender) {
        int margin = sender != Accounts.NONE && hasMarginAccount(sender) ? marginAccount(sender) : Accounts.NONE;
        var postings = step.reversed().reverse();
        Map<Integer, BigDecimal> redeemed = redeemed(postings, margin);
        for (Posting posting : postings) {
            post(
                    posting,
                    sender,
                    redeemed.containsKey(posting.from().index())
                            ? posting.from().index()
                            : margin);
        }
        redeemed.forEach((account, before) -> {
            if (worth(account).compareTo(before) < 0) {
                throw new LawBroken(
                        Law.STRANGERS_UNTOUCHED,
                        world.accounts.name(account) + " is worth " + worth(account) + " where it was worth " + before);
            }
        });
        if (!step.marks().isEmpty()) {
            step.marks().reverse().forEach(this::publish);
            takePrices();
        }
        setState(step.state());
    }

    /** The strangers' margin accounts that would be debited, and what each is worth; empty where the venue redeems none. */
    private Map<Integer, BigDecimal> redeemed(Seq<Posting> postings, int margin) {
        Map<Integer, BigDecimal> redeemed = new TreeMap<>();
        if (venue instanceof RedeemsAccounts) {
            for (Posting posting : postings) {
                int from = posting.from().index();
                boolean here =
                        world.accounts.venue(from) == number && world.accounts.kind(from) == Accounts.Kind.MARGIN;
                if (here && from != margin) {
                    redeemed.computeIfAbsent(from, this::worth);
                }
            }
        }
        return redeemed;
    }

    /** What an account holds less what it owes, at the venue's prices, exactly. */
    private BigDecimal worth(int account) {
        BigDecimal worth = BigDecimal.ZERO;
        for (Leg leg : book().legs()) {
            Decimal price = priceOf(leg.price());
            long held = book().holding(account, leg.asset());
            worth = worth.add(BigDecimal.valueOf(held, leg.asset().decimals())
                    .multiply(price == null ? BigDecimal.ZERO : price.toBigDecimal()));
        }
        return worth;
    }

    /** Only the venue's own accounts are debited, and those of whom it acts for. */
    private void post(Posting posting, int sender, int margin) {
        int from = posting.from().index();
        boolean owned = world.accounts.venue(from) == number && world.accounts.kind(from) == Accounts.Kind.OWN;
        if (!owned && from != sender && from != margin) {
            throw new LawBroken(
                    Law.STRANGERS_UNTOUCHED,
                    "debits " + world.accounts.name(from) + " of "
                            + posting.asset().show(posting.units()));
        }
        world.ledger.post(from, posting.to().index(), posting.asset().index(), posting.units());
    }

    private void publish(Tuple2<String, Decimal> mark) {
        Decimal before = marks.put(mark._1, mark._2);
        UndoLog.Undoable restore = (first, second, value, old) -> {
            if (old instanceof Decimal decimal) {
                marks.put(mark._1, decimal);
            } else {
                marks.remove(mark._1);
            }
            takePrices();
        };
        world.undo.push(restore, 0, 0, 0, before);
    }

    S state() {
        return state;
    }

    private void setState(S next) {
        if (next != state) {
            world.undo.push(this, 0, 0, 0, state);
            state = next;
        }
    }

    @SuppressWarnings("unchecked")
    @Override
    public void undo(int first, int second, long value, @Nullable Object reference) {
        state = (S) Objects.requireNonNull(reference);
    }

    /** Why the action as a whole may not stand. */
    @SuppressWarnings("unchecked")
    void checkEnd() {
        if (venue instanceof SettlesAtEnd<?> settles) {
            Option<Rejection> refusal = world.ask(name(), () -> ((SettlesAtEnd<S>) settles).atEnd(state, eyes));
            if (refusal.isDefined()) {
                throw new Refusal(refusal.get());
            }
        }
    }

    /** What the venue would pay; none where it does not quote. */
    @SuppressWarnings("unchecked")
    Option<Long> quote(Asset give, long units, Asset get) {
        return venue instanceof Quotes<?> quotes
                ? Option.some(world.ask(name(), () -> ((Quotes<S>) quotes).quote(state, give, units, get, eyes)))
                : Option.none();
    }

    /** At which price the venue stands; none where it does not say. */
    @SuppressWarnings("unchecked")
    Option<Double> price(Asset of, Asset in) {
        return venue instanceof StatesPrice<?> states
                ? world.ask(name(), () -> ((StatesPrice<S>) states).price(state, of, in, eyes))
                : Option.none();
    }

    /** What stands behind its claims, where it says so. */
    @SuppressWarnings("unchecked")
    Seq<Backing> backings() {
        return venue instanceof StatesBacking<?> states
                ? world.ask(name(), () -> ((StatesBacking<S>) states).backings(state, eyes))
                : Array.empty();
    }

    /** Turns what is left of a closed position into what can be returned. */
    void settle(int account) {
        if (venue instanceof MarginVenue<?> marginVenue) {
            var postings = world.ask(name(), () -> marginVenue.settle(world.id(account), eyes));
            world.inNameOf(name(), () -> postings.forEach(posting -> post(posting, Accounts.NONE, account)));
        }
    }

    /** Asks every safeguard; a refusal where one says no. */
    void require(Proposal proposal) {
        guards.forEach(guard -> guard.require(proposal));
    }

    /** Tells every safeguard that what it allowed was done. */
    void done(Proposal proposal) {
        guards.forEach(guard -> guard.note(proposal, Verdict.ALLOW));
    }

    /** Who would stop it and why; none where no safeguard says no. */
    Option<String> stopped(Proposal proposal) {
        for (Guard<?> guard : guards) {
            if (guard.judge(proposal) instanceof Verdict.Stop stop) {
                return Option.some(guard.why(stop));
            }
        }
        return Option.none();
    }

    /** Who sells here: 0 the liquidation model, n the n-th loss layer. */
    SellerDesk<?> seller(int number) {
        SellerDesk<?> seller =
                number == 0 ? liquidation : layers.get(number - 1).seller();
        if (seller == null) {
            throw new Refusal(Reason.NOT_OFFERED, "venue " + name() + " liquidates nobody");
        }
        return seller;
    }

    /** The standing offer on a target, limits and ask evaluated now; {@code null} where there is none. */
    @Nullable
    StandingOffer standing(int target, @Nullable Pair chosen) {
        Order.Offer offer = offers.offer(target);
        if (offer == null || book == null) {
            return null;
        }
        return world.ask(seller(offers.seller(target)).name(), () -> Option.of(evaluated(offer, book, target, chosen)))
                .getOrNull();
    }

    private @Nullable StandingOffer evaluated(Order.Offer offer, Book book, int target, @Nullable Pair chosen) {
        Pair pair = offer.pair().getOrNull();
        if (pair == null) {
            Exposure exposure = chosen == null ? book.exposure(target) : book.exposure(target, chosen);
            if (exposure == null) {
                return null;
            }
            pair = exposure.pair();
        } else if (chosen != null && !chosen.equals(pair)) {
            return null;
        }
        AskPrice price = offers.price(target, pair, book.epoch(), now(), eyes);
        if (price == null) {
            return null;
        }
        long mostGive = mostGive(target, pair.give());
        long mostWant = Long.MAX_VALUE;
        Limit limit = offer.limit();
        boolean onLot = world.accounts.kind(target) == Accounts.Kind.LOT;
        if (limit instanceof Limit.Give give) {
            mostGive = Math.min(mostGive, give.units());
        } else if (limit instanceof Limit.Want want) {
            mostWant = want.units();
        } else if (!onLot || !(limit instanceof Limit.Whole)) {
            Exposure exposure = book.exposure(target, pair);
            if (exposure == null) {
                return null;
            }
            long units = exposure.units();
            if (limit instanceof Limit.OfExposure part) {
                units = Math.min(units, Math.max(1, part.closeFactor().ofDown(units)));
            } else if (limit instanceof Limit.Asked asked) {
                units = Math.max(1, asked.most(offer.target(), exposure, eyes));
            }
            if (exposure.onWant()) {
                mostWant = units;
            } else {
                mostGive = Math.min(mostGive, units);
            }
        }
        return new StandingOffer(offer.target(), pair, mostGive, mostWant, offer.ask(), price);
    }

    /** The most that an account can hand over: without limit for a quote, and for what is not a leg here. */
    long mostGive(int account, Asset asset) {
        Leg leg = book().leg(asset);
        if (leg == null || leg instanceof Leg.Quote) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, world.ledger.balance(asset.index(), account));
    }

    /** Whether the venue looks at its accounts in this block. */
    boolean looks() {
        return world.block.number() % spec.watchEveryBlocks() == 0;
    }

    /** What a bid hands over; all of a contract or its quote is without limit, all else what the wallet holds. */
    long pay(Quantity quantity, int sender, Asset want) {
        Leg leg = book().leg(want);
        boolean unlimited = leg instanceof Leg.Contract || leg instanceof Leg.Quote;
        return amount(quantity, unlimited ? Long.MAX_VALUE : world.ledger.balance(want.index(), sender));
    }

    VenueRef ref() {
        return spec.name();
    }

    /** A quantity that does not refer to a bundle's step as a number. */
    static long amount(Quantity quantity, long available) {
        return quantity instanceof Quantity.Units units ? units.units() : available;
    }

    AccountId id(String account) {
        Integer found = own.get(account);
        if (found == null) {
            throw new IllegalArgumentException(
                    "venue " + name() + " has no account '" + account + "'; it has " + own.keySet());
        }
        return world.id(found);
    }
}
