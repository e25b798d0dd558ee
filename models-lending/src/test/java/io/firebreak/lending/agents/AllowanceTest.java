package io.firebreak.lending.agents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {
    @Test
    void oneIsThereAtOnceAndOthersComeWithTime() {
        Allowance first = Allowance.FRESH.grow(4, 1_000);
        assertThat(first.any()).isTrue();
        Allowance spent = first.spend();
        assertThat(spent.any()).isFalse();
        assertThat(spent.grow(4, 15_999).any()).isFalse();
        assertThat(spent.grow(4, 16_000).any()).isTrue();
    }

    @Test
    void noMoreIsSavedUpThanThreeOrWhatComesInTwentySeconds() {
        assertThat(Allowance.FRESH.grow(2, 0).grow(2, 3_600_000).left()).isEqualTo(3);
        assertThat(Allowance.FRESH.grow(60, 0).grow(60, 3_600_000).left()).isEqualTo(20);
    }

    @Test
    void whoMaySendNothingNeverMay() {
        assertThat(Allowance.FRESH.grow(0, 0).grow(0, 3_600_000).any()).isFalse();
    }
}
