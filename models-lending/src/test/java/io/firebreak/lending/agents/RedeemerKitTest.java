package io.firebreak.lending.agents;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.AgentModelKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;
import java.time.Duration;

/** A pool stands for the issuer: the market moves away from it, and the redeemer comes round. */
class RedeemerKitTest extends AgentModelKit {
    @Override
    protected Redeemer mechanism() {
        return new Redeemer(
                2,
                Setting.POOL,
                new Parcel(Setting.USD, 100_000_000_000L),
                Setting.ETH,
                Setting.MARKET,
                Option.none(),
                Option.none(),
                Option.none(),
                Option.none(),
                Duration.ofSeconds(1),
                0,
                Ratio.of("0.6"));
    }
}
