package io.firebreak.api.safeguard;

import io.firebreak.api.number.Ratio;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * A circuit breaker: a limit that stops what would break it, and from then on all that would leave until the circuit is closed
 * again; and nothing else.
 *
 * <p>A change counts from the beginning of its {@link #tick} on for a {@link #window}. Where none counts any more, the next
 * counts from itself on, and so do others in its tick. What came or went between two actions counts with the block before.
 */
public interface StatesBreaker extends LimitsOutflow {
    /** The share that must stay of what was there when the window began, rounded down. */
    Ratio keep();

    /** There is no limit where less was there when the window began. */
    long beginsAt();

    /** So long after the limit was broken nothing leaves. */
    Duration cooldown();

    /**
     * Where somebody finds a false alarm before the cooldown is over: how long after it the circuit is closed, and there is no
     * limit then until more than a window after the alarm.
     */
    Option<Duration> overriddenAfter();
}
