package io.firebreak.testkit.rule.model;

import static io.firebreak.core.wiring.Socket.AGENT;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Submission;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Check;
import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.rule.Watch;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Rules 481 to 489: what may be said of everybody who acts, whatever they are after. */
public final class AgentRules {
    private AgentRules() {}

    public static Seq<Rule> rules() {
        return Vector.of(new Rule(
                481,
                "submissionsMakeSense",
                Kind.STEP,
                "a submission bids no less than nothing for block space, waits a block at least, limits prices by amounts"
                        + " that are not negative, and refers in a bundle to earlier steps only",
                "an agent sent something",
                Vector.of(AGENT),
                "design: agents emit actions",
                "",
                new Check.ByWatching(MakesSense::new)));
    }

    private static final class MakesSense implements Watch {
        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (!(deed instanceof Deed.Decide decided)) {
                return;
            }
            for (Submission submission : decided.decision().submissions()) {
                notes.met();
                if (submission.feeGwei() < 0
                        || submission.lifetimeBlocks() < 1
                        || !makesSense(submission.action(), 0)) {
                    notes.breach(scene.name(decided.agent()) + " sent " + submission);
                }
            }
        }

        /** Whether it does as a step of a bundle after so many others; 0 as well where it is none. */
        private static boolean makesSense(Action action, int steps) {
            if (action instanceof Action.Bundle bundle) {
                int step = 0;
                for (Action each : bundle.steps()) {
                    if (each instanceof Action.Bundle || !makesSense(each, step++)) {
                        return false;
                    }
                }
                return true;
            }
            if (action instanceof Action.Swap swap) {
                return swap.atLeast() >= 0 && isEarlier(swap.quantity(), steps);
            }
            if (action instanceof Action.Bid bid) {
                return bid.receive() >= 0 && isEarlier(bid.pay(), steps);
            }
            if (action instanceof Action.MarketOrder order) {
                return isEarlier(order.quantity(), steps);
            }
            return true;
        }

        private static boolean isEarlier(Quantity quantity, int steps) {
            return !(quantity instanceof Quantity.ResultOf result) || (result.step() >= 0 && result.step() < steps);
        }
    }
}
