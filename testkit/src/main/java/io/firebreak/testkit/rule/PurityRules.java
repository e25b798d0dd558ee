package io.firebreak.testkit.rule;

import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.pure.Purity;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Rules 601 to 649: what holds of a mechanism as a function. */
final class PurityRules {
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

    static Seq<Rule> rules() {
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
                        new Check.ByAskingTwice()));
    }
}
