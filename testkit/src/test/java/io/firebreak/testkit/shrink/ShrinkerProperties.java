package io.firebreak.testkit.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.examination.Edge;
import io.firebreak.testkit.examination.Examination;
import io.firebreak.testkit.examination.Examiner;
import io.firebreak.testkit.generate.Sketches;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.trial.Trial;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Composition;
import io.firebreak.testkit.world.Improviser;
import io.firebreak.testkit.world.Sketch;
import io.firebreak.testkit.world.Workshop;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.math.BigDecimal;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class ShrinkerProperties {
    private static final Seq<Rule> NONE = Catalogue.all().take(0);

    /** Something that a trial does, whatever it is: what is cut must still do it. */
    record Wanted(String name, Predicate<Examination> seen) {
        boolean in(Trial trial) {
            return seen.test(new Examiner(NONE).examine(trial));
        }
    }

    private static final Seq<Wanted> WANTED = Vector.of(
            new Wanted("refuses two", each -> each.refused() >= 2),
            new Wanted("applies two", each -> each.played().size() - each.refused() >= 2),
            new Wanted("cures one", each -> met(each, Edge.CURED)),
            new Wanted("two at once", each -> met(each, Edge.SEVERAL_UNSAFE)),
            new Wanted("at the edge", each -> met(each, Edge.BARELY_UNSAFE) && met(each, Edge.CLIFF)),
            new Wanted(
                    "under water",
                    each -> met(each, Edge.UNDER_WATER) && !each.played().isEmpty()));

    @Provide
    Arbitrary<Sketch> sketches() {
        return Sketches.any(15);
    }

    @Provide
    Arbitrary<Composition> company() {
        return Arbitraries.of(Companions.loan(), Companions.perp());
    }

    private static boolean met(Examination examination, Edge edge) {
        return examination.edges().get(edge).exists(times -> times > 0);
    }

    @Property(tries = 12, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whatIsShortestStaysAsItIs(@ForAll("company") Composition company, @ForAll("sketches") Sketch sketch) {
        Trial world = new Workshop(company).world(sketch);
        Trial trial = world.withScript(new Examiner(NONE)
                .examine(world, new Improviser(sketch.choices()))
                .played());
        for (Wanted wanted : WANTED.filter(each -> each.in(trial))) {
            Shortest once = new Shrinker().shrink(trial, wanted::in);
            assertThat(once.exhausted()).isFalse();
            assertThat(wanted.in(once.trial())).as(wanted.name()).isTrue();
            assertThat(new Shrinker().shrink(once.trial(), wanted::in).trial())
                    .as(wanted.name())
                    .isEqualTo(once.trial());
            assertThat(new Shrinker().shrink(trial, wanted::in)).isEqualTo(once);
        }
    }

    @Property(tries = 200)
    void rounderNumbersAreRounder(@ForAll long units) {
        BigDecimal number = BigDecimal.valueOf(units, 6);
        assertThat(Roundness.rounder(number)).allSatisfy(each -> {
            assertThat(Roundness.cost(each)).isLessThan(Roundness.cost(number));
            assertThat(each.signum()).isEqualTo(number.signum());
        });
    }
}
