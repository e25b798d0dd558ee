package io.firebreak.testkit.liar.pure;

import io.firebreak.testkit.liar.relation.Spread;

/** Remembers when it was last asked, by a clock that nobody showed it. */
public record HiddenClock() implements Spread<Long> {
    @Override
    public Long initial() {
        return 0L;
    }

    @Override
    public Long next(Long state) {
        return System.nanoTime();
    }
}
