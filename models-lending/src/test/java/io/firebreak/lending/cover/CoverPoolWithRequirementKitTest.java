package io.firebreak.lending.cover;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;

class CoverPoolWithRequirementKitTest extends VenueKit {
    private static final CoverPool POOL = new CoverPool(
            Setting.VENUE,
            new Parcel(Setting.USD, 48_000_000_000L),
            Decimal.of("4.8"),
            Ratio.of("0.05"),
            Option.some(new Parcel(Setting.USD, 10_000_000_000L)),
            Option.some(Rate.perYear("0.1")));

    @Override
    protected CoverPool mechanism() {
        return POOL;
    }
}
