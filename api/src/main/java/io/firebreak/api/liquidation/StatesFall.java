package io.firebreak.api.liquidation;

import io.firebreak.api.number.Ratio;
import java.time.Duration;

/** A liquidation model that sells lots by {@link Ask.Clock}, and says where prices begin and when they must be set anew. */
public interface StatesFall {
    /** The first price as a multiple of the oracle's: 1.3 is 30 % above it. */
    Ratio buf();

    /** A price that has fallen for longer must be set anew. */
    Duration tail();

    /** A price below this share of the first one must be set anew. */
    Ratio cusp();
}
