package io.firebreak.lending.agents;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.AgentModelKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;
import java.time.Duration;

class SupplierKitTest extends AgentModelKit {
    @Override
    protected Supplier mechanism() {
        return new Supplier(
                2,
                Setting.VENUE,
                new Parcel(Setting.USD, 100_000_000_000L),
                Option.none(),
                Option.some(Ratio.of("0.5")),
                Option.some(Ratio.of("0.01")),
                Option.some(new Supplier.News(Setting.ETH, Ratio.of("0.1"))),
                Duration.ofSeconds(1),
                Ratio.of("0.6"));
    }
}
