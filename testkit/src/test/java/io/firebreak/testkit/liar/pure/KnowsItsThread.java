package io.firebreak.testkit.liar.pure;

import io.firebreak.testkit.liar.relation.Spread;

/** Answers by the thread that asks. */
public record KnowsItsThread() implements Spread<Long> {
    private static final ThreadLocal<Long> MINE = ThreadLocal.withInitial(
            () -> (long) Thread.currentThread().getName().hashCode());

    @Override
    public Long initial() {
        return 0L;
    }

    @Override
    public Long next(Long state) {
        return MINE.get();
    }
}
