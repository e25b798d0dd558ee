package io.firebreak.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.FirebreakModule;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.Registration;
import io.firebreak.api.price.PriceModel;
import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CorePluginTest {
    private static final Set<Registration> OFFERED =
            Guice.createInjector(new CorePlugin()).getInstance(Key.get(new TypeLiteral<Set<Registration>>() {}));

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(FirebreakModule.class)).hasAtLeastOneElementOfType(CorePlugin.class);
    }

    @Test
    void offersEveryPathAndOracleOfTheSandbox() {
        assertThat(OFFERED)
                .filteredOn(each -> PriceModel.class.isAssignableFrom(each.type()))
                .extracting(Registration::name)
                .contains("replay", "fixed", "gbm", "jump-diffusion", "scripted");
        assertThat(OFFERED)
                .filteredOn(each -> OracleModel.class.isAssignableFrom(each.type()))
                .extracting(Registration::name)
                .contains("replay", "fixed", "heartbeat", "delayed", "hourly-sampled", "outage");
    }

    @Test
    void everythingItOffersExplainsItself() {
        assertThat(OFFERED).allSatisfy(each -> {
            assertThat(each.type()).hasAnnotation(About.class);
            assertThat(Arrays.asList(each.type().getRecordComponents()))
                    .allMatch(component -> component.isAnnotationPresent(Parameter.class), "is described");
        });
    }
}
