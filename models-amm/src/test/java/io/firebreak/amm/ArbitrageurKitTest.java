package io.firebreak.amm;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.testkit.kit.AgentModelKit;
import io.firebreak.testkit.world.Setting;

class ArbitrageurKitTest extends AgentModelKit {
    @Override
    protected Arbitrageur mechanism() {
        return new Arbitrageur(
                Setting.POOL,
                Setting.MARKET,
                new Parcel(Setting.USD, 100_000_000_000L),
                new Parcel(Setting.ETH, 100_000_000_000L),
                new Parcel(Setting.USD, 0),
                1000,
                0.6,
                0,
                1);
    }
}
