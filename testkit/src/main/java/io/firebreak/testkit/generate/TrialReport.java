package io.firebreak.testkit.generate;

import io.firebreak.testkit.replay.ScriptText;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Vector;
import net.jqwik.api.SampleReportingFormat;

/** Shows the trial in which a property of a designer's own failed as a script that can be played. */
public final class TrialReport implements SampleReportingFormat {
    private record Shown(String script) {
        @Override
        public String toString() {
            return script;
        }
    }

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof Trial;
    }

    @Override
    public Object report(Object value) {
        return new Shown(
                "\n" + ScriptText.of((Trial) value, "fails", "A property does not hold in it", Vector.empty()));
    }
}
