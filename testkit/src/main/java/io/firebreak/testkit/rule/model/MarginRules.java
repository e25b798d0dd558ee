package io.firebreak.testkit.rule.model;

import static io.firebreak.core.wiring.Socket.MARGIN;
import static io.firebreak.core.wiring.Socket.VENUE;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Exact;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.rule.reading.Standing;
import io.vavr.collection.Vector;
import org.jspecify.annotations.Nullable;

/** Rules 233 and 361 to 364: which holdings stand behind which debts. The accounts of the run are asked about at every block's end. */
public final class MarginRules {
    private MarginRules() {}

    public static io.vavr.collection.Seq<Rule> rules() {
        return Vector.of(
                Rule.watched(
                        233,
                        "collateralCountsOnce",
                        Kind.STATE,
                        "what an account holds counts once, and for no more than it is worth",
                        "an account holds something",
                        "the literature: collateral counted once unless rehypothecation is declared",
                        "",
                        CountsOnce::new,
                        VENUE,
                        MARGIN),
                Rule.watched(
                        361,
                        "moreCollateralIsHealthier",
                        Kind.STEP,
                        "with more collateral no account is less healthy, with more debt none is healthier",
                        "an account has something",
                        "Aave v3, GenericLogic.sol: calculateHealthFactor",
                        "",
                        Monotonic::new,
                        VENUE,
                        MARGIN),
                Rule.watched(
                        362,
                        "equityIsTheSumOfItsLegs",
                        Kind.STEP,
                        "a margin model that states weights says the same in its sums, to within a unit a leg",
                        "the margin model is linear",
                        "the literature: cross margin, equity is the sum of its legs",
                        "",
                        SumOfLegs::new,
                        VENUE,
                        MARGIN),
                Rule.watched(
                        363,
                        "initialIsAsStrictAsMaintenance",
                        Kind.STEP,
                        "whoever may be liquidated may not borrow or withdraw",
                        "an account has debts or contracts",
                        "Aave v3, ReserveConfiguration.sol: ltv ≤ liquidationThreshold",
                        "",
                        InitialIsStricter::new,
                        VENUE,
                        MARGIN),
                Rule.watched(
                        364,
                        "nobodyWithoutDebtIsUnsafe",
                        Kind.STEP,
                        "who owes nothing and has no contracts is safe, against either requirement",
                        "an account, its debts and contracts thought away",
                        "Aave v3, GenericLogic.sol: no debt, infinite health factor",
                        "",
                        DebtFreeIsSafe::new,
                        VENUE,
                        MARGIN),
                Rule.watched(
                        373,
                        "whoOwesMoreThanItHoldsIsUnsafe",
                        Kind.STEP,
                        "who owes more than all that it holds is worth, contracts included, is unsafe",
                        "an account owes more than it holds, by more than a base unit a leg",
                        "Aave v3, GenericLogic.sol: liquidationThreshold ≤ 100 %",
                        "",
                        InsolventIsUnsafe::new,
                        VENUE,
                        MARGIN));
    }

    /** Looks at every margin account when a block ends. */
    private abstract static class OfAccounts implements Watch {
        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (!(deed instanceof Deed.Closing)) {
                return;
            }
            for (int account = 0; account < scene.accounts(); account++) {
                if (scene.kind(account) == Accounts.Kind.MARGIN && scene.isPriced(scene.venueOf(account))) {
                    Standing standing = Standing.of(scene, scene.venueOf(account), account);
                    String breach = breach(standing, notes);
                    if (breach != null) {
                        notes.breach(scene.name(scene.id(account)) + ": " + breach);
                    }
                }
            }
        }

        abstract @Nullable String breach(Standing standing, Notes notes);
    }

    private static final class CountsOnce extends OfAccounts {
        @Override
        @Nullable
        String breach(Standing standing, Notes notes) {
            long worth = 0;
            for (int leg = 0; leg < standing.legs().size(); leg++) {
                boolean again = false;
                for (int other = 0; other < leg; other++) {
                    again |= standing.legs().get(other).asset().index()
                            == standing.legs().get(leg).asset().index();
                }
                worth += again ? 0 : Math.max(0, standing.worth(leg));
            }
            if (worth > 0) {
                notes.met();
            }
            long counted = standing.health(Requirement.MAINTENANCE).assets();
            return counted > worth ? "counts for " + counted + " base units and holds what is worth " + worth : null;
        }
    }

    private static final class InsolventIsUnsafe extends OfAccounts {
        @Override
        @Nullable
        String breach(Standing standing, Notes notes) {
            long net = 0;
            int legs = standing.legs().size();
            for (int leg = 0; leg < legs; leg++) {
                net += standing.worth(leg);
            }
            if (net >= -legs) {
                return null;
            }
            notes.met();
            return standing.health(Requirement.MAINTENANCE).unsafe()
                    ? null
                    : "owes " + -net + " base units more than it holds, and is safe";
        }
    }

    private static final class Monotonic extends OfAccounts {
        @Override
        @Nullable
        String breach(Standing standing, Notes notes) {
            for (int leg = 0; leg < standing.legs().size(); leg++) {
                Leg of = standing.legs().get(leg);
                if (!(of instanceof Leg.Holding) && !(of instanceof Leg.SharedDebt)) {
                    continue;
                }
                notes.met();
                long held = standing.holding(leg);
                long step = Math.abs(held) / 10 + 1;
                for (Requirement requirement : Requirement.values()) {
                    Health now = standing.health(requirement);
                    // A tenth and a unit less of it: of collateral, or more of a debt.
                    if (of instanceof Leg.SharedDebt || held > 0) {
                        Health less = standing.with(
                                        leg, of instanceof Leg.Holding ? held - Math.min(held, step) : held - step)
                                .health(requirement);
                        if (less.assets() - less.debts() > now.assets() - now.debts()
                                || (now.unsafe() && !less.unsafe())) {
                            return worse(of.asset(), held, now, less);
                        }
                    }
                }
            }
            return null;
        }

        private static String worse(Asset asset, long held, Health now, Health less) {
            return "with " + asset.show(held) + " it has " + now.assets() + " against " + now.debts()
                    + " base units, with a tenth less " + less.assets() + " against " + less.debts();
        }
    }

    private static final class SumOfLegs extends OfAccounts {
        @Override
        @Nullable
        String breach(Standing standing, Notes notes) {
            if (!(standing.model() instanceof LinearMargin linear)) {
                return null;
            }
            notes.met();
            for (Requirement requirement : Requirement.values()) {
                long assets = 0;
                long debts = 0;
                for (int leg = 0; leg < standing.legs().size(); leg++) {
                    Weight weight = linear.weight(standing.legs().get(leg), requirement);
                    long worth = standing.worth(leg);
                    assets += worth > 0 ? Exact.timesDown(worth, weight.held()) : 0;
                    debts += worth < 0 ? Exact.timesUp(-worth, weight.owed()) : 0;
                }
                debts += debts > 0 ? linear.fixedRequirement() : 0;
                Health health = standing.health(requirement);
                long tolerance = standing.legs().size();
                if (Math.abs(health.assets() - assets) > tolerance || Math.abs(health.debts() - debts) > tolerance) {
                    return "says " + health.assets() + " against " + health.debts() + " base units, and its weights "
                            + assets + " against " + debts;
                }
            }
            return null;
        }
    }

    private static final class InitialIsStricter extends OfAccounts {
        @Override
        @Nullable
        String breach(Standing standing, Notes notes) {
            Health maintenance = standing.health(Requirement.MAINTENANCE);
            Health initial = standing.health(Requirement.INITIAL);
            if (maintenance.debts() > 0) {
                notes.met();
            }
            return (maintenance.unsafe() && !initial.unsafe())
                            || initial.assets() - initial.debts() > maintenance.assets() - maintenance.debts()
                    ? "has " + initial.assets() + " against " + initial.debts() + " base units initially, and "
                            + maintenance.assets() + " against " + maintenance.debts() + " in maintenance"
                    : null;
        }
    }

    private static final class DebtFreeIsSafe extends OfAccounts {
        @Override
        @Nullable
        String breach(Standing standing, Notes notes) {
            notes.met();
            Standing free = standing;
            for (int leg = 0; leg < standing.legs().size(); leg++) {
                if (!(standing.legs().get(leg) instanceof Leg.Holding)) {
                    free = free.with(leg, 0);
                }
            }
            for (Requirement requirement : Requirement.values()) {
                if (free.health(requirement).unsafe()) {
                    return "without debts and contracts it is unsafe against " + requirement;
                }
            }
            return null;
        }
    }
}
