package io.firebreak.api.liquidation;

import io.firebreak.api.plugin.Mechanism;

/**
 * How an unsafe account is turned back into cash.
 *
 * @param <S> its state, one immutable value; tree maps and sequences, never hash maps
 */
public interface LiquidationModel<S> extends Mechanism, Seller<S> {}
