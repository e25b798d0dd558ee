package io.firebreak.api.agent;

import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/**
 * When an agent wants to decide again. A receipt wakes it in any case.
 *
 * @param atMillis at the first block at or after this time
 * @param venues whenever an offer or invitation stands at one of these venues
 */
public record Wake(long atMillis, Seq<VenueRef> venues) {
    public static Wake everyBlock() {
        return new Wake(0, List.empty());
    }

    public static Wake at(long timeMillis) {
        return new Wake(timeMillis, List.empty());
    }

    /** When something is on offer there. */
    public static Wake onOffer(VenueRef venue) {
        return new Wake(Long.MAX_VALUE, List.of(venue));
    }

    /** Only when a receipt arrives. */
    public static Wake never() {
        return new Wake(Long.MAX_VALUE, List.empty());
    }
}
