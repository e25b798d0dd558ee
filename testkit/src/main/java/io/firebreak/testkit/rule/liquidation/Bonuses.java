package io.firebreak.testkit.rule.liquidation;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.liquidation.StatesFee;
import io.firebreak.api.liquidation.StatesIncline;
import io.firebreak.api.metric.Event;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.liquidation.FillWatch.Fill;
import io.firebreak.testkit.rule.reading.Outsider;
import io.vavr.control.Option;
import java.math.BigDecimal;

/** What rules 319 and 320 look at: what was given and kept of a fill, and what was due by the health of its account. */
final class Bonuses {
    private static final BigDecimal PRICE_DIGITS = new BigDecimal("1e-9");

    private Bonuses() {}

    /** What was given for what was cleared, at the health that the account had just before. */
    static void followsHealth(Fill fill, Notes notes) {
        Outsider outsider = fill.outsider();
        Option<StatesIncline> states =
                Parts.model(fill.scene(), outsider.venue()).flatMap(model -> model.power(StatesIncline.class));
        if (states.isEmpty() || !fill.is(Event.Kind.FILLED) || fill.onLot() || !fill.only() || !outsider.isPriced()) {
            return;
        }
        Asset give = fill.event().first().asset();
        Asset want = fill.event().second().asset();
        BigDecimal factor = Parts.stake(fill).factor(states.get().incline());
        BigDecimal given = outsider.value(give, fill.event().first().units());
        BigDecimal due = outsider.value(want, fill.event().second().units() - fill.penalty())
                .multiply(factor);
        // A unit of what is given may be rounded away, and one of what is paid and of the fee.
        BigDecimal rounding = outsider.value(give, 1)
                .add(outsider.value(want, 2).multiply(factor))
                .add(due.abs().multiply(PRICE_DIGITS));
        notes.met();
        if (given.subtract(due).abs().compareTo(rounding) > 0) {
            notes.breach(fill.name() + " held " + outsider.show(fill.before()) + " and gave "
                    + fill.event().first() + " worth " + given.toPlainString() + " for "
                    + fill.event().second() + ", of which " + want.show(fill.penalty()) + " is a fee: due was "
                    + due.toPlainString());
        }
    }

    /** What went to the venue of what was paid. */
    static void isItsShare(Fill fill, Notes notes) {
        Outsider outsider = fill.outsider();
        boolean states = Parts.model(fill.scene(), outsider.venue())
                .flatMap(model -> model.power(StatesFee.class))
                .isDefined();
        if (!states || !fill.is(Event.Kind.FILLED) || fill.onLot() || !fill.only() || !outsider.isPriced()) {
            return;
        }
        Stake stake = Parts.stake(fill);
        BigDecimal factor = Parts.factor(fill.scene(), outsider.venue(), stake);
        BigDecimal due = BigDecimal.valueOf(fill.event().second().units() - fill.penalty())
                .multiply(Parts.fee(fill.scene(), outsider.venue(), stake, factor));
        notes.met();
        if (due.subtract(BigDecimal.valueOf(fill.penalty())).abs().compareTo(BigDecimal.valueOf(2)) > 0) {
            Asset want = fill.event().second().asset();
            notes.breach(fill.name() + " held " + outsider.show(fill.before()) + ", "
                    + fill.event().second() + " was paid, and " + want.show(fill.penalty()) + " of it was the fee, not "
                    + due.movePointLeft(want.decimals()).toPlainString());
        }
    }
}
