package io.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.engine.Engine;
import io.firebreak.core.engine.RunOptions;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.scenario.Scenario;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** A what-if that ships: what each part of a system like Liquity's does on 19 May 2021. No published figure is behind it. */
class LiquityReplay {
    private final Scenario scenario =
            new Workbench(new Engine()).study("liquity-may-2021", Option.none()).scenario();

    private RunResult run(String design, String world) {
        RunResult result = new Engine()
                .run(scenario.variant(design, world, ImpactMode.GROSS).get(), RunOptions.of(1));
        assertThat(result.failure()).isEmpty();
        assertThat(measure(result, "liquity.bad-debt")).isZero();
        return result;
    }

    private static double measure(RunResult result, String name) {
        return result.measures().find(each -> each.name().equals(name)).get().value();
    }

    @Test
    void whatThePoolCannotPayTheOtherTrovesTakeOver() {
        RunResult large = run("all of it", "large pool");
        RunResult small = run("all of it", "small pool");
        RunResult none = run("no stability pool", "small pool");
        assertThat(measure(large, "liquity.debt-cleared")).isGreaterThan(measure(small, "liquity.debt-cleared"));
        assertThat(measure(large, "liquity.gross-shortfall")).isLessThan(measure(small, "liquity.gross-shortfall"));
        assertThat(measure(small, "liquity.debt-cleared")).isPositive();
        assertThat(measure(none, "liquity.debt-cleared")).isZero();
        assertThat(measure(none, "liquity.gross-shortfall")).isPositive();
    }

    @Test
    void aPoolWhoseDepositorsRunIsNotThereWhenItIsNeeded() {
        RunResult stay = run("all of it", "large pool");
        RunResult run = run("depositors run", "large pool");
        assertThat(measure(run, "liquity.debt-cleared")).isLessThan(measure(stay, "liquity.debt-cleared") / 2);
    }

    @Test
    void redeemersTakeTheRiskiestTrovesAndBringLusdBackTowardsPar() {
        RunResult with = run("all of it", "small pool");
        RunResult without = run("no redeemers", "small pool");
        assertThat(measure(with, "LUSD that is owed")).isLessThan(measure(without, "LUSD that is owed"));
        assertThat(measure(with, "LUSD.price-overshoot")).isLessThan(measure(without, "LUSD.price-overshoot"));
        assertThat(measure(with, "liquity.gross-shortfall")).isLessThan(measure(without, "liquity.gross-shortfall"));
    }
}
