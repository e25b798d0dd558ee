package io.firebreak.api.plugin;

/** The name of an outside market that the scenario declares. */
public record MarketRef(String name) {
    @Override
    public String toString() {
        return name;
    }
}
