package io.firebreak.testkit.pure;

import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.rule.Check;
import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.rule.Watch;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Rules 601 to 649: what holds of a mechanism as a function. */
public final class PurityRules {
    private static final Seq<Socket> ALL = Vector.of(
            Socket.VENUE,
            Socket.MARGIN,
            Socket.LIQUIDATION,
            Socket.LOSS,
            Socket.SAFEGUARD,
            Socket.ORACLE,
            Socket.PRICE,
            Socket.AGENT);

    private PurityRules() {}

    public static Seq<Rule> rules() {
        return Vector.of(Purity.values())
                .map(purity -> new Rule(
                        purity.number(),
                        purity.title(),
                        Kind.PURITY,
                        purity.sentence(),
                        "",
                        ALL,
                        "design: a mechanism is a pure function",
                        "",
                        new Check.ByAskingTwice()))
                .append(Rule.watched(
                        608,
                        "stateIsThere",
                        Kind.PURITY,
                        "a state is something: never null, from the beginning on",
                        "",
                        "design: a mechanism's state is one immutable value",
                        "",
                        IsThere::new,
                        Socket.VENUE,
                        Socket.LIQUIDATION,
                        Socket.LOSS,
                        Socket.SAFEGUARD));
    }

    private static final class IsThere implements Watch {
        @Override
        public void begin(Scene scene, Notes notes) {
            look(scene, notes);
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Closing) {
                look(scene, notes);
            }
        }

        private static void look(Scene scene, Notes notes) {
            notes.met();
            if (scene.states().contains(null)) {
                notes.breach("one of the states is null: " + scene.states());
            }
        }
    }
}
