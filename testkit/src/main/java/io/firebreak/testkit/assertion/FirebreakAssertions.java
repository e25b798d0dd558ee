package io.firebreak.testkit.assertion;

import io.firebreak.core.engine.RunResult;
import io.firebreak.testkit.replay.Replay;
import io.firebreak.testkit.sheet.BalanceSheet;

/** The entry: {@code import static io.firebreak.testkit.assertion.FirebreakAssertions.assertThat}. */
public final class FirebreakAssertions {
    private FirebreakAssertions() {}

    /** Of a script that was replayed, with its balance sheet. */
    public static ReplayAssert assertThat(Replay actual) {
        return new ReplayAssert(actual);
    }

    /** Of a run of the engine, by its measures. */
    public static RunAssert assertThat(RunResult actual) {
        return new RunAssert(actual);
    }

    public static SheetAssert assertThat(BalanceSheet actual) {
        return new SheetAssert(actual);
    }
}
