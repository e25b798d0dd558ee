package io.firebreak.testkit.rule;

import static io.firebreak.core.wiring.Socket.VENUE;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.number.Exact;
import io.firebreak.api.venue.Backing;
import io.firebreak.api.view.Price;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.math.BigDecimal;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rules for those who make markets and issue claims: pools, exchanges, perpetual exchanges, bridges. */
final class MarketMakerRules {
    private MarketMakerRules() {}

    static Seq<Rule> rules() {
        return Vector.of(
                Rule.watched(
                        232,
                        "claimsAreBacked",
                        Kind.STATE,
                        "what circulates of a claim, and what is under way, is there in the reserve",
                        "the venue states what backs its claims, it did when the run began, and nobody stole",
                        "the literature: bridge, minted ≤ locked − in flight",
                        "Wormhole, February 2022: 120,000 wrapped ETH without ETH behind them",
                        Backed::new,
                        VENUE),
                Rule.watched(
                        356,
                        "giftsBuyNobodysDeposit",
                        Kind.STEP,
                        "who provides, gives and leaves around somebody else's deposit has no more than before, to within a"
                                + " millionth of what lies there; and who provided meanwhile and leaves at once has lost no more"
                                + " than a hundredth of it",
                        "within a block of nothing but deposits, redemptions and gifts, somebody else provided",
                        "ERC-4626, inflation attack; Uniswap v2, MINIMUM_LIQUIDITY",
                        "Hundred Finance, April 2023: a share of an empty market was blown up by a gift",
                        NobodysDeposit::new,
                        VENUE),
                Rule.watched(
                        357,
                        "quotesAreHonoured",
                        Kind.STEP,
                        "a swap returns what was quoted for it, and one that was quoted and is paid for is not refused",
                        "a swap, quoted, paid for, and not stopped by a safeguard",
                        "Uniswap v2, UniswapV2Library.sol: getAmountOut",
                        "",
                        Honoured::new,
                        VENUE),
                Rule.watched(
                        358,
                        "fundingSumsToZero",
                        Kind.STEP,
                        "what traders, and those that hold the other side, have taken together is the same after a perpetual"
                                + " exchange accrued as before",
                        "contracts are out when the venue accrues",
                        "the literature, FU1: payments sum to 0 in a closed book",
                        "",
                        SumsToZero::new,
                        VENUE),
                Rule.watched(
                        365,
                        "sharesOfOthersKeepTheirPart",
                        Kind.STEP,
                        "who joins or leaves a pool does not leave less of one asset and more of none behind each share of the"
                                + " others",
                        "others have shares; up to a million base units of shares, and one of what lies there, may be nobody's",
                        "Uniswap v2, UniswapV2Pair.sol: mint, burn",
                        "",
                        KeepsPart::new,
                        VENUE),
                Rule.watched(
                        366,
                        "morePaysNoBetter",
                        Kind.STEP,
                        "twice as much is quoted at most twice as much",
                        "a quote for a swap, up to the rounding of a fee on the smaller one",
                        "Angeris and Chitra, Improved Price Oracles: the trading function is concave",
                        "",
                        MorePaysNoBetter::new,
                        VENUE),
                Rule.watched(
                        368,
                        "unrealisedProfitStaysIn",
                        Kind.STEP,
                        "a withdrawal from an open position is paid out of its own margin, not by who holds the other side",
                        "an account with contracts withdrew",
                        "GMX v1, Vault.sol: decreasePosition; the literature: unrealised profit counts up to its cap",
                        "",
                        PaidByItself::new,
                        VENUE),
                Rule.watched(
                        478,
                        "everyMessageArrives",
                        Kind.HISTORY,
                        "nothing is under way any more after a quiet month",
                        "something was under way at a venue that states what backs its claims",
                        "the lock-and-mint pattern: a message is delivered or returned",
                        "Nomad, August 2022, the other way round: messages that were never sent",
                        Arrives::new,
                        VENUE));
    }

    private static final class Backed implements Watch {
        private boolean[] judged = new boolean[0];
        private Pool[] pools = new Pool[0];

        @Override
        public void begin(Scene scene, Notes notes) {
            pools = Pool.all(scene);
            judged = new boolean[scene.venues()];
            for (int venue = 0; venue < judged.length; venue++) {
                Seq<Backing> backings = scene.backings(venue);
                judged[venue] = !backings.isEmpty();
                for (Backing backing : backings) {
                    judged[venue] &= missing(venue, backing, scene) <= 0;
                }
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act act && act.action() instanceof Action.Steal theft) {
                judged[scene.venue(theft.venue())] = false;
            }
            if (!(deed instanceof Deed.Act) && !(deed instanceof Deed.Accrual)) {
                return;
            }
            for (int venue = 0; venue < judged.length; venue++) {
                if (!judged[venue]) {
                    continue;
                }
                for (Backing backing : scene.backings(venue)) {
                    notes.met();
                    long missing = missing(venue, backing, scene);
                    if (missing > 0) {
                        notes.breach(scene.name(backing.reserve()) + " lacks "
                                + backing.asset().show(missing) + " of what circulates of " + backing.claim()
                                + " and of " + backing.asset().show(backing.promised()) + " under way");
                    }
                }
            }
        }

        private long missing(int venue, Backing backing, Scene scene) {
            return pools[venue].circulating(scene, backing.claim().index())
                    + backing.promised()
                    - scene.balance(backing.reserve(), backing.asset());
        }
    }

    private static final class Arrives implements Watch {
        private boolean underWay;

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Closing) {
                for (int venue = 0; venue < scene.venues(); venue++) {
                    underWay |= scene.backings(venue).exists(backing -> backing.promised() > 0);
                }
            }
        }

        @Override
        public void end(Scene scene, Notes notes) {
            for (int venue = 0; underWay && venue < scene.venues(); venue++) {
                for (Backing backing : scene.backings(venue)) {
                    notes.met();
                    if (backing.promised() > 0) {
                        notes.breach(backing.asset().show(backing.promised()) + " is still under way at "
                                + scene.spec(venue).name());
                    }
                }
            }
        }
    }

    /** Purses since the last deed that was more than joining, leaving or giving. */
    private static final class NobodysDeposit implements Watch {
        /** Somebody in the row. */
        private static final class Visitor {
            final Purse start;
            final boolean othersHadShares;
            final boolean foundAnybodys;
            boolean provided;
            boolean gave;
            boolean othersProvided;
            boolean othersGave;
            boolean providedAfterGift;

            Visitor(Purse start, boolean othersHadShares, boolean foundAnybodys) {
                this.start = start;
                this.othersHadShares = othersHadShares;
                this.foundAnybodys = foundAnybodys;
            }
        }

        private final TreeMap<Integer, Visitor> visitors = new TreeMap<>();
        private Pool[] pools = new Pool[0];
        private int where = Accounts.NONE;
        private int steps;
        private long[] lay = new long[0];

        @Override
        public void begin(Scene scene, Notes notes) {
            pools = Pool.all(scene);
        }

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            int venue = visited(deed, scene);
            if (venue == Accounts.NONE) {
                return;
            }
            if (venue != where) {
                forget();
                where = venue;
            }
            int wallet = ((Deed.Act) deed).sender().index();
            if (!visitors.containsKey(wallet)) {
                boolean shares = false;
                for (int share : pools[venue].shares()) {
                    shares |= pools[venue].circulating(scene, share) > 0;
                }
                Visitor visitor = new Visitor(Purse.of(scene, venue, wallet), shares, pools[venue].isAnybodys(scene));
                for (Visitor other : visitors.values()) {
                    visitor.othersGave |= other.gave;
                }
                visitors.put(wallet, visitor);
            }
            lay = new long[scene.assetCount()];
            for (int asset = 0; asset < lay.length; asset++) {
                lay[asset] = pools[venue].held(scene, asset);
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            int venue = visited(deed, scene);
            if (venue == Accounts.NONE) {
                if (!(deed instanceof Deed.Decide)) {
                    forget();
                }
                return;
            }
            Deed.Act act = (Deed.Act) deed;
            Visitor visitor = visitors.get(act.sender().index());
            if (visitor == null) {
                return;
            }
            steps++;
            if (act.action() instanceof Action.Transfer) {
                visitor.gave = true;
                for (Visitor other : visitors.values()) {
                    other.othersGave |= other != visitor;
                    other.providedAfterGift &= other == visitor;
                }
            } else if (act.action() instanceof Action.Provide || act.action() instanceof Action.Deposit) {
                visitor.providedAfterGift = visitor.othersGave && !visitor.provided;
                visitor.provided = true;
                visitors.values().forEach(other -> other.othersProvided |= other != visitor);
            } else {
                left(visitor, act.sender().index(), scene, notes);
            }
            if (pools[venue].isDeserted(scene)) {
                forget();
            }
        }

        /** Somebody took something out. */
        private void left(Visitor visitor, int wallet, Scene scene, Notes notes) {
            Purse now = Purse.of(scene, where, wallet);
            String name = scene.name(scene.id(wallet));
            if (visitor.othersProvided && !visitor.othersGave && !visitor.foundAnybodys) {
                notes.met();
                long[] tolerance = new long[lay.length];
                for (int asset = 0; asset < lay.length; asset++) {
                    tolerance[asset] = steps + lay[asset] / 1_000_000;
                }
                int gained = now.gained(visitor.start, tolerance);
                if (gained >= 0) {
                    notes.breach(name + " has " + now.against(visitor.start, gained, scene)
                            + ", and less of nothing, after somebody else provided");
                }
            }
            if (visitor.providedAfterGift && visitor.othersHadShares && !visitor.gave) {
                for (int share : pools[where].shares()) {
                    if (now.units(share) != visitor.start.units(share)) {
                        return;
                    }
                }
                notes.met();
                for (int asset = 0; asset < lay.length; asset++) {
                    long lost = visitor.start.units(asset) - now.units(asset);
                    if (lost - steps > lay[asset] / 100) {
                        notes.breach(name + " provided, left at once and lost "
                                + scene.asset(asset).show(lost) + " of the "
                                + scene.asset(asset).show(lay[asset]) + " that lay there, after a gift");
                    }
                }
            }
        }

        private void forget() {
            visitors.clear();
            steps = 0;
            where = Accounts.NONE;
        }

        /** The venue that somebody joins, leaves or gives to; none for any other deed. */
        private int visited(Deed deed, Scene scene) {
            if (!(deed instanceof Deed.Act act)) {
                return Accounts.NONE;
            }
            if (act.action() instanceof Action.Transfer gift) {
                int venue = scene.venueOf(gift.to().index());
                return venue != Accounts.NONE && pools[venue].isOwn(scene, gift.to()) ? venue : Accounts.NONE;
            }
            return act.action() instanceof Action.Provide
                            || act.action() instanceof Action.Redeem
                            || act.action() instanceof Action.Deposit
                            || act.action() instanceof Action.Withdraw
                    ? scene.venue(((Action.AtVenue) act.action()).venue())
                    : Accounts.NONE;
        }
    }

    private static final class Honoured implements Watch {
        private long quoted;
        private long had;
        private long units;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            quoted = 0;
            if (deed instanceof Deed.Act act && act.action() instanceof Action.Swap swap) {
                had = scene.balance(act.sender(), swap.get());
                long there = scene.balance(act.sender(), swap.give());
                units = swap.quantity() instanceof Quantity.Units given ? given.units() : there;
                int venue = scene.venue(swap.venue());
                quoted = units > there || units == 0 || venue == Accounts.NONE
                        ? 0
                        : scene.quote(venue, swap.give(), units, swap.get()).getOrElse(0L);
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (quoted > 0 && deed instanceof Deed.Act act && act.action() instanceof Action.Swap swap) {
                notes.met();
                long got = scene.balance(act.sender(), swap.get()) - had;
                if (got != quoted) {
                    notes.breach(swap.give().show(units) + " were quoted "
                            + swap.get().show(quoted) + " and returned "
                            + swap.get().show(got));
                }
            }
        }

        @Override
        public void refused(Deed deed, Rejection rejection, Scene scene, Notes notes) {
            if (quoted > 0
                    && deed instanceof Deed.Act act
                    && act.action() instanceof Action.Swap swap
                    && quoted >= swap.atLeast()
                    && rejection.reason() != Reason.STOPPED) {
                notes.met();
                notes.breach(swap.give().show(units) + " were quoted "
                        + swap.get().show(quoted) + " and refused: " + rejection.detail());
            }
        }
    }

    private static final class MorePaysNoBetter implements Watch {
        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (!(deed instanceof Deed.Act act) || !(act.action() instanceof Action.Swap swap)) {
                return;
            }
            int venue = scene.venue(swap.venue());
            long units = swap.quantity() instanceof Quantity.Units given
                    ? given.units()
                    : scene.balance(act.sender(), swap.give());
            if (venue == Accounts.NONE || units == 0 || units > Long.MAX_VALUE / 4) {
                return;
            }
            long once = scene.quote(venue, swap.give(), units + 2, swap.get()).getOrElse(0L);
            long twice = scene.quote(venue, swap.give(), 2 * units, swap.get()).getOrElse(0L);
            if (once > 0 && twice > 0) {
                notes.met();
                if (twice / 2 > once) {
                    notes.breach(swap.give().show(units + 2) + " is quoted "
                            + swap.get().show(once) + ", and " + swap.give().show(2 * units) + " "
                            + swap.get().show(twice));
                }
            }
        }
    }

    private static final class SumsToZero implements Watch {
        private BigDecimal before = BigDecimal.ZERO;
        private boolean out;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            out = deed instanceof Deed.Accrual accrual && areOut(accrual.venue(), scene);
            if (out) {
                before = sum(((Deed.Accrual) deed).venue(), scene);
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (out && deed instanceof Deed.Accrual accrual) {
                notes.met();
                BigDecimal now = sum(accrual.venue(), scene);
                if (now.compareTo(before) != 0) {
                    notes.breach("traders and the other side have "
                            + now.subtract(before).toPlainString() + " base units more than before "
                            + scene.spec(accrual.venue()).name() + " accrued");
                }
            }
        }

        private static boolean areOut(int venue, Scene scene) {
            if (!scene.isPriced(venue)) {
                return false;
            }
            for (Leg leg : scene.legs(venue)) {
                for (int account = 0; leg instanceof Leg.Contract && account < scene.accounts(); account++) {
                    if (scene.kind(account) == Accounts.Kind.MARGIN
                            && scene.balance(account, leg.asset().index()) != 0) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Margin and money legs, exactly, of all margin accounts, lots and those that hold the other side. */
        private static BigDecimal sum(int venue, Scene scene) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Leg leg : scene.legs(venue)) {
                long units = 0;
                for (int account = 0; account < scene.accounts(); account++) {
                    if (scene.venueOf(account) == venue && counts(account, venue, scene)) {
                        units += scene.balance(account, leg.asset().index());
                    }
                }
                if (leg instanceof Leg.Holding) {
                    sum = sum.add(BigDecimal.valueOf(units));
                } else if (leg instanceof Leg.Quote quote) {
                    BigDecimal price = scene.view(venue)
                            .price(leg.asset())
                            .map(Price::value)
                            .get()
                            .toBigDecimal();
                    sum = sum.add(BigDecimal.valueOf(units)
                            .multiply(price)
                            .scaleByPowerOfTen(
                                    quote.settlesIn().decimals() - leg.asset().decimals()));
                }
            }
            return sum;
        }

        private static boolean counts(int account, int venue, Scene scene) {
            Accounts.Kind kind = scene.kind(account);
            if (kind == Accounts.Kind.MARGIN || kind == Accounts.Kind.LOT) {
                return true;
            }
            for (Leg leg : scene.legs(venue)) {
                if ((leg instanceof Leg.Contract contract
                                && contract.counterparty().index() == account)
                        || (leg instanceof Leg.Quote quote
                                && quote.counterparty().index() == account)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final class KeepsPart implements Watch {
        /** So many base units of shares may be nobody's, or locked: what a pool counts besides those that circulate. */
        private static final long NOBODYS = 1_000_000;

        private Pool[] pools = new Pool[0];
        private long[] lay = new long[0];
        private long circulated;
        private long owned;
        private int issuer;

        @Override
        public void begin(Scene scene, Notes notes) {
            pools = Pool.all(scene);
        }

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            circulated = 0;
            Pool pool = joined(deed, scene);
            if (pool != null) {
                int share = pool.shares()[0];
                circulated = pool.circulating(scene, share);
                owned = pool.own(scene, share);
                issuer = pool.issuer(scene, share);
                lay = new long[scene.assetCount()];
                for (int asset = 0; circulated > 0 && asset < lay.length; asset++) {
                    lay[asset] = pool.heldBy(issuer, scene, asset);
                }
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            Pool pool = joined(deed, scene);
            if (pool == null || circulated == 0) {
                return;
            }
            int share = pool.shares()[0];
            boolean provides = ((Deed.Act) deed).action() instanceof Action.Provide;
            long nobodys = provides ? NOBODYS : 0;
            long circulating = pool.circulating(scene, share);
            // What the venue issued to itself is its fee.
            long then = Math.addExact(circulated, Math.max(0, pool.own(scene, share) - owned));
            if (circulating == 0) {
                return;
            }
            notes.met();
            int less = -1;
            for (int asset = 0; asset < lay.length; asset++) {
                long now = pool.heldBy(issuer, scene, asset);
                // A base unit may be nobody's too.
                int compared = Exact.compareProducts(now + 1, then + nobodys, lay[asset], circulating + nobodys);
                if (now == lay[asset] || pool.isClaim(scene, asset)) {
                    continue;
                }
                if (compared > 0) {
                    return;
                }
                less = compared < 0 ? asset : less;
            }
            if (less >= 0) {
                Asset asset = scene.asset(less);
                notes.breach("behind " + scene.asset(share).show(circulating) + " lie "
                        + asset.show(pool.heldBy(issuer, scene, less)) + ", and behind "
                        + scene.asset(share).show(then) + " lay " + asset.show(lay[less]) + ": "
                        + ((Deed.Act) deed).action());
            }
        }

        /** The pool with one kind of share that somebody joins or leaves. */
        private @Nullable Pool joined(Deed deed, Scene scene) {
            boolean joins = deed instanceof Deed.Act act
                    && (act.action() instanceof Action.Provide || act.action() instanceof Action.Redeem);
            int venue = joins ? scene.venue(((Action.AtVenue) ((Deed.Act) deed).action()).venue()) : Accounts.NONE;
            return venue != Accounts.NONE && pools[venue].shares().length == 1 ? pools[venue] : null;
        }
    }

    private static final class PaidByItself implements Watch {
        private long had;
        private long margin = -1;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            margin = -1;
            if (!(deed instanceof Deed.Act act) || !(act.action() instanceof Action.Withdraw withdrawal)) {
                return;
            }
            int venue = scene.venue(withdrawal.venue());
            int account = venue == Accounts.NONE
                    ? Accounts.NONE
                    : scene.marginAccount(venue, act.sender().index());
            if (account == Accounts.NONE) {
                return;
            }
            boolean open = scene.legs(venue)
                    .exists(leg -> leg instanceof Leg.Contract
                            && scene.balance(account, leg.asset().index()) != 0);
            if (open) {
                margin = scene.balance(account, withdrawal.asset().index());
                had = scene.balance(act.sender(), withdrawal.asset());
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (margin < 0
                    || !(deed instanceof Deed.Act act)
                    || !(act.action() instanceof Action.Withdraw withdrawal)) {
                return;
            }
            notes.met();
            Asset asset = withdrawal.asset();
            long got = scene.balance(act.sender(), asset) - had;
            if (got > margin) {
                notes.breach(scene.name(act.sender()) + " withdrew " + asset.show(got) + " from a margin of "
                        + asset.show(margin));
            }
        }
    }
}
