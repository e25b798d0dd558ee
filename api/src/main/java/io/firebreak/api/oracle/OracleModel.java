package io.firebreak.api.oracle;

import io.firebreak.api.plugin.Mechanism;

/**
 * Which price the protocol sees, and when.
 *
 * @param <S> its state, one immutable value
 */
public interface OracleModel<S> extends Mechanism {
    S initial();

    /** One block: publish, or don't. */
    Publication<S> step(S state, OracleView view);
}
