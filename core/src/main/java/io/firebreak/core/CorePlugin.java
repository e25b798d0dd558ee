package io.firebreak.core;

import io.firebreak.api.plugin.FirebreakModule;
import io.firebreak.core.oracle.DelayedOracle;
import io.firebreak.core.oracle.FixedOracle;
import io.firebreak.core.oracle.HeartbeatOracle;
import io.firebreak.core.oracle.HourlySampledOracle;
import io.firebreak.core.oracle.OutageOracle;
import io.firebreak.core.oracle.RedemptionOracle;
import io.firebreak.core.oracle.ReplayedOracle;
import io.firebreak.core.oracle.SpotOracle;
import io.firebreak.core.price.BrownianPath;
import io.firebreak.core.price.FixedPath;
import io.firebreak.core.price.JumpDiffusion;
import io.firebreak.core.price.ReplayedPath;
import io.firebreak.core.price.ScriptedPath;
import io.firebreak.core.probe.Conservation;
import io.firebreak.core.probe.EventCount;
import io.firebreak.core.probe.LiquidatedBetween;
import io.firebreak.core.probe.Supply;

/** The paths, oracles and probes that ship with the engine. */
public final class CorePlugin extends FirebreakModule {
    @Override
    protected void mechanisms() {
        mechanism("replay", ReplayedPath.class);
        mechanism("fixed", FixedPath.class);
        mechanism("gbm", BrownianPath.class);
        mechanism("jump-diffusion", JumpDiffusion.class);
        mechanism("scripted", ScriptedPath.class);

        mechanism("replay", ReplayedOracle.class);
        mechanism("fixed", FixedOracle.class);
        mechanism("heartbeat", HeartbeatOracle.class);
        mechanism("delayed", DelayedOracle.class);
        mechanism("hourly-sampled", HourlySampledOracle.class);
        mechanism("outage", OutageOracle.class);
        mechanism("spot", SpotOracle.class);
        mechanism("redemption", RedemptionOracle.class);

        mechanism("event-count", EventCount.class);
        mechanism("liquidated-between", LiquidatedBetween.class);
        mechanism("supply", Supply.class);
        mechanism("conservation", Conservation.class);
    }
}
