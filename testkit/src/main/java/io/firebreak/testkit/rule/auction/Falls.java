package io.firebreak.testkit.rule.auction;

import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.liquidation.StatesFall;
import io.firebreak.api.view.Price;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;

/** What rules 409 and 410 look at: prices that fall by a clock, on lots. */
final class Falls {
    private static final BigDecimal ROUNDING = new BigDecimal("1e-9");

    private Falls() {}

    /** Looks at every lot on sale of a model that says where its prices begin and end. */
    private abstract static class EachLot implements Watch {
        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act || deed instanceof Deed.Closing) {
                for (int venue = 0; venue < scene.venues(); venue++) {
                    int at = venue;
                    scene.spec(venue)
                            .liquidation()
                            .flatMap(model -> model.power(StatesFall.class))
                            .forEach(stated -> look(at, stated, deed, scene, notes));
                }
            }
        }

        private void look(int venue, StatesFall stated, Deed deed, Scene scene, Notes notes) {
            for (int target : scene.targets(venue)) {
                if (scene.seller(venue, target) == 0 && scene.isLot(target)) {
                    Option<StandingOffer> offer = scene.offer(venue, target, null);
                    for (StandingOffer stands : offer) {
                        if (stands.ask() instanceof Ask.Clock clock) {
                            stands(stands.pair(), clock, venue, target, stated, deed, scene, notes);
                        }
                    }
                    for (Invitation invitation : scene.invitation(venue, target)) {
                        if (offer.isEmpty()) {
                            invited(invitation, target, stated, scene, notes);
                        }
                    }
                }
            }
        }

        abstract void stands(
                Pair pair,
                Ask.Clock clock,
                int venue,
                int target,
                StatesFall stated,
                Deed deed,
                Scene scene,
                Notes notes);

        void invited(Invitation invitation, int target, StatesFall stated, Scene scene, Notes notes) {}
    }

    static final class BeginsWhereStated extends EachLot {
        private final Map<Integer, Ask.Clock> seen = new TreeMap<>();

        @Override
        void stands(
                Pair pair,
                Ask.Clock clock,
                int venue,
                int target,
                StatesFall stated,
                Deed deed,
                Scene scene,
                Notes notes) {
            if (clock.equals(seen.put(target, clock))) {
                return;
            }
            Option<BigDecimal> give = scene.view(venue).price(pair.give()).map(Falls::value);
            Option<BigDecimal> want = scene.view(venue).price(pair.want()).map(Falls::value);
            if (give.isEmpty() || want.isEmpty() || deed instanceof Deed.Closing) {
                return;
            }
            notes.met();
            BigDecimal top = give.get()
                    .divide(want.get(), MathContext.DECIMAL64)
                    .multiply(stated.buf().value().toBigDecimal());
            BigDecimal off = clock.top().toBigDecimal().subtract(top).abs();
            if (off.compareTo(top.multiply(ROUNDING)) > 0) {
                notes.breach(scene.name(scene.id(target)) + " begins at " + clock.top() + " instead of " + top);
            }
            if (clock.startMillis() != scene.block().timeMillis()) {
                notes.breach(scene.name(scene.id(target)) + " began at " + clock.startMillis() + " instead of "
                        + scene.block().timeMillis());
            }
        }
    }

    private static BigDecimal value(Price price) {
        return price.value().toBigDecimal();
    }

    static final class EndsWhereStated extends EachLot {
        private final Map<Integer, Ask.Clock> seen = new TreeMap<>();

        @Override
        void stands(
                Pair pair,
                Ask.Clock clock,
                int venue,
                int target,
                StatesFall stated,
                Deed deed,
                Scene scene,
                Notes notes) {
            seen.put(target, clock);
            notes.met();
            if (deed instanceof Deed.Closing && isOver(clock, stated, scene)) {
                notes.breach(scene.name(scene.id(target)) + " still falls, begun at " + clock.startMillis() + " from "
                        + clock.top());
            }
        }

        @Override
        void invited(Invitation invitation, int target, StatesFall stated, Scene scene, Notes notes) {
            for (Ask.Clock clock : Option.of(seen.get(target))) {
                notes.met();
                if (!isOver(clock, stated, scene) || invitation.step() != Invitation.Step.RESTART) {
                    notes.breach(scene.name(scene.id(target)) + " invites to " + invitation.step() + ", begun at "
                            + clock.startMillis() + " from " + clock.top());
                }
            }
        }

        private static boolean isOver(Ask.Clock clock, StatesFall stated, Scene scene) {
            long elapsed = scene.block().timeMillis() - clock.startMillis();
            BigDecimal least =
                    clock.top().toBigDecimal().multiply(stated.cusp().value().toBigDecimal());
            return elapsed > stated.tail().toMillis()
                    || clock.curve().price(clock.top(), elapsed).toBigDecimal().compareTo(least) < 0;
        }
    }
}
