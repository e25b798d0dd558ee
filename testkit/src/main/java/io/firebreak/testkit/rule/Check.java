package io.firebreak.testkit.rule;

import java.util.function.Supplier;

/** How a rule is checked. */
public sealed interface Check {
    /** By the engine, in every run: the run is stopped with the rule's number. */
    record ByEngine() implements Check {}

    /** By somebody who watches a run; a fresh one for each run. */
    record ByWatching(Supplier<Watch> watch) implements Check {}

    /** By a second run that differs in one thing. */
    record ByComparing(Relation relation) implements Check {}

    /** By asking the mechanism again, elsewhere, and looking at what it was given. */
    record ByAskingTwice() implements Check {}
}
