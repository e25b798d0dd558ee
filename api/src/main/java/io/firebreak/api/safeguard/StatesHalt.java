package io.firebreak.api.safeguard;

import io.firebreak.api.number.Ratio;
import java.time.Duration;

/** A safeguard that stops new liquidations for a while after a price has moved far, whenever it did and not otherwise. */
public interface StatesHalt {
    /** A relative move, up or down, that starts a halt: 0.15 for 15 %. */
    Ratio move();

    /** From any price that stood within so long. */
    Duration within();

    /** How long a halt lasts; moves count from the price at which it began. */
    Duration pause();
}
