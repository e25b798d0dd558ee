package io.firebreak.api.price;

import io.firebreak.api.plugin.Mechanism;

/**
 * How the outside world moves.
 *
 * @param <S> its state, one immutable value
 */
public interface PriceModel<S> extends Mechanism {
    /** The price at the first block. */
    Tick<S> start(PriceView view);

    /** The price at the next block. */
    Tick<S> step(S state, PriceView view);
}
