package io.firebreak.testkit.rule;

import static io.firebreak.core.wiring.Socket.LIQUIDATION;

import io.firebreak.api.liquidation.Call;
import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Rules 301 to 349: what one liquidation may do. */
final class LiquidationRules {
    private LiquidationRules() {}

    static Seq<Rule> rules() {
        return Vector.of(new Rule(
                304,
                "fillStaysWithinItsOffer",
                Kind.STEP,
                "a fill takes and repays no more than the offer that stood when the bid arrived",
                "a bid was filled",
                Vector.of(LIQUIDATION),
                "Aave v3.3, LiquidationLogic.sol: repaid ≤ close factor · debt",
                "",
                new Check.ByWatching(WithinOffer::new)));
    }

    private static final class WithinOffer implements Watch {
        private int events;

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            events = scene.events();
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (!(deed instanceof Deed.Answer answer) || !(answer.call() instanceof Call.Bid bid)) {
                return;
            }
            scene.events(events, event -> {
                if (event.kind() != Event.Kind.FILLED || !event.subject().equals(bid.target())) {
                    return;
                }
                notes.met();
                if (event.first().units() > bid.offer().mostGive()
                        || event.second().units() > bid.offer().mostWant()) {
                    notes.breach(scene.name(bid.target()) + " gave " + event.first() + " for " + event.second()
                            + ", and the offer was at most "
                            + event.first().asset().show(bid.offer().mostGive()) + " for "
                            + event.second().asset().show(bid.offer().mostWant()));
                }
            });
        }
    }
}
