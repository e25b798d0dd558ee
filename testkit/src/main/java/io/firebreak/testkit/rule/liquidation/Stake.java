package io.firebreak.testkit.rule.liquidation;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.Incline;
import io.firebreak.api.liquidation.Part;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.testkit.rule.reading.Outsider;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.LongPredicate;

/**
 * One exposure of an account and what stands behind it, as they were read off the books: what a stated part of it is, and
 * what a stated bonus, found by looking at what would be left.
 */
final class Stake {
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final int HEALTH_DIGITS = 18;

    private final Outsider outsider;
    private final long[] amounts;
    private final int give;
    private final int want;
    private final boolean onWant;

    Stake(Outsider outsider, long[] amounts, Pair pair) {
        this.outsider = outsider;
        this.amounts = amounts;
        give = outsider.legOf(pair.give());
        want = outsider.legOf(pair.want());
        onWant = give >= 0
                && want >= 0
                && (outsider.legs()[want] instanceof Leg.SharedDebt
                        || !(outsider.legs()[give] instanceof Leg.Contract && amounts[give] > 0));
    }

    /** Whether it is of contracts, which a taker takes over on margin. */
    boolean isOfContracts() {
        return outsider.legs()[give] instanceof Leg.Contract || outsider.legs()[want] instanceof Leg.Contract;
    }

    /** Whether it is counted in what the account wants. */
    boolean onWant() {
        return onWant;
    }

    /** Base units of the exposure; none where the account has none in this pair. */
    long units() {
        return give < 0 || want < 0 ? 0 : Math.max(0, onWant ? -amounts[want] : amounts[give]);
    }

    private boolean isLimited() {
        return outsider.legs()[give] instanceof Leg.Holding;
    }

    private BigDecimal unit(int leg) {
        return outsider.value(outsider.legs()[leg].asset(), 1);
    }

    /** Value of so much of the exposure. */
    BigDecimal worth(BigDecimal units) {
        return units.multiply(unit(onWant ? want : give));
    }

    private BigDecimal debt() {
        return worth(BigDecimal.valueOf(units()));
    }

    private BigDecimal held() {
        return BigDecimal.valueOf(amounts[give]).multiply(unit(give));
    }

    /** Value given per value cleared, by a stated bonus at the account's health. */
    BigDecimal factor(Incline incline) {
        Health health = outsider.health(amounts);
        BigDecimal factor = health.debts() == 0
                ? BigDecimal.ONE
                : BigDecimal.valueOf(health.assets())
                        .divide(BigDecimal.valueOf(health.debts()), HEALTH_DIGITS, RoundingMode.DOWN);
        BigDecimal bonus = at(factor, incline);
        return incline.ofGiven()
                ? BigDecimal.ONE.divide(BigDecimal.ONE.subtract(bonus), DIGITS)
                : BigDecimal.ONE.add(bonus);
    }

    /** Between the ends as far from each as the health is. */
    private static BigDecimal at(BigDecimal health, Incline incline) {
        BigDecimal low = incline.mostAt().value().toBigDecimal();
        if (health.compareTo(low) <= 0) {
            return incline.most().value().toBigDecimal();
        }
        if (health.compareTo(BigDecimal.ONE) >= 0) {
            return incline.atThreshold().value().toBigDecimal();
        }
        BigDecimal fromMost = health.subtract(low);
        BigDecimal toThreshold = BigDecimal.ONE.subtract(health);
        return incline.most()
                .value()
                .toBigDecimal()
                .multiply(toThreshold)
                .add(incline.atThreshold().value().toBigDecimal().multiply(fromMost))
                .divide(fromMost.add(toThreshold), DIGITS);
    }

    /**
     * Whether clearing that much leaves something of both legs, and of one of them less than that.
     *
     * @param factor value given per value cleared
     */
    boolean leavesLess(BigDecimal cleared, BigDecimal factor, BigDecimal least) {
        BigDecimal owed = debt().subtract(worth(cleared));
        BigDecimal left = held().subtract(worth(cleared).multiply(factor));
        return owed.signum() > 0
                && (!isLimited() || left.signum() > 0)
                && (owed.compareTo(least) < 0 || (isLimited() && left.compareTo(least) < 0));
    }

    /** Whether all that can be given is gone when so much is cleared. */
    boolean exhausts(BigDecimal cleared, BigDecimal factor) {
        return isLimited() && worth(cleared).multiply(factor).compareTo(held()) >= 0;
    }

    /** The least and the most that a stated part may be, in base units: what the margin model rounds may move it. */
    record Bounds(long least, long most) {
        static Bounds around(long units) {
            return new Bounds(units, units);
        }
    }

    /** What one liquidation may take. */
    Bounds bounds(Part part, BigDecimal factor) {
        return part instanceof Part.OfExposure of
                ? Bounds.around(Math.max(1, of.share().ofDown(units())))
                : part instanceof Part.OfDebts of
                        ? Bounds.around(ofDebts(of, factor))
                        : toHealth((Part.ToHealth) part, factor);
    }

    private long ofDebts(Part.OfDebts of, BigDecimal factor) {
        BigDecimal small = of.wholeBelow().toBigDecimal();
        Health health = outsider.health(amounts);
        boolean low = BigDecimal.valueOf(health.assets())
                        .compareTo(BigDecimal.valueOf(health.debts())
                                .multiply(of.wholeAtHealth().value().toBigDecimal()))
                <= 0;
        if (low || debt().compareTo(small) < 0 || (isLimited() && held().compareTo(small) < 0)) {
            return units();
        }
        BigDecimal all = onWant ? outsider.owed(amounts).max(debt()) : debt();
        BigDecimal share = all.multiply(of.share().value().toBigDecimal());
        if (share.compareTo(debt()) >= 0) {
            return units();
        }
        BigDecimal least = of.leastLeft().toBigDecimal();
        long most = last(units(), units -> worth(BigDecimal.valueOf(units)).compareTo(share) <= 0);
        if (!leavesLess(share.divide(worth(BigDecimal.ONE), DIGITS), factor, least)) {
            return most;
        }
        long leaving = last(most, units -> !leavesLess(BigDecimal.valueOf(units), factor, least));
        return leaving == 0 ? units() : leaving;
    }

    private Bounds toHealth(Part.ToHealth to, BigDecimal factor) {
        BigDecimal target = to.target().value().toBigDecimal();
        // The model's health is made of values that were rounded twice, leg by leg.
        BigDecimal rounding = target.add(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(2L * amounts.length))
                .multiply(outsider.unitOfHealth());
        long early = firstAt(target, factor, rounding);
        long late = firstAt(target, factor, rounding.negate());
        BigDecimal least = to.leastLeft().toBigDecimal();
        boolean mayBeWhole = leavesLess(BigDecimal.valueOf(late + 1), factor, least);
        boolean mustBeWhole = mayBeWhole && leavesLess(BigDecimal.valueOf(Math.max(0, early - 1)), factor, least);
        return new Bounds(mustBeWhole ? units() : early, mayBeWhole ? units() : late);
    }

    /** The least that leads to a health but for what may be missing; all of it where no part does. */
    private long firstAt(BigDecimal target, BigDecimal factor, BigDecimal missing) {
        LinearMargin margin = outsider.linear().get();
        LongPredicate falls = units -> surplus(BigDecimal.valueOf(units), target, factor, margin)
                        .add(missing)
                        .signum()
                < 0;
        // Once what is there is given, a position goes on, and owes what it gives.
        BigDecimal there = held().max(BigDecimal.ZERO);
        long turn = onWant
                ? last(
                        units(),
                        units -> worth(BigDecimal.valueOf(units))
                                        .multiply(factor)
                                        .compareTo(there)
                                <= 0)
                : units();
        long most = falls.test(turn) && !isLimited() ? units() : turn;
        return falls.test(most) ? units() : Math.min(units(), last(most, falls) + 1);
    }

    /** Weighted assets less so many times the weighted debts, when that much has been cleared. */
    private BigDecimal surplus(BigDecimal cleared, BigDecimal target, BigDecimal factor, LinearMargin margin) {
        BigDecimal value = worth(cleared);
        BigDecimal sum = BigDecimal.ZERO;
        boolean owes = false;
        for (int leg = 0; leg < amounts.length; leg++) {
            BigDecimal left = BigDecimal.valueOf(amounts[leg]).multiply(unit(leg));
            if (leg == want) {
                left = left.add(onWant ? value : value.divide(factor, DIGITS));
            } else if (leg == give) {
                left = left.subtract(onWant ? value.multiply(factor) : value);
            }
            Weight weight = margin.weight(outsider.legs()[leg], Requirement.MAINTENANCE);
            sum = sum.add(left.multiply(
                    left.signum() < 0
                            ? weight.owed().toBigDecimal().multiply(target)
                            : weight.held().toBigDecimal()));
            owes |= left.signum() < 0;
        }
        return owes
                ? sum.subtract(BigDecimal.valueOf(margin.fixedRequirement())
                        .multiply(outsider.unitOfHealth())
                        .multiply(target))
                : sum;
    }

    /** The greatest number up to a limit of which something holds that holds of 0 and of all up to some number. */
    private static long last(long most, LongPredicate holds) {
        long low = 0;
        long high = most;
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (holds.test(middle)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** How it is shown. */
    String show() {
        Asset asset = outsider.legs()[onWant ? want : give].asset();
        return asset.show(units());
    }
}
