package io.firebreak.testkit.rule.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateChecksTest {
    @Test
    void doctoredBooksDoNotSumToZero() {
        long[] honest = {-5, 2, 3};
        long[] doctored = {-5, 2, 4};

        assertThat(StateChecks.SumsToZero.sum(3, account -> honest[account])).isZero();
        assertThat(StateChecks.SumsToZero.sum(3, account -> doctored[account])).isEqualTo(1);
    }
}
