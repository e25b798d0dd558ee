package io.firebreak.core.wiring;

import io.firebreak.api.plugin.About;
import io.vavr.collection.Seq;

/** A mechanism that a scenario can name: what it is, what it takes, and whence it comes. */
public record MechanismSpec(String name, Socket socket, RecordShape shape, Origin origin) {
    public Class<?> type() {
        return shape.type();
    }

    public Seq<ParameterSpec> parameters() {
        return shape.parameters();
    }

    /** What it does; empty where its author says nothing. */
    public String about() {
        return shape.about().map(About::value).getOrElse("");
    }

    /** What it follows: protocol, file, version, or paper. */
    public String follows() {
        return shape.about().map(About::follows).getOrElse("");
    }

    /** What it leaves out of what it follows. */
    public String simplifies() {
        return shape.about().map(About::simplifies).getOrElse("");
    }
}
