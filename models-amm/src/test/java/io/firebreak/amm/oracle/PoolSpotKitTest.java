package io.firebreak.amm.oracle;

import io.firebreak.testkit.kit.OracleModelKit;
import io.firebreak.testkit.world.Setting;

class PoolSpotKitTest extends OracleModelKit {
    @Override
    protected PoolSpot mechanism() {
        return new PoolSpot(Setting.POOL, Setting.ETH, Setting.USD);
    }
}
