package io.firebreak.amm.oracle;

import io.firebreak.testkit.kit.OracleModelKit;
import io.firebreak.testkit.world.Setting;
import java.time.Duration;

class TimeWeightedKitTest extends OracleModelKit {
    @Override
    protected TimeWeighted mechanism() {
        return new TimeWeighted(
                Setting.POOL, Setting.ETH, Setting.USD, Duration.ofMinutes(30), TimeWeighted.Mean.GEOMETRIC);
    }
}
