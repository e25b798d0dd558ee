package io.firebreak.testkit.rule.venue;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Rate;
import io.firebreak.api.venue.StatesCapital;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.control.Option;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What rules 369 and 370 look at: the capital of venues that cover losses. */
final class Capital {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private Capital() {}

    private static Option<StatesCapital> stated(Scene scene, int venue) {
        return scene.spec(venue).venue() instanceof StatesCapital states ? Option.some(states) : Option.none();
    }

    private static long balance(Scene scene, int venue, String own, StatesCapital stated) {
        return scene.balance(scene.own(venue, own), stated.cover().asset());
    }

    /** What must stay, reckoned day by day from the first block on. */
    private static final class Required {
        private final StatesCapital stated;
        private final long first;
        private final long aim;

        Required(StatesCapital stated, long first) {
            this.stated = stated;
            this.first = first;
            aim = Exact.dividedUp(stated.cover().units(), stated.gearing());
        }

        double at(long now) {
            double required = stated.requiredAtStart().map(Parcel::units).getOrElse(aim);
            for (long day = first; day <= now; day += DAY) {
                double part = Math.min(1.0, (double) (now - day) / DAY);
                double most = required * stated.dailyMove().value().toDouble() * part;
                required = Math.abs(aim - required) <= most ? aim : required + Math.copySign(most, aim - required);
            }
            return required;
        }

        /** How far rounding may be off: a unit each day. */
        double rounding(long now) {
            return 2.0 + (double) (now - first) / DAY;
        }
    }

    /** Redemptions, and those that were refused. */
    static final class StaysBehindTheCover implements Watch {
        private @Nullable Required[] required = new Required[0];

        @Override
        public void begin(Scene scene, Notes notes) {
            required = new Required[scene.venues()];
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Accrual accrual && required[accrual.venue()] == null) {
                for (StatesCapital stated : stated(scene, accrual.venue())) {
                    required[accrual.venue()] =
                            new Required(stated, scene.block().timeMillis());
                }
            } else if (deed instanceof Deed.Act act && act.action() instanceof Action.Redeem redeem) {
                int venue = scene.venue(redeem.venue());
                Required must = required[venue];
                if (must != null) {
                    long left = balance(scene, venue, must.stated.purse(), must.stated);
                    long now = scene.block().timeMillis();
                    notes.met();
                    if (left < must.at(now) - must.rounding(now)) {
                        notes.breach(scene.spec(venue).name() + " is left with " + left + " base units of capital, and "
                                + must.at(now) + " are required");
                    }
                }
            }
        }

        @Override
        public void refused(Deed deed, Rejection rejection, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act act
                    && act.action() instanceof Action.Redeem redeem
                    && rejection.reason() == Reason.LIMIT_REACHED) {
                int venue = scene.venue(redeem.venue());
                Required must = required[venue];
                if (must != null) {
                    long there = balance(scene, venue, must.stated.purse(), must.stated);
                    long mine = scene.balance(act.sender(), redeem.shares());
                    long all = -scene.balance(scene.own(venue, must.stated.purse()), redeem.shares());
                    long now = scene.block().timeMillis();
                    notes.met();
                    // At most all of the sender's shares were to be redeemed.
                    double leaves = all <= 0 ? there : there * (1 - (double) mine / all);
                    if (leaves > must.at(now) + must.rounding(now)) {
                        notes.breach(scene.spec(venue).name() + " keeps what a member redeems, though " + leaves
                                + " base units of capital would be left, and " + must.at(now) + " are required");
                    }
                }
            }
        }
    }

    /** What each accrual moves to the capital, over a run. */
    static final class EarnsThePremium implements Watch {
        private long[] before = new long[0];
        private double[] due = new double[0];
        private long[] paid = new long[0];

        @Override
        public void begin(Scene scene, Notes notes) {
            before = new long[scene.venues()];
            due = new double[scene.venues()];
            paid = new long[scene.venues()];
        }

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Accrual accrual) {
                for (StatesCapital stated : stated(scene, accrual.venue())) {
                    before[accrual.venue()] = balance(scene, accrual.venue(), stated.premiums(), stated);
                }
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Accrual accrual) {
                for (StatesCapital stated : stated(scene, accrual.venue())) {
                    look(accrual.venue(), stated, scene, notes);
                }
            }
        }

        private void look(int venue, StatesCapital stated, Scene scene, Notes notes) {
            for (Rate rate : stated.premium()) {
                long left = balance(scene, venue, stated.premiums(), stated);
                due[venue] += rate.perPeriod().toDouble()
                        * stated.cover().units()
                        * ((double) scene.view(venue).stepMillis() / rate.periodMillis());
                paid[venue] += before[venue] - left;
                notes.met();
                if (paid[venue] > due[venue] + 1 || (left > 0 && paid[venue] < due[venue] - 2)) {
                    notes.breach(scene.spec(venue).name() + " has earned " + paid[venue]
                            + " base units of premiums, and " + due[venue] + " were due");
                }
                if (left == 0) {
                    // Nothing is earned for what nobody paid.
                    due[venue] = Math.min(due[venue], paid[venue] + 1.0);
                }
            }
        }
    }
}
