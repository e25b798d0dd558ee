package io.firebreak.testkit.liar.pure;

import io.firebreak.testkit.liar.relation.Spread;

/** Draws for itself. */
public record HiddenDice() implements Spread<Double> {
    @Override
    public Double initial() {
        return 0.0;
    }

    @Override
    public Double next(Double state) {
        return Math.random();
    }
}
