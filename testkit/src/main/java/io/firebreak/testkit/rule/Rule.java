package io.firebreak.testkit.rule;

import io.firebreak.core.wiring.Socket;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Supplier;

/**
 * An invariant of the catalogue.
 *
 * @param number the rule's own, for ever: in test names, messages, scripts and the docs
 * @param name in camel case, the rest of a test's name: {@code liquidationNeverSeizesMoreThanTheCollateral}
 * @param sentence what must hold
 * @param precondition when it must; empty: always
 * @param families the sockets whose mechanisms it judges
 * @param source where it is known from
 * @param violation a real case in which it did not hold; empty where none is known
 */
public record Rule(
        int number,
        String name,
        Kind kind,
        String sentence,
        String precondition,
        Seq<Socket> families,
        String source,
        String violation,
        Check check) {
    /** A rule that is checked by watching. */
    public static Rule watched(
            int number,
            String name,
            Kind kind,
            String sentence,
            String precondition,
            String source,
            String violation,
            Supplier<Watch> watch,
            Socket... families) {
        return new Rule(
                number,
                name,
                kind,
                sentence,
                precondition,
                Vector.of(families),
                source,
                violation,
                new Check.ByWatching(watch));
    }

    /** {@code rule104_liquidationNeverSeizesMoreThanTheCollateral}. */
    public String testName() {
        return "rule" + number + "_" + name;
    }

    /** {@code rule 104 (a liquidation takes no more than the account holds)}. */
    @Override
    public String toString() {
        return "rule " + number + " (" + sentence + ")";
    }
}
