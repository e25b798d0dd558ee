package io.firebreak.testkit.rule.liquidation;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.liquidation.StatesPart;
import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.liquidation.FillWatch.Fill;
import io.firebreak.testkit.rule.reading.Outsider;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.MathContext;

/** What rule 321 looks at: bids for a part that were filled, and that were refused because too little would be left. */
final class Remainders extends FillWatch {
    Remainders() {
        super(Remainders::filled);
    }

    private static Option<BigDecimal> least(Scene scene, Outsider outsider) {
        return Parts.model(scene, outsider.venue())
                .flatMap(model -> model.power(StatesPart.class))
                .map(states -> states.part().leastLeft().toBigDecimal())
                .filter(least -> least.signum() > 0);
    }

    private static void filled(Fill fill, Notes notes) {
        for (Call.Bid bid : fill.bid().filter(bid -> fill.is(Event.Kind.FILLED) && !fill.onLot())) {
            long give = fill.event().first().units();
            long want = fill.event().second().units();
            boolean all = want == bid.offer().mostWant() || give == bid.offer().mostGive();
            for (BigDecimal least : least(fill.scene(), fill.outsider()).filter(any -> !all)) {
                Stake stake = Parts.stake(fill);
                BigDecimal factor = Parts.factor(fill.scene(), fill.outsider().venue(), stake);
                notes.met();
                if (stake.leavesLess(BigDecimal.valueOf(Parts.cleared(fill, stake)), factor, least)) {
                    notes.breach(fill.name() + " held " + fill.outsider().show(fill.before()) + ", gave "
                            + fill.event().first() + " for " + fill.event().second()
                            + ", and less than " + least.toPlainString() + " is left");
                }
            }
        }
    }

    @Override
    public void refused(Deed deed, Rejection rejection, Scene scene, Notes notes) {
        if (deed instanceof Deed.Answer answer
                && answer.call() instanceof Call.Bid bid
                && answer.seller() == 0
                && rejection.reason() == Reason.TOO_SMALL
                && !scene.isLot(bid.target().index())) {
            Outsider.of(scene).find(each -> each.venue() == answer.venue()).forEach(outsider -> least(scene, outsider)
                    .forEach(least -> refused(bid, outsider, least, rejection, scene, notes)));
        }
    }

    private static void refused(
            Call.Bid bid, Outsider outsider, BigDecimal least, Rejection rejection, Scene scene, Notes notes) {
        StandingOffer offer = bid.offer();
        long want = Math.min(bid.pay(), offer.mostWant());
        long give = offer.price().giveDown(want);
        if (give <= 0) {
            return;
        }
        Stake stake = new Stake(outsider, outsider.amounts(bid.target().index()), offer.pair());
        BigDecimal factor = Parts.factor(scene, outsider.venue(), stake);
        BigDecimal fee = Parts.fee(scene, outsider.venue(), stake, factor);
        BigDecimal cleared = stake.onWant()
                ? BigDecimal.valueOf(want).divide(BigDecimal.ONE.add(fee), MathContext.DECIMAL128)
                : BigDecimal.valueOf(give);
        // A unit of what is paid may be the fee's or the debt's.
        BigDecimal unit = fee.signum() == 0 ? BigDecimal.ZERO : BigDecimal.ONE;
        boolean all = want >= offer.mostWant() || give >= offer.mostGive();
        notes.met();
        if (all
                || !(stake.leavesLess(cleared.subtract(unit).max(BigDecimal.ZERO), factor, least)
                        || stake.leavesLess(cleared, factor, least)
                        || stake.leavesLess(cleared.add(unit), factor, least))) {
            notes.breach(scene.name(bid.target()) + " holds "
                    + outsider.show(outsider.amounts(bid.target().index())) + ", and a bid of "
                    + offer.pair().want().show(want) + ", which leaves at least " + least.toPlainString()
                    + " or nothing, was refused: " + rejection);
        }
    }
}
