package io.firebreak.testkit.assertion;

import io.firebreak.core.engine.RunResult;
import io.vavr.collection.Seq;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What should hold of a run. */
public final class RunAssert extends AbstractAssert<RunAssert, RunResult> {
    private static final String BAD_DEBT = "bad-debt";

    RunAssert(@Nullable RunResult actual) {
        super(actual, RunAssert.class);
    }

    /** No mechanism was stopped. */
    public RunAssert endsByItself() {
        isNotNull();
        if (actual.failure().isDefined()) {
            failWithMessage(
                    "Expected the run to end by itself, but it was stopped: %s",
                    actual.failure().get());
        }
        return this;
    }

    /** It ends by itself, and no venue has bad debt. */
    public RunAssert isSolvent() {
        endsByItself();
        Seq<RunResult.Measure> bad =
                actual.measures().filter(each -> each.name().endsWith("." + BAD_DEBT) && each.value() > 0);
        if (bad.nonEmpty()) {
            failWithMessage("Expected no bad debt, but there is %s%n%s", show(bad), show(actual.measures()));
        }
        return this;
    }

    /** So much is a venue's bad debt, in whole units of what it counts in. */
    public RunAssert hasBadDebtOf(String venue, double whole) {
        return measures(venue + "." + BAD_DEBT, whole);
    }

    /** A measure has a value, exactly. */
    public RunAssert measures(String name, double value) {
        isNotNull();
        double found = actual.measures()
                .find(each -> each.name().equals(name))
                .map(RunResult.Measure::value)
                .getOrElse(Double.NaN);
        if (Double.compare(found, value) != 0) {
            failWithMessage("Expected %s to be %s, but it is %s%n%s", name, value, found, show(actual.measures()));
        }
        return this;
    }

    private static String show(Seq<RunResult.Measure> measures) {
        return measures.map(each -> each.name() + " " + each.value() + " " + each.unit())
                .mkString("\n");
    }
}
