package io.firebreak.lending.agents;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.AgentModelKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;

class BorrowerKitTest extends AgentModelKit {
    @Override
    protected Borrower mechanism() {
        return new Borrower(
                2,
                Setting.VENUE,
                new Parcel(Setting.ETH, 100_000_000_000L),
                Setting.USD,
                Ratio.of("1.05"),
                Ratio.of("1.5"),
                List.of(new Parcel(Setting.USD, 10_000_000_000L), new Parcel(Setting.ETH, 10_000_000_000L)),
                Option.none(),
                Ratio.of("1.15"),
                Ratio.of("1.3"),
                Duration.ofSeconds(1),
                0,
                Ratio.of("0.6"));
    }
}
