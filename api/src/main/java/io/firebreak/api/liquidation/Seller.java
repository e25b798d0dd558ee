package io.firebreak.api.liquidation;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.margin.MarginView;
import io.vavr.control.Either;

/**
 * A mechanism that offers things to takers: a liquidation model, or a loss model that sells.
 *
 * @param <S> its state, one immutable value
 */
public interface Seller<S> {
    S initial();

    /** Decides on what needs a decision. Woken by the engine, again after each action that changed prices or holdings. */
    Ruling<S> rule(S state, Docket docket);

    /** Answers a taker inside its action; the orders are carried out before the next step of a bundle. */
    Either<Rejection, Ruling<S>> answer(S state, Call call, MarginView view);
}
