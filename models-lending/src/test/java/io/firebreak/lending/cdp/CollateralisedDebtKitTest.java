package io.firebreak.lending.cdp;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;

class CollateralisedDebtKitTest extends VenueKit {
    @Override
    protected CollateralisedDebt mechanism() {
        return new CollateralisedDebt(
                Setting.ETH,
                Setting.USD,
                Setting.ORACLE,
                Ratio.of("1.5"),
                Rate.perYear("0.08"),
                Option.some(new Parcel(Setting.USD, 50_000_000_000_000L)),
                Option.some(new Parcel(Setting.USD, 20_000_000)));
    }
}
