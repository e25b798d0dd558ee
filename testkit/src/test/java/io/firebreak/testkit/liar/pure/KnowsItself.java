package io.firebreak.testkit.liar.pure;

import io.firebreak.testkit.liar.relation.Spread;

/** Answers by which instance it is, whatever its parameters. */
public record KnowsItself() implements Spread<Integer> {
    @Override
    public Integer initial() {
        return 0;
    }

    @Override
    public Integer next(Integer state) {
        return System.identityHashCode(this);
    }
}
