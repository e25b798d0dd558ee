package io.firebreak.testkit.liar.pure;

import io.firebreak.api.plugin.Nothing;
import io.firebreak.testkit.liar.relation.Spread;

/** A record that equals nothing but itself. */
public record NotEqual() implements Spread<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
