package io.firebreak.testkit.liar.pure;

import io.firebreak.testkit.liar.relation.Spread;

/** A state that says the same and is not equal. */
public record StateWithoutEquality() implements Spread<StateWithoutEquality.Seen> {
    /** No record, and without equals. */
    public static final class Seen {
        private final int rulings;

        Seen(int rulings) {
            this.rulings = rulings;
        }
    }

    @Override
    public StateWithoutEquality.Seen initial() {
        return new Seen(0);
    }

    @Override
    public StateWithoutEquality.Seen next(StateWithoutEquality.Seen state) {
        return new Seen(state.rulings + 1);
    }
}
