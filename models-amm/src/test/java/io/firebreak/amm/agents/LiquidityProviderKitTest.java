package io.firebreak.amm.agents;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.AgentModelKit;
import io.firebreak.testkit.world.Setting;
import java.time.Duration;

class LiquidityProviderKitTest extends AgentModelKit {
    @Override
    protected LiquidityProvider mechanism() {
        return new LiquidityProvider(
                Setting.POOL,
                1,
                new Parcel(Setting.ETH, 100_000_000_000L),
                new Parcel(Setting.USD, 200_000_000_000L),
                Ratio.of("0.05"),
                Ratio.of("0.2"),
                Duration.ofHours(1),
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                Ratio.of("0.2"),
                0.6,
                1);
    }
}
