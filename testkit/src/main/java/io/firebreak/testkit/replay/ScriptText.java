package io.firebreak.testkit.replay;

import io.firebreak.core.scenario.ScenarioWriter;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.PluginLoader;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A trial as a scenario file would have it, by the names of the plugins in the class path. */
public final class ScriptText {
    private ScriptText() {}

    /**
     * The text.
     *
     * @param notes written above it as comments, before how to play it
     */
    public static String of(Trial trial, String name, String title, Seq<String> notes) {
        Mechanisms mechanisms = new PluginLoader().load(Option.none()).getOrElse(new Mechanisms(Vector.empty()));
        return new ScenarioWriter(mechanisms)
                .write(
                        name,
                        title,
                        notes.append("Save this as a file and play it: firebreak replay FILE --seed " + trial.seed()),
                        trial.economy());
    }
}
