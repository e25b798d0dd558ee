package io.firebreak.api.loss;

import io.firebreak.api.ledger.Parcel;
import java.time.Duration;

/**
 * A loss layer that lets little wait until more is missing, and says how much is enough. It hands nothing of that asset on to
 * deeper layers, and lets nothing of another one wait.
 */
public interface LetsWait {
    /** As soon as so much is missing, it goes to work. */
    Parcel enough();

    /**
     * How long something must have been missing before it counts: since the layer was first asked for it, and in each block
     * from then on. What is borne is the oldest.
     */
    default Duration delay() {
        return Duration.ZERO;
    }
}
