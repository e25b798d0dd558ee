package io.firebreak.api.liquidation;

import io.vavr.control.Option;
import java.time.Duration;

/** A curve that says when it will have fallen to a half of its top. */
public interface StatesHalfLife extends Curve {
    /** How long after the start, to a {@link #step}; none where it never does. */
    Option<Duration> halfLife();

    /** The longest time for which its price stands still. */
    Duration step();
}
