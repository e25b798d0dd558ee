package io.firebreak.lending;

import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.venue.VenueView;
import io.firebreak.api.view.Block;
import io.firebreak.api.view.Draws;
import io.firebreak.api.view.Price;
import io.firebreak.core.random.Streams;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * A venue small enough to read: balances in a map, orders carried out as they stand, a collateral and a debt asset. What
 * would break the books throws.
 */
public final class FakeVenueView implements VenueView {
    public static final Asset ETH = new Asset(0, "ETH", 9);
    public static final Asset DAI = new Asset(1, "DAI", 9);
    public static final Asset MKR = new Asset(2, "MKR", 9);
    public static final Asset SHARES = new Asset(3, "maker.debt", 9);
    public static final Pair LOAN = new Pair(ETH, DAI);

    public static final AccountId SELF = new AccountId(0);
    public static final AccountId TREASURY = new AccountId(1);
    public static final AccountId OUTSIDE = new AccountId(2);
    public static final AccountId POOL = new AccountId(3);
    public static final AccountId VAULT = new AccountId(10);
    public static final AccountId ALI = new AccountId(20);
    public static final AccountId BOB = new AccountId(21);
    public static final AccountId CAT = new AccountId(22);
    private static final int FIRST_LOT = 100;

    private final Map<AccountId, long[]> balances = new TreeMap<>();
    private final Map<AccountId, Order.Offer> offers = new TreeMap<>();
    private final Map<AccountId, Invitation> invitations = new TreeMap<>();
    private final Map<AccountId, Long> timers = new TreeMap<>();
    private final Map<AccountId, AccountId> owners = new TreeMap<>();
    private final Decimal[] prices = {null, Decimal.ONE, null, null};
    private int nextLot = FIRST_LOT;
    private boolean unsafe = true;
    private List<Asset> traded = List.of(ETH, DAI);
    private Option<Decimal> threshold = Option.none();
    private Decimal owedWeight = Decimal.ONE;
    private boolean loanInShares;
    private long nowMillis;
    private long blockNumber;
    private Parcel lacking = new Parcel(DAI, 0);
    private Option<Long> observedMillis = Option.none();
    private Option<AccountId> lenders = Option.none();
    private Option<AccountId> cover = Option.none();
    private long stepMillis = 1000;
    private long shortfall;

    public static long units(String whole) {
        return ETH.unitsDown(Decimal.of(whole));
    }

    public FakeVenueView at(long seconds) {
        return atMillis(seconds * 1000);
    }

    public FakeVenueView atMillis(long millis) {
        nowMillis = millis;
        blockNumber++;
        return this;
    }

    /** So much is missing at the venue. */
    public FakeVenueView lacking(Asset asset, long units) {
        lacking = new Parcel(asset, units);
        return this;
    }

    public FakeVenueView price(Asset asset, String price) {
        prices[asset.index()] = Decimal.of(price);
        return this;
    }

    /** The shareholders of the pool lent everything. */
    public FakeVenueView lentByPool() {
        lenders = Option.some(POOL);
        return this;
    }

    /** The pool stands in for losses. */
    public FakeVenueView coveredByPool() {
        cover = Option.some(POOL);
        return this;
    }

    /** From here on prices are as old as that. */
    public FakeVenueView observedAt(long seconds) {
        observedMillis = Option.some(seconds * 1000);
        return this;
    }

    /** The oracle says nothing of it. */
    public FakeVenueView withoutPrice(Asset asset) {
        prices[asset.index()] = null;
        return this;
    }

    public FakeVenueView give(AccountId account, Asset asset, long units) {
        return post(new Posting(OUTSIDE, account, asset, units));
    }

    /** A loan: collateral held, debt owed. */
    public FakeVenueView loan(AccountId account, long collateral, long debt) {
        give(account, ETH, collateral);
        return post(new Posting(account, OUTSIDE, DAI, debt));
    }

    public FakeVenueView healthy() {
        unsafe = false;
        return this;
    }

    /** Debts are shares of the pool, as at a real venue. */
    public FakeVenueView inShares() {
        loanInShares = true;
        return this;
    }

    /** Collateral counts for this share, and a debt as a whole: an account is as unsafe as that says. */
    public FakeVenueView threshold(String liquidationThreshold) {
        threshold = Option.some(Decimal.of(liquidationThreshold));
        return this;
    }

    /** A third asset may be held or owed, too. */
    public FakeVenueView also(Asset asset) {
        traded = traded.append(asset);
        return this;
    }

    /** A debt counts for this multiple of what is owed. */
    public FakeVenueView owed(Decimal weight) {
        owedWeight = weight;
        return this;
    }

    public FakeVenueView stepOf(long millis) {
        stepMillis = millis;
        return this;
    }

    public FakeVenueView post(Posting posting) {
        if (posting.units() < 0) {
            throw new AssertionError("negative posting " + posting);
        }
        row(posting.from())[posting.asset().index()] -= posting.units();
        row(posting.to())[posting.asset().index()] += posting.units();
        return this;
    }

    private long[] row(AccountId account) {
        return balances.computeIfAbsent(account, any -> new long[4]);
    }

    private void pay(AccountId from, AccountId to, Asset asset, long units) {
        boolean mayOwe = from.equals(OUTSIDE) || from.equals(TREASURY) || (from.equals(SELF) && asset.equals(MKR));
        if (!mayOwe && balance(from, asset) < units) {
            throw new AssertionError(from + " has " + balance(from, asset) + " " + asset + ", not " + units);
        }
        post(new Posting(from, to, asset, units));
    }

    public void carryOut(Seq<Order> orders) {
        orders.forEach(this::carryOut);
    }

    private void carryOut(Order order) {
        if (order instanceof Order.Offer offer) {
            offers.put(offer.target(), offer);
            nextLot = Math.max(nextLot, offer.target().index() + 1);
        } else if (order instanceof Order.Invite invite) {
            invitations.put(invite.invitation().target(), invite.invitation());
        } else if (order instanceof Order.Withdraw withdraw) {
            offers.remove(withdraw.target());
            invitations.remove(withdraw.target());
        } else if (order instanceof Order.Seize seize) {
            owners.put(seize.lot(), seize.account());
            nextLot = Math.max(nextLot, seize.lot().index() + 1);
            for (Parcel parcel : seize.parcels()) {
                row(seize.account())[parcel.asset().index()] -= parcel.units();
                row(seize.lot())[parcel.asset().index()] += parcel.units();
            }
        } else if (order instanceof Order.Fill fill) {
            pay(fill.target(), fill.taker(), fill.give().asset(), fill.give().units());
            pay(fill.payer(), fill.target(), fill.want().asset(), fill.want().units());
            post(new Posting(fill.target(), TREASURY, fill.want().asset(), fill.penalty()));
        } else if (order instanceof Order.Lock lock) {
            pay(lock.caller(), SELF, lock.parcel().asset(), lock.parcel().units());
        } else if (order instanceof Order.Pay pay) {
            pay(SELF, pay.to(), pay.parcel().asset(), pay.parcel().units());
        } else if (order instanceof Order.Reward reward) {
            pay(
                    TREASURY,
                    reward.caller(),
                    reward.parcel().asset(),
                    reward.parcel().units());
        } else if (order instanceof Order.Return back) {
            pay(
                    back.lot(),
                    owner(back.lot()),
                    back.parcel().asset(),
                    back.parcel().units());
        } else if (order instanceof Order.Close close) {
            close(close.lot());
        } else if (order instanceof Order.WakeAt wake) {
            timers.put(wake.target(), wake.timeMillis());
        } else {
            throw new AssertionError("unknown order " + order);
        }
    }

    private void close(AccountId lot) {
        offers.remove(lot);
        invitations.remove(lot);
        timers.remove(lot);
        long debt = -balance(lot, DAI);
        if (debt > 0) {
            shortfall += debt;
            post(new Posting(TREASURY, lot, DAI, debt));
        }
        for (Asset asset : List.of(ETH, DAI)) {
            pay(lot, owner(lot), asset, balance(lot, asset));
        }
        owners.remove(lot);
    }

    /** What the engine would hand to a mechanism now. */
    public Docket docket(AccountId... unsafeAccounts) {
        List<AccountId> due = List.ofAll(timers.entrySet())
                .filter(timer -> timer.getValue() <= nowMillis)
                .map(Map.Entry::getKey);
        due.forEach(timers::remove);
        return new Docket(List.of(unsafeAccounts), List.empty(), due, this);
    }

    /** Nothing but accounts that are safe again. */
    public Docket cured(AccountId... accounts) {
        return new Docket(List.empty(), List.of(accounts), List.empty(), this);
    }

    /** Nothing but targets that are due, whether or not a timer says so. */
    public Docket due(AccountId... targets) {
        return new Docket(List.empty(), List.empty(), List.of(targets), this);
    }

    public Call.Bid bid(AccountId caller, AccountId target, long pay, long receive) {
        return new Call.Bid(caller, target, offer(target).get(), pay, receive);
    }

    public Option<Invitation> invitation(AccountId target) {
        return Option.of(invitations.get(target));
    }

    /** All debt that lots ended with. */
    public long shortfall() {
        return shortfall;
    }

    @Override
    public Block block() {
        return new Block(blockNumber, nowMillis);
    }

    @Override
    public long balance(AccountId account, Asset asset) {
        return row(account)[asset.index()];
    }

    @Override
    public Option<Price> price(Asset asset) {
        return Option.of(prices[asset.index()]).map(value -> new Price(value, observedMillis.getOrElse(nowMillis)));
    }

    @Override
    public AccountId self() {
        return SELF;
    }

    @Override
    public Health health(AccountId account, Requirement requirement) {
        if (threshold.isEmpty()) {
            return new Health(0, 1, unsafe);
        }
        BigDecimal held = BigDecimal.ZERO;
        BigDecimal owed = BigDecimal.ZERO;
        for (Asset asset : traded) {
            BigDecimal worth =
                    asset.whole(holding(account, asset)).toBigDecimal().multiply(prices[asset.index()].toBigDecimal());
            Weight weight = weight(asset, requirement).get();
            held = held.add(worth.max(BigDecimal.ZERO).multiply(weight.held().toBigDecimal()));
            owed = owed.add(
                    worth.negate().max(BigDecimal.ZERO).multiply(weight.owed().toBigDecimal()));
        }
        long assets = units(held, RoundingMode.DOWN);
        long debts = units(owed, RoundingMode.UP);
        return new Health(assets, debts, assets < debts);
    }

    private static long units(BigDecimal worth, RoundingMode rounding) {
        return worth.movePointRight(DAI.decimals()).setScale(0, rounding).longValueExact();
    }

    @Override
    public Option<Weight> weight(Asset asset, Requirement requirement) {
        return threshold.map(held -> new Weight(held, owedWeight));
    }

    @Override
    public Seq<Parcel> holdings(AccountId account) {
        return assets().map(asset -> new Parcel(asset, holding(account, asset))).filter(parcel -> parcel.units() != 0);
    }

    @Override
    public long holding(AccountId account, Asset asset) {
        if (!loanInShares || !asset.equals(DAI)) {
            return balance(account, asset);
        }
        long owned = -balance(account, SHARES);
        return owned == 0 ? 0 : -Exact.mulDivUp(owned, -balance(POOL, DAI), balance(POOL, SHARES));
    }

    @Override
    public Option<Exposure> exposure(AccountId account) {
        return exposure(account, LOAN);
    }

    @Override
    public long mostGive(AccountId account, Asset asset) {
        return Math.max(0, holding(account, asset));
    }

    @Override
    public Option<Exposure> exposure(AccountId account, Pair pair) {
        long debt = -holding(account, DAI);
        return debt > 0 ? Option.some(new Exposure(LOAN, true, debt)) : Option.none();
    }

    @Override
    public Option<StandingOffer> offer(AccountId target) {
        return Option.of(offers.get(target)).flatMap(offer -> {
            Pair pair = offer.pair().getOrElse(LOAN);
            long give = mostGive(target, pair.give());
            long want = Math.max(0, -holding(target, pair.want()));
            if (offer.limit() instanceof Limit.OfExposure share) {
                want = share.closeFactor().ofDown(want);
            } else if (offer.limit() instanceof Limit.Whole && want == 0) {
                want = Long.MAX_VALUE;
            } else if (offer.limit() instanceof Limit.Want most) {
                want = most.units();
            } else if (offer.limit() instanceof Limit.Asked asked) {
                want = asked.most(target, exposure(target).get(), this);
            }
            long mostWant = want;
            return offer.ask()
                    .price(pair, this)
                    .map((AskPrice price) -> new StandingOffer(target, pair, give, mostWant, offer.ask(), price));
        });
    }

    @Override
    public AccountId owner(AccountId lot) {
        return owners.getOrDefault(lot, lot);
    }

    @Override
    public Option<AccountId> account(AccountId wallet) {
        return Option.some(marginAccount(wallet));
    }

    @Override
    public Seq<AccountId> debtors() {
        return List.empty();
    }

    @Override
    public boolean onlyHolder(AccountId account, Asset asset) {
        return true;
    }

    @Override
    public Seq<AccountId> lots() {
        return List.ofAll(owners.keySet());
    }

    @Override
    public AccountId freshLot(int ordinal) {
        return new AccountId(nextLot + ordinal);
    }

    @Override
    public AccountId treasury() {
        return TREASURY;
    }

    @Override
    public Asset numeraire() {
        return DAI;
    }

    @Override
    public Seq<Asset> assets() {
        return traded;
    }

    @Override
    public long held(Asset asset) {
        return balance(POOL, asset) + balance(TREASURY, asset) + balance(VAULT, asset);
    }

    @Override
    public long missing(Asset asset) {
        return asset.equals(lacking.asset()) ? lacking.units() : 0;
    }

    @Override
    public Option<AccountId> cover() {
        return cover;
    }

    @Override
    public Option<AccountId> lenders(Asset asset) {
        return lenders;
    }

    @Override
    public long ready(Asset want) {
        return 0;
    }

    @Override
    public Draws draws(AccountId account) {
        return new Streams(0).at("account " + account, 0, block().number());
    }

    @Override
    public AccountId outside() {
        return OUTSIDE;
    }

    @Override
    public AccountId own(String name) {
        return POOL;
    }

    @Override
    public Asset issued(String name) {
        return SHARES;
    }

    @Override
    public Option<Decimal> mark(String name) {
        return Option.none();
    }

    @Override
    public Option<Price> oracle(OracleRef oracle) {
        return Option.none();
    }

    @Override
    public AccountId marginAccount(AccountId wallet) {
        return new AccountId(wallet.index() + 30);
    }

    @Override
    public long amount(Quantity quantity, long available) {
        return quantity instanceof Quantity.Units units ? units.units() : available;
    }

    @Override
    public long stepMillis() {
        return stepMillis;
    }
}
