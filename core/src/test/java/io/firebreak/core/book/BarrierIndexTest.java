package io.firebreak.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarrierIndexTest {
    private final BarrierIndex index = new BarrierIndex(2);

    private List<Integer> dueAt(int factor, double level) {
        index.move(factor, level);
        List<Integer> due = new ArrayList<>();
        index.takeDue(due::add);
        return due;
    }

    private void watch(int account, int factor, boolean down, double level, double tolerance) {
        index.forget(account);
        index.watch(account, factor, down, level, tolerance);
    }

    @Test
    void aFactorThatWandersBetweenTheBarriersNamesNobody() {
        watch(7, 0, true, 100, 0.1);
        for (int i = 0; i < 100; i++) {
            assertThat(dueAt(0, i % 2 == 0 ? 91 : 200)).isEmpty();
        }
        assertThat(dueAt(0, 90)).containsExactly(7);
        assertThat(dueAt(0, 80)).isEmpty();
    }

    @Test
    void namesAnAccountOnceWhereTwoOfItsBarriersAreReached() {
        index.forget(7);
        index.watch(7, 0, true, 100, 0.1);
        index.watch(7, 1, false, 100, 0.1);
        index.move(0, 80);
        assertThat(dueAt(1, 120)).containsExactly(7);
        assertThat(dueAt(1, 130)).isEmpty();
    }

    @Test
    void aForgottenAccountIsNotDue() {
        watch(7, 0, false, 100, 0.1);
        index.forget(7);
        assertThat(dueAt(0, 1000)).isEmpty();
    }

    @Test
    void whoHasNoRoomIsDueInEveryStep() {
        index.forget(7);
        index.watch(7);
        assertThat(dueAt(0, 1)).containsExactly(7);
        index.watch(7);
        assertThat(dueAt(0, 1)).containsExactly(7);
    }

    @Test
    void whatWasWorthNothingIsNoticedWhenItIsWorthSomething() {
        watch(7, 0, false, 0, 0.5);
        assertThat(dueAt(0, 0)).isEmpty();
        assertThat(dueAt(0, 1e-9)).containsExactly(7);
    }

    @Test
    void keepsTheLatestBarrierOfEachAmongManyOutdatedOnes() {
        for (int round = 0; round < 50; round++) {
            for (int account = 0; account < 40; account++) {
                watch(account, 0, true, 100, 0.01 * (1 + (account + round) % 40));
            }
        }
        // In the last round account n stands (n + 49) mod 40 + 1 per cent lower.
        assertThat(dueAt(0, 98.5)).containsExactly(31);
        assertThat(dueAt(0, 96.5)).containsExactly(32, 33);
        assertThat(dueAt(0, 1)).hasSize(37);
    }
}
