package io.firebreak.api.liquidation;

import java.time.Duration;

/**
 * A liquidation model that leaves the owner of an unsafe account a time to cure it before anybody may take anything. The time
 * begins in the block in which the account became unsafe, and anew when it becomes so again.
 */
public interface StatesWindow {
    Duration window();
}
