package io.firebreak.api.safeguard;

import java.time.Duration;

/** A safeguard that stops liquidations and borrowing on prices that were observed longer ago than it says, and on no others. */
public interface StatesMaxAge {
    Duration maxAge();
}
