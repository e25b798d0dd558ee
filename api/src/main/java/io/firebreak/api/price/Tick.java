package io.firebreak.api.price;

/**
 * One step of a path.
 *
 * @param price in the unit of account of the outside markets per whole unit, positive; NaN: not trading
 */
public record Tick<S>(S state, double price) {}
