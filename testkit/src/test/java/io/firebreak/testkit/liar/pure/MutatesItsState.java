package io.firebreak.testkit.liar.pure;

import io.firebreak.testkit.liar.relation.Spread;
import java.util.ArrayList;
import java.util.List;

/** Writes into the state that it was given. */
public record MutatesItsState() implements Spread<List<Integer>> {
    @Override
    public List<Integer> initial() {
        return new ArrayList<>();
    }

    @Override
    public List<Integer> next(List<Integer> state) {
        state.add(state.size());
        return state;
    }
}
