package io.firebreak.lending.agents;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.AgentModelKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;
import java.time.Duration;

class LooperKitTest extends AgentModelKit {
    @Override
    protected Looper mechanism() {
        return new Looper(
                2,
                Setting.VENUE,
                new Parcel(Setting.ETH, 50_000_000_000L),
                Setting.USD,
                Setting.MARKET,
                Option.some(Setting.POOL),
                Option.none(),
                Ratio.of("3"),
                Ratio.of("1.1"),
                Ratio.of("1.2"),
                Option.some(Rate.perYear("0.04")),
                Duration.ofSeconds(1),
                0,
                Ratio.of("0.6"));
    }
}
