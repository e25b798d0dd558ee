package io.firebreak.api.margin;

/**
 * A linear margin model whose weights move with time: margins that follow volatility, say. What {@link #weight} says of
 * itself holds before the first block.
 *
 * @param <S> its state, one immutable value
 */
public interface MovingMargin<S> extends LinearMargin {
    S initial();

    /** Looks at the world once a block, after the oracles published. */
    S observe(S state, MarginView view);

    /** The weights that hold from now on: equal values where nothing has changed. */
    LinearMargin now(S state);
}
