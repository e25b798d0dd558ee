package io.firebreak.bridge;

import io.firebreak.api.plugin.FirebreakModule;

/** Offers the bridges. */
public final class BridgeModule extends FirebreakModule {
    @Override
    protected void mechanisms() {
        mechanism("lock-and-mint", LockAndMint.class);
    }
}
