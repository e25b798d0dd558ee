package io.firebreak.testkit.rule.reading;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.view.Price;
import io.firebreak.core.engine.Scene;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Reads the accounts of one venue off the ledger, and their health off the margin model and the prices: without the engine's
 * book, its index and its flags.
 */
public final class Outsider {
    private final Scene scene;
    private final int venue;
    private final Seq<Leg> legs;
    private final Leg[] each;

    private Outsider(Scene scene, int venue) {
        this.scene = scene;
        this.venue = venue;
        legs = scene.legs(venue);
        each = legs.toJavaArray(Leg[]::new);
    }

    /** One for each venue that has margin accounts. */
    public static Seq<Outsider> of(Scene scene) {
        return Array.range(0, scene.venues()).filter(scene::hasMargin).map(venue -> new Outsider(scene, venue));
    }

    /** As it is now: its weights may move. */
    private MarginModel margin() {
        return scene.margin(venue).get();
    }

    public int venue() {
        return venue;
    }

    public Leg[] legs() {
        return each;
    }

    /** What an account holds and owes, leg by leg; of a shared debt its part of what the pool is owed, rounded up. */
    public long[] amounts(int account) {
        long[] amounts = new long[each.length];
        for (int leg = 0; leg < each.length; leg++) {
            amounts[leg] = each[leg] instanceof Leg.SharedDebt debt
                    ? -owed(debt, account)
                    : scene.balance(account, each[leg].asset().index());
        }
        return amounts;
    }

    /** What an account owes a pool, rounded up. */
    public long owed(Leg.SharedDebt debt, int account) {
        long shares = -scene.balance(account, debt.shares().index());
        return shares == 0 ? 0 : Exact.mulDivUp(shares, total(debt), issued(debt));
    }

    /** What a pool is owed: nothing where somebody gave it more than that. */
    public long total(Leg.SharedDebt debt) {
        return Math.max(0, -scene.balance(debt.pool().index(), debt.asset().index()));
    }

    /** The shares of a debt that there are. */
    long issued(Leg.SharedDebt debt) {
        return scene.balance(debt.pool().index(), debt.shares().index());
    }

    /** How far rounding a share may move what is owed, in base units. */
    public long rounding(Leg.SharedDebt debt) {
        long issued = issued(debt);
        return issued == 0 ? 1 : 1 + total(debt) / issued + 1;
    }

    public int legOf(Asset asset) {
        for (int leg = 0; leg < each.length; leg++) {
            if (each[leg].asset().equals(asset)) {
                return leg;
            }
        }
        return -1;
    }

    public boolean isPriced() {
        for (Leg leg : each) {
            if (scene.view(venue).price(leg.asset()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private Decimal price(Leg leg) {
        return scene.view(venue).price(leg.asset()).map(Price::value).getOrElse(Decimal.ZERO);
    }

    /** What so much of an asset is worth, exactly, in whole units of the numeraire. */
    public BigDecimal value(Asset asset, long units) {
        int leg = legOf(asset);
        return leg < 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(units, asset.decimals())
                        .multiply(price(each[leg]).toBigDecimal());
    }

    /** The value of all that is held. */
    public BigDecimal held(long[] amounts) {
        return sum(amounts, 1);
    }

    /** The value of all that is owed. */
    public BigDecimal owed(long[] amounts) {
        return sum(amounts, -1).negate();
    }

    private BigDecimal sum(long[] amounts, int sign) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int leg = 0; leg < each.length; leg++) {
            if (Long.signum(amounts[leg]) == sign) {
                sum = sum.add(value(each[leg].asset(), amounts[leg]));
            }
        }
        return sum;
    }

    /**
     * Whether the margin model calls such an account unsafe. Where it is linear, the exact sum of its weights must say so
     * too.
     */
    public boolean isUnsafe(long[] amounts) {
        Health health = health(amounts);
        return margin() instanceof LinearMargin linear
                ? health.assets() < health.debts() && surplus(linear, amounts).signum() < 0
                : health.unsafe();
    }

    /** What the margin model says of such an account. */
    public Health health(long[] amounts) {
        Seq<Parcel> holdings = Array.tabulate(each.length, leg -> new Parcel(each[leg].asset(), amounts[leg]));
        return margin().health(holdings, legs, this::rounded, Requirement.MAINTENANCE);
    }

    /** What a base unit of the numeraire is, in which health is counted. */
    public BigDecimal unitOfHealth() {
        return BigDecimal.ONE.movePointLeft(scene.view(venue).numeraire().decimals());
    }

    /** The margin model as it is now, where it is a sum of weights. */
    public Option<LinearMargin> linear() {
        return Option.of(margin()).filter(LinearMargin.class::isInstance).map(LinearMargin.class::cast);
    }

    private long rounded(Parcel parcel) {
        int shift = scene.view(venue).numeraire().decimals() - parcel.asset().decimals();
        Decimal price = price(each[legOf(parcel.asset())]);
        return parcel.units() >= 0
                ? Exact.convert(parcel.units(), price, Decimal.ONE, shift, RoundingMode.DOWN)
                : -Exact.convert(-parcel.units(), price, Decimal.ONE, shift, RoundingMode.UP);
    }

    private BigDecimal surplus(LinearMargin linear, long[] amounts) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean owes = false;
        for (int leg = 0; leg < each.length; leg++) {
            if (amounts[leg] != 0) {
                Weight weight = linear.weight(each[leg], Requirement.MAINTENANCE);
                Decimal factor = amounts[leg] > 0 ? weight.held() : weight.owed();
                sum = sum.add(value(each[leg].asset(), amounts[leg]).multiply(factor.toBigDecimal()));
                owes |= amounts[leg] < 0;
            }
        }
        int decimals = scene.view(venue).numeraire().decimals();
        return owes ? sum.subtract(BigDecimal.valueOf(linear.fixedRequirement(), decimals)) : sum;
    }

    /** {@code +10.000000000 ETH −1500.000000 USD}. */
    public String show(long[] amounts) {
        StringBuilder text = new StringBuilder();
        for (int leg = 0; leg < each.length; leg++) {
            if (amounts[leg] != 0) {
                text.append(text.length() == 0 ? "" : " ")
                        .append(new Parcel(each[leg].asset(), amounts[leg]))
                        .append(" @ ")
                        .append(price(each[leg]));
            }
        }
        return text.length() == 0 ? "nothing" : text.toString();
    }
}
