package io.firebreak.testkit.rule.auction;

import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Curve;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.liquidation.StatesHalfLife;
import io.firebreak.api.number.Decimal;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import java.math.BigDecimal;
import java.time.Duration;

/** What rules 416 and 417 look at: the curves of prices that fall by a clock. */
final class Curves implements Watch {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal ROUNDING = new BigDecimal("1e-9");

    /** What must hold of a curve from a first price, so many milliseconds after its start. */
    interface Check {
        void check(Curve curve, Decimal top, long elapsed, Notes notes);
    }

    private final Check check;

    Curves(Check check) {
        this.check = check;
    }

    @Override
    public void after(Deed deed, Scene scene, Notes notes) {
        if (!(deed instanceof Deed.Act) && !(deed instanceof Deed.Closing)) {
            return;
        }
        for (int venue = 0; venue < scene.venues(); venue++) {
            for (int target : scene.targets(venue)) {
                for (StandingOffer offer : scene.offer(venue, target, null)) {
                    if (offer.ask() instanceof Ask.Clock clock) {
                        check.check(
                                clock.curve(), clock.top(), scene.block().timeMillis() - clock.startMillis(), notes);
                    }
                }
            }
        }
    }

    /** Now, and at twice the time and a little more: blocks begin where a step may, too. */
    static void holds(Curve curve, Decimal top, long elapsed, Notes notes) {
        for (long at : new long[] {elapsed, 2 * elapsed + 7}) {
            long until = curve.holdsUntilMillis(at);
            notes.met();
            if (until <= at || !curve.price(top, until - 1).equals(curve.price(top, at))) {
                notes.breach(curve + " asks " + curve.price(top, at) + " after " + at + " ms, which is to hold until "
                        + until + " ms, and asks " + curve.price(top, Math.max(at, until - 1)) + " then");
            }
        }
    }

    static void halves(Curve curve, Decimal top, long elapsed, Notes notes) {
        if (curve instanceof StatesHalfLife stated) {
            for (Duration after : stated.halfLife()) {
                long early = Math.max(0, after.minus(stated.step()).toMillis());
                long late = after.plus(stated.step()).toMillis();
                BigDecimal half = top.toBigDecimal().multiply(HALF);
                BigDecimal off = top.toBigDecimal().multiply(ROUNDING);
                notes.met();
                if (curve.price(top, early).toBigDecimal().compareTo(half.subtract(off)) < 0
                        || curve.price(top, late).toBigDecimal().compareTo(half.add(off)) > 0) {
                    notes.breach(curve + " falls from " + top + " to " + curve.price(top, early) + " after " + early
                            + " ms and " + curve.price(top, late) + " after " + late + " ms, and says it halves after "
                            + after);
                }
            }
        }
    }
}
