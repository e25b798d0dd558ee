package io.firebreak.testkit.liar.pure;

import static io.firebreak.testkit.liar.relation.RelationLiarsTest.rejects;

import org.junit.jupiter.api.Test;

/** Each liar is rejected by its rule's number, and by no other. */
final class PurityLiarsTest {
    @Test
    void rule601_rejects_HiddenClock() {
        rejects(new HiddenClock(), 601);
    }

    @Test
    void rule601_rejects_HiddenDice() {
        rejects(new HiddenDice(), 601);
    }

    @Test
    void rule602_rejects_KnowsItsThread() {
        rejects(new KnowsItsThread(), 602);
    }

    @Test
    void rule603_rejects_StateWithoutEquality() {
        rejects(new StateWithoutEquality(), 603);
    }

    @Test
    void rule604_rejects_MutatesItsState() {
        rejects(new MutatesItsState(), 604);
    }

    @Test
    void rule605_rejects_KnowsItself() {
        rejects(new KnowsItself(), 605);
    }

    @Test
    void rule606_rejects_ReachesIntoTheBooks() {
        rejects(new ReachesIntoTheBooks(), 606);
    }

    @Test
    void rule607_rejects_NotEqual() {
        rejects(new NotEqual(), 607);
    }

    @Test
    void rule609_rejects_AnswersNothing() {
        rejects(new AnswersNothing(), 609);
    }

    @Test
    void rule609_rejects_ThrowsAtStrangers() {
        rejects(new ThrowsAtStrangers(), 609);
    }
}
