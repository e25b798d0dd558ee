package io.firebreak.api.oracle;

import io.firebreak.api.view.Price;
import io.vavr.control.Option;

/**
 * An oracle's step.
 *
 * @param price what it publishes now; none where it publishes nothing and the last price stands
 */
public record Publication<S>(S state, Option<Price> price) {
    public static <S> Publication<S> silent(S state) {
        return new Publication<>(state, Option.none());
    }

    public static <S> Publication<S> of(S state, Price price) {
        return new Publication<>(state, Option.some(price));
    }
}
