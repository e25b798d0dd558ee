package io.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.core.engine.Engine;
import io.firebreak.core.engine.RunOptions;
import io.firebreak.core.engine.RunResult;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** Claims are collateral by the scenario file alone. */
class RehypothecationTest {
    private final RunResult result = new Engine()
            .run(
                    new Workbench(new Engine())
                            .study("rehypothecation", Option.none())
                            .scenario()
                            .variants()
                            .head()
                            .economy(),
                    RunOptions.of(1));

    private double measure(String name) {
        return result.measures().find(each -> each.name().equals(name)).get().value();
    }

    @Test
    void claimsOfALenderAndOfAPoolAreLiquidatedElsewhere() {
        assertThat(result.failure()).isEmpty();
        assertThat(measure("second.debt-cleared")).isGreaterThan(200_000);
        assertThat(measure("third.debt-cleared")).isGreaterThan(50_000);
    }

    /** They redeem what they receive and sell its parts: what they hold at the end is money again. */
    @Test
    void keepersTurnClaimsIntoMoney() {
        assertThat(measure("keeper-profit")).isGreaterThan(10_000);
        assertThat(measure("second.bad-debt") + measure("third.bad-debt")).isZero();
    }
}
