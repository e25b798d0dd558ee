package io.firebreak.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.engine.Runner;
import io.firebreak.core.results.OutputProblem;
import io.firebreak.core.results.ResultFolder;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrialsTest {
    private static final Experiment EXPERIMENT =
            FakeRuns.experiment(Array.of("a", "b", "c"), Array.of("w"), Array.of(ImpactMode.NONE, ImpactMode.GROSS), 5);

    private static Trials trials(Runner runner, int threads, Journal journal) {
        return new Trials(runner, threads, Duration.ofMinutes(1), journal, (done, of, outcome) -> {});
    }

    @Test
    void theNumberOfThreadsLeavesNoTrace() {
        Runner unsteady = (economy, options) -> {
            LockSupport.parkNanos(options.seed() % 2 * 3_000_000); // every other run ends late
            return FakeRuns.runner().run(economy, options);
        };
        Seq<Outcome> one = trials(unsteady, 1, Journal.none()).run(EXPERIMENT);
        Seq<Outcome> two = trials(unsteady, 2, Journal.none()).run(EXPERIMENT);
        assertThat(two).isEqualTo(one);
        assertThat(ResultHash.of(two)).isEqualTo(ResultHash.of(one)).hasSize(64);
        assertThat(one).hasSize(30);
        assertThat(one.get(7).trial().label()).isEqualTo("a/w/gross/3");
    }

    @Test
    void theHashSeesEveryMeasure() {
        Seq<Outcome> outcomes = trials(FakeRuns.runner(), 1, Journal.none()).run(EXPERIMENT);
        Seq<Outcome> other = outcomes.update(
                12,
                outcome -> new Outcome(
                        outcome.trial(),
                        FakeRuns.result(
                                outcome.result().hash(),
                                "bad-debt",
                                Math.nextUp(outcome.result().measures().head().value()),
                                io.firebreak.api.metric.Better.LOWER)));
        assertThat(ResultHash.of(other)).isNotEqualTo(ResultHash.of(outcomes));
    }

    @Test
    void aRunThatThrowsStopsNoOther() {
        Runner faulty = (economy, options) -> {
            if (economy.clock().startMillis() == 1 && options.seed() == 2) {
                throw new IllegalStateException("no more ink");
            }
            return FakeRuns.runner().run(economy, options);
        };
        Seq<Outcome> outcomes = trials(faulty, 2, Journal.none()).run(EXPERIMENT);
        Seq<Outcome> failed =
                outcomes.filter(outcome -> outcome.result().failure().isDefined());
        assertThat(failed.map(outcome -> outcome.trial().label())).containsExactly("a/w/gross/2");
        assertThat(failed.head().result().failure().get().message()).contains("no more ink");
    }

    @Test
    void aRunThatHangsIsMarkedFailedAndTheOthersGoOn() {
        CountDownLatch never = new CountDownLatch(1);
        Runner hanging = (economy, options) -> {
            if (economy.clock().startMillis() == 0 && options.seed() == 1) {
                while (never.getCount() > 0) {
                    LockSupport.parkNanos(1_000_000); // deaf to interrupts
                }
            }
            return FakeRuns.runner().run(economy, options);
        };
        Seq<Outcome> outcomes = new Trials(
                        hanging, 1, Duration.ofMillis(200), Journal.none(), (done, of, outcome) -> {})
                .run(EXPERIMENT);
        assertThat(outcomes.head().result().failure().get().message()).contains("took longer");
        assertThat(outcomes.tail())
                .isEqualTo(trials(FakeRuns.runner(), 1, Journal.none())
                        .run(EXPERIMENT)
                        .tail());
        never.countDown();
    }

    @Test
    void resumedItIsBitIdenticalToOneThatWasNeverKilled(@TempDir Path folder) {
        Seq<Outcome> whole = trials(FakeRuns.runner(), 1, Journal.none()).run(EXPERIMENT);
        ResultFolder results = ResultFolder.open(folder.resolve("out"));
        AtomicInteger first = new AtomicInteger();
        Runner dying = (economy, options) -> {
            first.incrementAndGet();
            return FakeRuns.runner().run(economy, options);
        };
        Trials.Progress killer = (done, of, outcome) -> {
            if (done == 7) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(
                        () -> new Trials(dying, 1, Duration.ofMinutes(1), results.journal("f"), killer).run(EXPERIMENT))
                .hasMessage("killed");
        assertThat(first).hasValue(7);

        AtomicInteger second = new AtomicInteger();
        Runner counting = (economy, options) -> {
            second.incrementAndGet();
            return FakeRuns.runner().run(economy, options);
        };
        Seq<Outcome> resumed = trials(
                        counting, 2, ResultFolder.open(folder.resolve("out")).journal("f"))
                .run(EXPERIMENT);
        assertThat(second).hasValue(23);
        assertThat(resumed).isEqualTo(whole);
        assertThat(ResultHash.of(resumed)).isEqualTo(ResultHash.of(whole));
    }

    @Test
    void aJournalOfAnotherExperimentIsNotRead(@TempDir Path folder) {
        ResultFolder results = ResultFolder.open(folder.resolve("out"));
        results.journal("one").keep(0, FakeRuns.result("h", "m", 1, io.firebreak.api.metric.Better.LOWER));
        assertThat(results.journal("one").read(0)).isNotEmpty();
        assertThat(results.journal("other").read(0)).isEmpty();
    }

    @Test
    void aJournalThatCannotBeWrittenStopsTheExperiment() {
        Journal full = new Journal() {
            @Override
            public io.vavr.control.Option<io.firebreak.core.engine.RunResult> read(int trial) {
                return io.vavr.control.Option.none();
            }

            @Override
            public void keep(int trial, io.firebreak.core.engine.RunResult result) {
                throw new OutputProblem("disk full");
            }
        };
        assertThatThrownBy(() -> trials(FakeRuns.runner(), 2, full).run(EXPERIMENT))
                .isInstanceOf(OutputProblem.class);
    }
}
