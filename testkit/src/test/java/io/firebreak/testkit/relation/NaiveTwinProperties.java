package io.firebreak.testkit.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.engine.Witness;
import io.firebreak.testkit.generate.Sketches;
import io.firebreak.testkit.trial.Trial;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Composition;
import io.firebreak.testkit.world.Improviser;
import io.firebreak.testkit.world.Sketch;
import io.firebreak.testkit.world.Workshop;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The engine that looks at every account and the one that finds unsafe accounts by indexes do the same to the last bit. */
final class NaiveTwinProperties {
    @Property(tries = 1000)
    void twinsAgreeAfterEveryActionOfLoans(@ForAll("sketches") Sketch sketch) {
        agree(Companions.loan(), sketch);
    }

    @Property(tries = 500)
    void twinsAgreeAfterEveryActionOfContracts(@ForAll("sketches") Sketch sketch) {
        agree(Companions.perp(), sketch);
    }

    @Property(tries = 500)
    void twinsAgreeAfterEveryActionOfAuctions(@ForAll("sketches") Sketch sketch) {
        agree(Companions.auction(), sketch);
    }

    @Provide
    Arbitrary<Sketch> sketches() {
        return Arbitraries.lazy(() -> Sketches.any(40));
    }

    private static void agree(Composition composition, Sketch sketch) {
        Trial trial = new Workshop(composition).world(sketch);
        Playback naive = playback(trial, true);
        Playback indexed = playback(trial, false);
        Improviser choices = new Improviser(sketch.choices());
        for (long block = 0; block < trial.economy().clock().blocks(); block++) {
            naive.open();
            indexed.open();
            for (Option<ScriptedAction> next = choices.next(naive.scene());
                    next.isDefined();
                    next = choices.next(naive.scene())) {
                naive.act(next.get());
                indexed.act(next.get());
                assertThat(indexed.scene().hash()).isEqualTo(naive.scene().hash());
            }
            naive.close();
            indexed.close();
            assertThat(indexed.scene().hash()).isEqualTo(naive.scene().hash());
        }
        RunResult one = naive.end();
        RunResult other = indexed.end();
        assertThat(one.failure()).isEmpty();
        assertThat(other.failure()).isEmpty();
        assertThat(other.hash()).isEqualTo(one.hash());
    }

    private static Playback playback(Trial trial, boolean scan) {
        return Playback.of(trial.economy(), new Playback.Settings(trial.seed(), scan, false), Witness.NOBODY)
                .getOrElseThrow(failure -> new AssertionError(failure));
    }
}
