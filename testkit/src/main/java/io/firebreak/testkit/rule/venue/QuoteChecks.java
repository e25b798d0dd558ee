package io.firebreak.testkit.rule.venue;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;

/** What rules 357 and 366 look at: what is quoted. */
final class QuoteChecks {
    private QuoteChecks() {}

    static final class Honoured implements Watch {
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

    static final class MorePaysNoBetter implements Watch {
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
}
