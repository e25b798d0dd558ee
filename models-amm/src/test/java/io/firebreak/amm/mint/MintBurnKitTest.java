package io.firebreak.amm.mint;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;

class MintBurnKitTest extends VenueKit {
    @Override
    protected MintBurn mechanism() {
        return new MintBurn(
                Setting.USD,
                Setting.ETH,
                Setting.ORACLE,
                new Parcel(Setting.USD, 1_000_000_000_000L),
                36,
                Ratio.of("0.02"));
    }
}
