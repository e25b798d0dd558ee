package io.firebreak.core.book;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.vavr.collection.Array;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The margin accounts of one venue: who is unsafe, found without looking at the safe ones.
 *
 * <p>Holdings are the ledger's; the book keeps one status byte per account and the indexes. Accounts that changed hands are
 * noted as they change and looked at in {@link #refresh}, so an action that was rolled back costs a second look and nothing
 * else. With {@code scan} every account is looked at each time: the naive twin that the indexes are tested against, and the
 * way of margin models that are not linear.
 */
public final class Book implements Ledger.Watcher {
    private static final int NO_PAIR = -1;
    private static final int MEMBER = 0;

    private final int venue;
    private final Accounts accounts;
    private final Legs legs;
    private MarginModel margin;
    private final Asset numeraire;
    private final boolean scan;
    private final BarrierIndex barriers;
    private final @Nullable RatioIndex[] ratios;
    private final Pair[][] pairs;
    private final IntList members = new IntList();
    private final IntList dirty = new IntList();
    private final IntList attention = new IntList();
    private final double[] lastHeld;
    private final double[] lastOwed;
    /** The most that a share of a debt was worth since all accounts found their places. */
    private final double[] mostGrowth;

    private boolean[] isDirty = new boolean[64];
    private boolean[] noted = new boolean[64];
    private boolean[] unsafe = new boolean[64];
    private int[] pairOf = new int[64];
    private int[] bucketOf = new int[64];
    private int[] placeOf = new int[64];
    /** Which legs an account had any of when it was looked at last, a bit for each. */
    private long[] occupied = new long[64];

    private int unsafeCount;
    private boolean pricesChanged;
    private boolean debtsMoved;
    private long epoch;

    public Book(int venue, Ledger ledger, Seq<Leg> specs, MarginModel margin, Asset numeraire, boolean scan) {
        this.venue = venue;
        this.accounts = ledger.accounts();
        this.margin = margin;
        this.numeraire = numeraire;
        this.legs = new Legs(specs, margin, numeraire, ledger);
        this.scan = scan || !legs.isLinear();
        barriers = new BarrierIndex(2 * legs.count);
        ratios = new RatioIndex[legs.count * legs.count];
        lastHeld = new double[legs.count];
        lastOwed = new double[legs.count];
        mostGrowth = new double[legs.count];
        pairs = new Pair[legs.count][legs.count];
        for (int give = 0; give < legs.count; give++) {
            for (int want = 0; want < legs.count; want++) {
                pairs[give][want] =
                        new Pair(specs.get(give).asset(), specs.get(want).asset());
            }
        }
        Arrays.fill(pairOf, NO_PAIR);
        ledger.watch(venue, this);
    }

    @Override
    public void changed(int account) {
        if (accounts.kind(account) != Accounts.Kind.MARGIN) {
            if (legs.isPool(account)) {
                legs.poolMoved();
                debtsMoved = true;
            }
            return;
        }
        ensure(account);
        if (!isDirty[account]) {
            isDirty[account] = true;
            dirty.add(account);
        }
    }

    private void ensure(int account) {
        if (account >= isDirty.length) {
            int old = isDirty.length;
            int grown = Math.max(account + 1, old * 2);
            isDirty = Arrays.copyOf(isDirty, grown);
            noted = Arrays.copyOf(noted, grown);
            unsafe = Arrays.copyOf(unsafe, grown);
            pairOf = Arrays.copyOf(pairOf, grown);
            bucketOf = Arrays.copyOf(bucketOf, grown);
            placeOf = Arrays.copyOf(placeOf, grown);
            occupied = Arrays.copyOf(occupied, grown);
            Arrays.fill(pairOf, old, grown, NO_PAIR);
        }
    }

    /** Sets what a leg costs from now on; noticed by the next {@link #refresh}. */
    public void setPrice(int leg, Decimal price) {
        if (!price.equals(legs.price(leg))) {
            legs.setPrice(leg, price);
            pricesChanged = true;
            epoch++;
        }
    }

    /** Sets how strict the venue is from now on; noticed by the next {@link #refresh}. */
    public void setMargin(LinearMargin next) {
        margin = next;
        legs.setMargin(next);
        pricesChanged = true;
        epoch++;
    }

    /** Grows with every change of a price. */
    public long epoch() {
        return epoch;
    }

    public boolean priced() {
        return legs.priced();
    }

    public Option<Decimal> price(Asset asset) {
        int leg = legs.legOf(asset.index());
        return leg < 0 ? Option.none() : Option.of(legs.price(leg));
    }

    /** Brings statuses up to date with prices, interest and holdings; who changed is in {@link #takeAttention}. */
    public void refresh() {
        if (!legs.priced() || (!pricesChanged && !debtsMoved && dirty.size() == 0)) {
            return;
        }
        if (pricesChanged) {
            legs.compile();
        }
        if (scan) {
            refreshByScan();
        } else {
            refreshByIndex();
        }
        pricesChanged = false;
        debtsMoved = false;
    }

    private void refreshByScan() {
        for (int i = 0; i < dirty.size(); i++) {
            int account = dirty.get(i);
            isDirty[account] = false;
            if (pairOf[account] == NO_PAIR) {
                pairOf[account] = MEMBER;
                members.add(account);
            }
        }
        dirty.clear();
        for (int i = 0; i < members.size(); i++) {
            int account = members.get(i);
            setUnsafe(account, isBelow(account));
        }
    }

    private boolean isBelow(int account) {
        return legs.isLinear()
                ? legs.below(account, Requirement.MAINTENANCE)
                : holdsAnything(account)
                        && health(account, Requirement.MAINTENANCE).unsafe();
    }

    /** Whoever holds and owes nothing is safe, whatever a margin model says: there is nothing to liquidate. */
    private boolean holdsAnything(int account) {
        for (int leg = 0; leg < legs.count; leg++) {
            if (legs.raw(account, leg) != 0) {
                return true;
            }
        }
        return false;
    }

    private void refreshByIndex() {
        boolean moved = false;
        for (int leg = 0; leg < legs.count; leg++) {
            double growth = legs.growth(leg);
            if (2 * growth < mostGrowth[leg]) {
                relink();
                mostGrowth[leg] = growth;
            }
            mostGrowth[leg] = Math.max(mostGrowth[leg], growth);
            moved |= moveTo(lastHeld, leg, true, legs.factor(leg, true) * growth);
            moved |= moveTo(lastOwed, leg, false, legs.factor(leg, false) * growth);
        }
        if (moved) {
            for (int positive = 0; positive < legs.count; positive++) {
                for (int negative = 0; negative < legs.count; negative++) {
                    RatioIndex ratio = ratios[positive * legs.count + negative];
                    if (ratio != null) {
                        ratio.moveTo(lastHeld[positive] / lastOwed[negative], this::passed);
                    }
                }
            }
            barriers.takeDue(this::lookAgain);
        }
        for (int i = 0; i < dirty.size(); i++) {
            int account = dirty.get(i);
            isDirty[account] = false;
            occupied[account] = legs.occupied(account);
            reindex(account);
        }
        dirty.clear();
    }

    /** Looks at an account because prices have moved, not because it changed hands. */
    private void lookAgain(int account) {
        if (!isDirty[account]) {
            reindex(account);
        }
    }

    /** Debts have shrunk so far that keys which said how they round may not: everybody finds a new place. */
    private void relink() {
        for (int account = 0; account < pairOf.length; account++) {
            if (pairOf[account] != NO_PAIR) {
                changed(account);
            }
        }
    }

    private boolean moveTo(double[] levels, int leg, boolean held, double level) {
        if (level == levels[leg]) {
            return false;
        }
        levels[leg] = level;
        barriers.move(factor(leg, held), level);
        return true;
    }

    private static int factor(int leg, boolean held) {
        return held ? 2 * leg : 2 * leg + 1;
    }

    /** The frontier moved past the account, or close to it. */
    private void passed(int account, int side) {
        if (side == 0) {
            look(account);
        } else if (unsafe[account] != (side > 0)) {
            setUnsafe(account, side > 0);
        }
    }

    private void look(int account) {
        setUnsafe(account, legs.below(account, Requirement.MAINTENANCE, occupied[account]));
    }

    /** Finds the account's place among the indexes by its holdings, and its status. */
    private void reindex(int account) {
        int positive = Accounts.NONE;
        int negative = Accounts.NONE;
        int held = 0;
        int owed = 0;
        for (int leg = first(account); leg < legs.count; leg = next(account, leg)) {
            long raw = legs.raw(account, leg);
            if (raw > 0) {
                positive = leg;
                held++;
            } else if (raw < 0) {
                negative = leg;
                owed++;
            }
        }
        barriers.forget(account);
        if (held == 1
                && owed == 1
                && legs.fixed() == 0
                && -legs.raw(account, negative) * legs.growth(negative) >= RatioIndex.LEAST_OWED) {
            double key = (double) -legs.raw(account, negative) / legs.raw(account, positive);
            link(account, positive * legs.count + negative, key);
            look(account);
            return;
        }
        unlink(account);
        if (owed == 0) {
            setUnsafe(account, false);
            return;
        }
        look(account);
        setBarriers(account, tolerance(account));
    }

    /** The part of its level by which every factor may go the wrong way before the account is on the other side. */
    private double tolerance(int account) {
        double surplus = -(double) legs.fixed();
        double gross = 0;
        double rounding = 0;
        for (int leg = first(account); leg < legs.count; leg = next(account, leg)) {
            long raw = legs.raw(account, leg);
            double value = raw * level(leg, raw > 0);
            surplus += value;
            gross += Math.abs(value);
            rounding += raw < 0 ? 2 * legs.factor(leg, false) : 0;
        }
        // Debts are rounded up to whole units, now and when prices have moved, and doubles round too: look earlier than
        // the sum says.
        double clear = Math.abs(surplus) - rounding;
        return gross == 0 ? 0 : clear / gross - 1e-12;
    }

    private void setBarriers(int account, double tolerance) {
        if (tolerance <= 0) {
            barriers.watch(account);
            return;
        }
        for (int leg = first(account); leg < legs.count; leg = next(account, leg)) {
            long raw = legs.raw(account, leg);
            if (raw != 0) {
                boolean held = raw > 0;
                boolean down = held != unsafe[account];
                barriers.watch(account, factor(leg, held), down, level(leg, held), tolerance);
            }
        }
    }

    private double level(int leg, boolean held) {
        return held ? lastHeld[leg] : lastOwed[leg];
    }

    /** The first leg that the account may have any of. */
    private int first(int account) {
        return legs.next(occupied[account], 0);
    }

    private int next(int account, int leg) {
        return legs.next(occupied[account], leg + 1);
    }

    private void link(int account, int pair, double key) {
        int bucket = RatioIndex.bucket(key);
        RatioIndex ratio = ratios[pair];
        if (ratio == null) {
            ratio = ratios[pair] = new RatioIndex(lastHeld[pair / legs.count] / lastOwed[pair % legs.count]);
        }
        if (pairOf[account] == pair && bucketOf[account] == bucket) {
            ratio.setKey(bucket, placeOf[account], key);
            return;
        }
        unlink(account);
        pairOf[account] = pair;
        bucketOf[account] = bucket;
        placeOf[account] = ratio.add(bucket, account, key);
    }

    private void unlink(int account) {
        int pair = pairOf[account];
        if (pair == NO_PAIR) {
            return;
        }
        int place = placeOf[account];
        placeOf[Objects.requireNonNull(ratios[pair]).remove(bucketOf[account], place)] = place;
        pairOf[account] = NO_PAIR;
    }

    private void setUnsafe(int account, boolean now) {
        if (unsafe[account] != now) {
            unsafe[account] = now;
            unsafeCount += now ? 1 : -1;
            note(account);
        }
    }

    /** Puts an account on the list of those that need attention. */
    public void note(int account) {
        ensure(account);
        if (!noted[account]) {
            noted[account] = true;
            attention.add(account);
        }
    }

    public boolean needsAttention() {
        return attention.size() > 0;
    }

    /** Hands over, ascending, the accounts noted since the last time. */
    public void takeAttention(IntList into) {
        into.clear();
        attention.sort();
        for (int i = 0; i < attention.size(); i++) {
            int account = attention.get(i);
            noted[account] = false;
            into.add(account);
        }
        attention.clear();
    }

    /** By the last {@link #refresh}. */
    public boolean isUnsafe(int account) {
        return account < unsafe.length && unsafe[account];
    }

    /** By prices and holdings as they are now, inside an action too. */
    public boolean isUnsafeNow(int account) {
        return legs.priced() && isBelow(account);
    }

    public int unsafeCount() {
        return unsafeCount;
    }

    /** Whether the account meets a requirement now. */
    public boolean meets(int account, Requirement requirement) {
        return legs.priced()
                && (legs.isLinear()
                        ? !legs.below(account, requirement)
                        : !health(account, requirement).unsafe());
    }

    public Health health(int account, Requirement requirement) {
        if (!legs.priced()) {
            return new Health(0, 0, false);
        }
        Seq<Parcel> all =
                Array.tabulate(legs.count, leg -> new Parcel(legs.leg(leg).asset(), legs.amount(account, leg)));
        Health health = asked(all, requirement);
        return legs.isLinear() ? new Health(health.assets(), health.debts(), legs.below(account, requirement)) : health;
    }

    private Health asked(Seq<Parcel> holdings, Requirement requirement) {
        try {
            return margin.health(
                    holdings,
                    legs.legs,
                    parcel -> legs.value(legs.legOf(parcel.asset().index()), parcel.units()),
                    requirement);
        } catch (Refusal | LawBroken known) {
            throw known;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError thrown) {
            throw LawBroken.thrown("the margin model ", thrown);
        }
    }

    /** How much of an asset's value counts; none where the margin model does not say. */
    public Option<Weight> weight(Asset asset, Requirement requirement) {
        return margin instanceof LinearMargin linear
                ? Option.of(leg(asset)).map(leg -> linear.weight(leg, requirement))
                : Option.none();
    }

    public Seq<Parcel> holdings(int account) {
        List<Parcel> holdings = List.empty();
        for (int leg = legs.count - 1; leg >= 0; leg--) {
            long amount = legs.amount(account, leg);
            if (amount != 0) {
                holdings = holdings.prepend(new Parcel(legs.leg(leg).asset(), amount));
            }
        }
        return holdings;
    }

    /** The signed amount of one asset; 0 where the venue has no such leg. */
    public long holding(int account, Asset asset) {
        int leg = legs.legOf(asset.index());
        return leg < 0 ? 0 : legs.amount(account, leg);
    }

    /** The leg of an asset; {@code null} where the venue has no such leg. */
    public @Nullable Leg leg(Asset asset) {
        int leg = legs.legOf(asset.index());
        return leg < 0 ? null : legs.leg(leg);
    }

    public Seq<Leg> legs() {
        return legs.legs;
    }

    /** Whether the account has less than nothing of anything. */
    public boolean owes(int account) {
        for (int leg = 0; leg < legs.count; leg++) {
            if (legs.amount(account, leg) < 0) {
                return true;
            }
        }
        return false;
    }

    /** The largest exposure by value; {@code null} where the account owes nothing. */
    public @Nullable Exposure exposure(int account) {
        if (!legs.priced()) {
            return null;
        }
        int exposed = largest(account, false);
        if (exposed == Accounts.NONE) {
            return null;
        }
        long amount = legs.amount(account, exposed);
        if (legs.leg(exposed) instanceof Leg.SharedDebt) {
            int give = largest(account, true);
            return give == Accounts.NONE ? null : new Exposure(pairs[give][exposed], true, -amount);
        }
        int quote = firstQuote();
        return amount > 0
                ? new Exposure(pairs[exposed][quote], false, amount)
                : new Exposure(pairs[quote][exposed], true, -amount);
    }

    /** The leg of the greatest value among holdings, or among debts and contracts. */
    private int largest(int account, boolean holdings) {
        int found = Accounts.NONE;
        long most = -1;
        for (int leg = 0; leg < legs.count; leg++) {
            Leg spec = legs.leg(leg);
            boolean counts = holdings
                    ? spec instanceof Leg.Holding
                    : spec instanceof Leg.SharedDebt || spec instanceof Leg.Contract;
            long amount = counts ? legs.amount(account, leg) : 0;
            if (amount == 0) {
                continue;
            }
            if (found == Accounts.NONE) {
                found = leg;
                continue;
            }
            if (most < 0) {
                most = Math.abs(legs.value(found, legs.amount(account, found)));
            }
            long value = Math.abs(legs.value(leg, amount));
            if (value > most) {
                found = leg;
                most = value;
            }
        }
        return found;
    }

    /** The exposure that a swap of {@code pair} reduces; {@code null} where there is none. */
    public @Nullable Exposure exposure(int account, Pair pair) {
        int give = legs.legOf(pair.give().index());
        int want = legs.legOf(pair.want().index());
        if (give < 0 || want < 0) {
            return null;
        }
        long wanted = legs.amount(account, want);
        long given = legs.amount(account, give);
        if (legs.leg(want) instanceof Leg.SharedDebt) {
            return wanted < 0 && given > 0 ? new Exposure(pairs[give][want], true, -wanted) : null;
        }
        if (legs.leg(give) instanceof Leg.Contract) {
            return given > 0 ? new Exposure(pairs[give][want], false, given) : null;
        }
        return legs.leg(want) instanceof Leg.Contract && wanted < 0
                ? new Exposure(pairs[give][want], true, -wanted)
                : null;
    }

    private int firstQuote() {
        for (int leg = 0; leg < legs.count; leg++) {
            if (legs.leg(leg) instanceof Leg.Quote) {
                return leg;
            }
        }
        return Accounts.NONE;
    }

    /** What {@code shareUnits} of a debt amount to, rounded up. */
    public long owedUp(Asset asset, long shareUnits) {
        return legs.owedUp(legs.legOf(asset.index()), shareUnits);
    }

    public MarginModel margin() {
        return margin;
    }

    public Asset numeraire() {
        return numeraire;
    }

    public int venue() {
        return venue;
    }

    /** Checks every status against a look at every account. */
    public void checkFully() {
        refresh();
        for (int account = 0; account < accounts.size(); account++) {
            if (accounts.kind(account) == Accounts.Kind.MARGIN && accounts.venue(account) == venue && legs.priced()) {
                boolean below = isBelow(account);
                if (below != isUnsafe(account)) {
                    throw new IllegalStateException("index of " + accounts.name(account) + " says "
                            + (below ? "safe, it is unsafe" : "unsafe, it is safe"));
                }
            }
        }
    }
}
