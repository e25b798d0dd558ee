package io.firebreak.testkit.assertion;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.testkit.examination.Breach;
import io.firebreak.testkit.replay.Replay;
import io.vavr.collection.Seq;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What should hold of a replayed script. */
public final class ReplayAssert extends AbstractAssert<ReplayAssert, Replay> {
    ReplayAssert(@Nullable Replay actual) {
        super(actual, ReplayAssert.class);
    }

    /** No mechanism was stopped. */
    public ReplayAssert endsByItself() {
        isNotNull();
        if (actual.failure().isDefined()) {
            failWithMessage(
                    "Expected the run to end by itself, but it was stopped: %s",
                    actual.failure().get());
        }
        return this;
    }

    /** It ends by itself, nothing is missing at any venue when the script is over, and nothing is bad debt. */
    public ReplayAssert isSolvent() {
        endsByItself();
        new SheetAssert(actual.sheet()).isSolvent();
        return this;
    }

    /** So much of an asset is a venue's bad debt when the script is over. */
    public ReplayAssert hasBadDebtOf(String venue, Parcel parcel) {
        isNotNull();
        new SheetAssert(actual.sheet()).has(venue + "/bad-debt", new Parcel(parcel.asset(), -parcel.units()));
        return this;
    }

    /** Every rule held that was put to the test. */
    public ReplayAssert breaksNoRule() {
        isNotNull();
        if (actual.breaches().nonEmpty()) {
            failWithMessage(
                    "Expected every rule to hold, but:%n%s%n%s",
                    actual.breaches().mkString("\n"), actual.sheet());
        }
        return this;
    }

    /** A rule did not hold, by its number. */
    public ReplayAssert breaksRule(int number) {
        isNotNull();
        Seq<Integer> broken = actual.breaches().map(Breach::rule).map(rule -> rule.number());
        if (!broken.contains(number)) {
            failWithMessage(
                    "Expected rule %s to be broken, but %s%n%s",
                    number,
                    broken.isEmpty() ? "every rule held" : "these were: " + broken.mkString(", "),
                    actual.sheet());
        }
        return this;
    }
}
