package io.firebreak.api.plugin;

/** The name of an oracle that the scenario declares. */
public record OracleRef(String name) {
    @Override
    public String toString() {
        return name;
    }
}
