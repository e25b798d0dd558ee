package io.firebreak.bridge;

import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;
import java.time.Duration;

class LockAndMintKitTest extends VenueKit {
    @Override
    protected LockAndMint mechanism() {
        return new LockAndMint(Setting.ETH, Setting.WETH, Duration.ofMinutes(15), false);
    }
}
