package io.firebreak.testkit.liar;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.core.wiring.MechanismSpec;
import io.firebreak.core.wiring.PluginLoader;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class LiarsPluginTest {
    @Test
    void liarsAreFoundByName() {
        assertThat(new PluginLoader().load(Option.none()).get().all().map(MechanismSpec::name))
                .contains(
                        "fills-beyond-its-offer",
                        "never-closes",
                        "pending-for-ever",
                        "interest-from-nowhere",
                        "lets-the-first-steal");
    }
}
