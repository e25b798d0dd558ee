package io.firebreak.core.book;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.vavr.collection.Seq;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A venue's legs, compiled: where each lies on the ledger, its price, and the exact sign of {@code Σ amount · price ·
 * weight}.
 *
 * <p>Per price change every weight × price becomes one {@code long} multiplier on a common scale, so that the sign of an
 * account is one multiplication of 64 by 64 bits per leg and a 128-bit sum. Where the digits do not fit, the same sum is
 * taken in {@link BigDecimal}: slower, never different.
 */
final class Legs {
    private static final int MAINTENANCE = 0;
    private static final int INITIAL = 1;
    private static final long MOST = 1L << 62;
    private static final long ALL = -1;

    final Seq<Leg> legs;
    private final Leg[] each;
    private int[] legOfAsset = new int[0];
    final int count;
    final int[] asset;
    final int[] shares;
    final int[] pool;
    private final Ledger ledger;
    private final Asset numeraire;
    private @Nullable LinearMargin linear;
    private final Weight[][] weights;
    private final @Nullable Decimal[] prices;
    private final Decimal[][] held;
    private final Decimal[][] owed;
    private final long[][] heldTimes;
    private final long[][] owedTimes;
    private final long[] fixedTimes = new long[2];
    private final boolean[] wide = new boolean[2];
    private long fixed;
    private final long[] totals;
    private final long[] issued;
    private boolean poolsMoved = true;
    private final double[] perUnit;
    private final double[] heldFactors;
    private final double[] owedFactors;
    private int missing;

    Legs(Seq<Leg> legs, MarginModel margin, Asset numeraire, Ledger ledger) {
        this.legs = legs.toArray();
        this.ledger = ledger;
        this.numeraire = numeraire;
        count = legs.size();
        each = legs.toJavaArray(Leg[]::new);
        asset = new int[count];
        shares = new int[count];
        pool = new int[count];
        weights = new Weight[2][count];
        prices = new Decimal[count];
        held = new Decimal[2][count];
        owed = new Decimal[2][count];
        heldTimes = new long[2][count];
        owedTimes = new long[2][count];
        perUnit = new double[count];
        totals = new long[count];
        issued = new long[count];
        heldFactors = new double[count];
        owedFactors = new double[count];
        missing = count;
        for (int leg = 0; leg < count; leg++) {
            Leg spec = each[leg];
            asset[leg] = spec.asset().index();
            int known = legOfAsset.length;
            if (asset[leg] >= known) {
                legOfAsset = Arrays.copyOf(legOfAsset, asset[leg] + 1);
                Arrays.fill(legOfAsset, known, legOfAsset.length, Accounts.NONE);
            }
            legOfAsset[asset[leg]] = leg;
            perUnit[leg] =
                    StrictMath.pow(10, numeraire.decimals() - spec.asset().decimals());
            shares[leg] = spec instanceof Leg.SharedDebt debt ? debt.shares().index() : Accounts.NONE;
            pool[leg] = spec instanceof Leg.SharedDebt debt ? debt.pool().index() : Accounts.NONE;
        }
        setMargin(margin);
    }

    /** Sets the weights; {@link #compile} must follow. */
    void setMargin(MarginModel margin) {
        linear = margin instanceof LinearMargin linearMargin ? linearMargin : null;
        if (linear != null) {
            fixed = linear.fixedRequirement();
            for (int leg = 0; leg < count; leg++) {
                weights[MAINTENANCE][leg] = linear.weight(each[leg], Requirement.MAINTENANCE);
                weights[INITIAL][leg] = linear.weight(each[leg], Requirement.INITIAL);
            }
        }
    }

    boolean isLinear() {
        return linear != null;
    }

    long fixed() {
        return fixed;
    }

    /** Whether the account is a pool whose balance says what a share of a debt amounts to. */
    boolean isPool(int account) {
        for (int leg = 0; leg < count; leg++) {
            if (pool[leg] == account) {
                return true;
            }
        }
        return false;
    }

    /** Whether every leg has a price. */
    boolean priced() {
        return missing == 0;
    }

    @Nullable
    Decimal price(int leg) {
        return prices[leg];
    }

    int legOf(int ofAsset) {
        return ofAsset < legOfAsset.length ? legOfAsset[ofAsset] : Accounts.NONE;
    }

    Leg leg(int leg) {
        return each[leg];
    }

    /** Sets a price; {@link #compile} must follow. */
    void setPrice(int leg, Decimal price) {
        if (prices[leg] == null) {
            missing--;
        }
        prices[leg] = price;
    }

    void compile() {
        if (missing > 0 || linear == null) {
            return;
        }
        for (int requirement = 0; requirement < 2; requirement++) {
            compile(requirement);
        }
        for (int leg = 0; leg < count; leg++) {
            heldFactors[leg] = held[MAINTENANCE][leg].toDouble() * perUnit[leg];
            owedFactors[leg] = owed[MAINTENANCE][leg].toDouble() * perUnit[leg];
        }
    }

    private void compile(int requirement) {
        int scale = numeraire.decimals();
        for (int leg = 0; leg < count; leg++) {
            Decimal price = Objects.requireNonNull(prices[leg]);
            Weight weight = weights[requirement][leg];
            held[requirement][leg] = product(price, weight.held());
            owed[requirement][leg] = product(price, weight.owed());
            int decimals = each[leg].asset().decimals();
            scale = Math.max(scale, decimals + held[requirement][leg].scale());
            scale = Math.max(scale, decimals + owed[requirement][leg].scale());
        }
        boolean fits = true;
        for (int leg = 0; leg < count && fits; leg++) {
            int decimals = each[leg].asset().decimals();
            heldTimes[requirement][leg] = onScale(held[requirement][leg], scale - decimals);
            owedTimes[requirement][leg] = onScale(owed[requirement][leg], scale - decimals);
            fits = heldTimes[requirement][leg] >= 0 && owedTimes[requirement][leg] >= 0;
        }
        fixedTimes[requirement] = onScale(Decimal.ONE, scale - numeraire.decimals());
        wide[requirement] = !fits || fixedTimes[requirement] < 0;
    }

    private static Decimal product(Decimal price, Decimal weight) {
        try {
            return price.times(weight);
        } catch (ArithmeticException tooManyDigits) {
            return price.timesDown(weight);
        }
    }

    /** {@code factor · 10^power} where it is a whole number of at most 62 bits, −1 otherwise. */
    private static long onScale(Decimal factor, int power) {
        long value = factor.digits();
        int exponent = power - factor.scale();
        for (int i = 0; i < exponent; i++) {
            if (value > MOST / 10) {
                return -1;
            }
            value *= 10;
        }
        return exponent < 0 || value > MOST ? -1 : value;
    }

    /** The signed amount of a leg in an account, a debt in the asset owed and rounded up. */
    long amount(int account, int leg) {
        int share = shares[leg];
        if (share < 0) {
            return ledger.balance(asset[leg], account);
        }
        long held = ledger.balance(share, account);
        return held == 0 ? 0 : -owedUp(leg, -held);
    }

    /** What {@code shareUnits} of a debt amount to, rounded up. */
    long owedUp(int leg, long shareUnits) {
        readPools();
        long total = totals[leg];
        return total == issued[leg] ? shareUnits : Exact.mulDivUp(shareUnits, total, issued[leg]);
    }

    /** A pool's balance has changed. */
    void poolMoved() {
        poolsMoved = true;
    }

    private void readPools() {
        if (poolsMoved) {
            for (int leg = 0; leg < count; leg++) {
                if (shares[leg] >= 0) {
                    // Whoever pays more into a pool than is owed there makes a gift: nobody is owed by his debt.
                    totals[leg] = Math.max(0, -ledger.balance(asset[leg], pool[leg]));
                    issued[leg] = ledger.balance(shares[leg], pool[leg]);
                }
            }
            poolsMoved = false;
        }
    }

    /** What a raw unit on the ledger (a share of a debt) is worth in base units of the asset. */
    double growth(int leg) {
        if (shares[leg] < 0) {
            return 1;
        }
        readPools();
        return totals[leg] == issued[leg] || issued[leg] == 0 ? 1 : (double) totals[leg] / issued[leg];
    }

    /** What lies on the ledger for a leg: shares for a debt. */
    long raw(int account, int leg) {
        return ledger.balance(shares[leg] < 0 ? asset[leg] : shares[leg], account);
    }

    /** Weighted price per base unit, in numeraire base units; for indexes and statistics. */
    double factor(int leg, boolean positive) {
        return positive ? heldFactors[leg] : owedFactors[leg];
    }

    /** The legs of which the account has any, a bit for each; all where there are more than bits. */
    long occupied(int account) {
        if (count >= Long.SIZE) {
            return ALL;
        }
        long occupied = 0;
        for (int leg = 0; leg < count; leg++) {
            occupied |= raw(account, leg) == 0 ? 0 : 1L << leg;
        }
        return occupied;
    }

    /** The first of some legs from one on; {@link #count} or more where none is left. */
    int next(long occupied, int from) {
        return occupied == ALL ? from : from + Long.numberOfTrailingZeros(occupied >>> from);
    }

    /** Whether the account is strictly below the requirement; exact. Needs {@link #priced} and a linear margin. */
    boolean below(int account, Requirement requirement) {
        return below(account, requirement, ALL);
    }

    /** The same, where it is known which legs the account has any of. */
    boolean below(int account, Requirement requirement, long occupied) {
        int at = requirement == Requirement.MAINTENANCE ? MAINTENANCE : INITIAL;
        if (wide[at]) {
            return wideSurplus(account, at).signum() < 0;
        }
        long high = 0;
        long low = 0;
        boolean owes = false;
        for (int leg = next(occupied, 0); leg < count; leg = next(occupied, leg + 1)) {
            long amount = amount(account, leg);
            if (amount != 0) {
                owes |= amount < 0;
                long times = amount > 0 ? heldTimes[at][leg] : owedTimes[at][leg];
                long product = amount * times;
                low += product;
                high += Math.multiplyHigh(amount, times) + (Long.compareUnsigned(low, product) < 0 ? 1 : 0);
            }
        }
        if (owes && fixed != 0) {
            long product = -fixed * fixedTimes[at];
            low += product;
            high += Math.multiplyHigh(-fixed, fixedTimes[at]) + (Long.compareUnsigned(low, product) < 0 ? 1 : 0);
        }
        return high < 0;
    }

    private BigDecimal wideSurplus(int account, int at) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean owes = false;
        for (int leg = 0; leg < count; leg++) {
            long amount = amount(account, leg);
            owes |= amount < 0;
            BigDecimal factor = (amount > 0 ? held[at][leg] : owed[at][leg]).toBigDecimal();
            sum = sum.add(
                    BigDecimal.valueOf(amount, each[leg].asset().decimals()).multiply(factor));
        }
        return owes ? sum.subtract(BigDecimal.valueOf(fixed, numeraire.decimals())) : sum;
    }

    /** Value of an amount of a leg in numeraire base units, rounded against the account. */
    long value(int leg, long amount) {
        Decimal price = prices[leg];
        if (price == null) {
            throw new IllegalStateException("no price of " + each[leg].asset());
        }
        int shift = numeraire.decimals() - each[leg].asset().decimals();
        return amount >= 0
                ? Exact.convert(amount, price, Decimal.ONE, shift, RoundingMode.DOWN)
                : -Exact.convert(-amount, price, Decimal.ONE, shift, RoundingMode.UP);
    }
}
