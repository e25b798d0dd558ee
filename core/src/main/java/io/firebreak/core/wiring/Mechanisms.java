package io.firebreak.core.wiring;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * What the loaded plugins offer.
 *
 * @param all sorted by name, each name once per socket
 */
public record Mechanisms(Seq<MechanismSpec> all) {
    /** What a name stands for; a path and an oracle may share one. */
    public Seq<MechanismSpec> named(String name) {
        return all.filter(each -> each.name().equals(name));
    }

    public Option<MechanismSpec> find(Socket socket, String name) {
        return all.find(each -> each.socket() == socket && each.name().equals(name));
    }

    /** Those that fit a socket, sorted by name. */
    public Seq<MechanismSpec> of(Socket socket) {
        return all.filter(each -> each.socket() == socket);
    }

    /** The name under which a mechanism of that type is offered; its class name where it is not. */
    public String nameOf(Class<?> type) {
        return all.find(each -> each.type() == type).map(MechanismSpec::name).getOrElse(type::getName);
    }

    /** The jars they come from, each once, by name. */
    public Seq<Origin> origins() {
        return all.map(MechanismSpec::origin).distinct().sortBy(Origin::name);
    }
}
