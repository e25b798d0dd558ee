package io.firebreak.amm.agents;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.AgentModelKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Vector;
import java.time.Duration;

class RangeFollowerKitTest extends AgentModelKit {
    @Override
    protected RangeFollower mechanism() {
        return new RangeFollower(
                Setting.POOL,
                Vector.empty(),
                new Parcel(Setting.ETH, 100_000_000_000L),
                new Parcel(Setting.USD, 50_000_000_000L),
                Duration.ofMinutes(1),
                Ratio.of("0.05"),
                Ratio.of("0.01"),
                0.6,
                1);
    }
}
