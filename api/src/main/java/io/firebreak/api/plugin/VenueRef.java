package io.firebreak.api.plugin;

/** The name of a venue that the scenario declares. */
public record VenueRef(String name) {
    @Override
    public String toString() {
        return name;
    }
}
