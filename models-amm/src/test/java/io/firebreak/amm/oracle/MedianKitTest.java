package io.firebreak.amm.oracle;

import io.firebreak.testkit.kit.OracleModelKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Vector;

class MedianKitTest extends OracleModelKit {
    @Override
    protected Median mechanism() {
        return new Median(Vector.of(Setting.LIVE));
    }
}
