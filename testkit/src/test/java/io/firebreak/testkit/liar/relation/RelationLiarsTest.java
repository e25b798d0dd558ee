package io.firebreak.testkit.liar.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.plugin.Mechanism;
import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.kit.Campaign;
import io.firebreak.testkit.kit.Subjects;
import io.firebreak.testkit.kit.Verdict;
import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Rule;
import io.vavr.collection.Seq;
import org.junit.jupiter.api.Test;

/** Each liar is rejected by its rule's number, within the tries of a kit, with a script of at most six actions. */
public final class RelationLiarsTest {
    private static final Campaign.Effort FEWER_THAN_A_KIT = new Campaign.Effort(200, 1);

    @Test
    void rule501_rejects_FavoursTheFirst() {
        rejects(new FavoursTheFirst(), 501);
    }

    @Test
    void rule502_rejects_SparesTheSmall() {
        // What depends on a size does not scale either, and whom it spares stays unsafe.
        rejects(new SparesTheSmall(), 502, 402, 503);
    }

    @Test
    void rule503_rejects_GenerousToTheLarge() {
        rejects(new GenerousToTheLarge(), 503);
    }

    @Test
    void rule504_rejects_ReadsSymbols() {
        rejects(new ReadsSymbols(), 504);
    }

    @Test
    void rule505_rejects_CountsItsNeighbours() {
        rejects(new CountsItsNeighbours(), 505);
    }

    @Test
    void rule506_rejects_KnowsTheDay() {
        rejects(new KnowsTheDay(), 506);
    }

    @Test
    void rule507_rejects_Backwards() {
        // Its weights below nothing are no numbers that other rules of margin models could count with.
        rejects(new Backwards(), Catalogue.all().filter(rule -> rule.kind() == Kind.METAMORPHIC), 507);
    }

    @Test
    void rule508_rejects_CountsItsRuns() {
        // Where no two runs are alike, no comparison of two runs holds, and no two answers are the same.
        rejects(new CountsItsRuns(), 508, 501, 503, 504, 505, 506, 507, 601);
    }

    /** Tries the liar in the first of its worlds: exactly these rules must not hold, the first of them within six actions. */
    public static void rejects(Mechanism liar, Integer... numbers) {
        rejects(liar, Catalogue.all(), numbers);
    }

    private static void rejects(Mechanism liar, Seq<Rule> rules, Integer... numbers) {
        Seq<Verdict.Broken> broken = new Campaign(
                        Subjects.of(liar.getClass().getSimpleName(), liar).head(), rules)
                .run(FEWER_THAN_A_KIT)
                .broken();
        assertThat(broken.map(verdict -> verdict.rule().number()))
                .as(broken.map(Verdict.Broken::breach).mkString("\n"))
                .containsExactlyInAnyOrder(numbers);
        assertThat(broken.find(verdict -> verdict.rule().number() == numbers[0])
                        .get()
                        .shortest()
                        .script())
                .hasSizeLessThanOrEqualTo(6);
    }
}
