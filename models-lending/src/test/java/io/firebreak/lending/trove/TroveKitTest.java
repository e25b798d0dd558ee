package io.firebreak.lending.trove;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;

class TroveKitTest extends VenueKit {
    @Override
    protected Trove mechanism() {
        return new Trove(
                Setting.ETH,
                Setting.USD,
                Setting.ORACLE,
                Ratio.of("1.1"),
                Ratio.of("1.5"),
                Ratio.of("0.005"),
                Ratio.of("0.05"),
                Option.some(new Parcel(Setting.USD, 9_000_000)),
                Option.some(new Parcel(Setting.USD, 1_000_000)));
    }
}
