package io.firebreak.api.safeguard;

import java.time.Duration;

/**
 * A safeguard that stops liquidations, restarts of sales, borrowing, trading, and withdrawals by whoever owes something, on
 * prices that were observed longer ago than it says, and on no others. The prices are those of what the account or lot holds
 * and owes, and of what is borrowed or traded.
 */
public interface StatesMaxAge {
    Duration maxAge();
}
