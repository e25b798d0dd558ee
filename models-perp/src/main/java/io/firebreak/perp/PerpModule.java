package io.firebreak.perp;

import io.firebreak.api.plugin.FirebreakModule;

/** Offers the perpetual exchanges and their margin models. */
public final class PerpModule extends FirebreakModule {
    @Override
    protected void mechanisms() {
        mechanism("pool-perp", PoolPerp.class);
        mechanism("entry-size-margin", EntrySizeMargin.class);
    }
}
