package io.firebreak.testkit.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.testkit.world.Companions;
import io.vavr.collection.Seq;
import org.junit.jupiter.api.Test;

final class SubjectsTest {
    /** A venue that lends deposits had one large depositor wherever it was tried, so that nobody ever was the first. */
    @Test
    void whoIssuesSharesIsTriedWhereNobodyHasDepositedToo() {
        Seq<Boolean> empty = Subjects.of("loans", Companions.loan().venue())
                .map(subject -> subject.composition().stock().isEmpty());
        assertThat(empty).contains(true, false);
    }
}
