package io.firebreak.api.liquidation;

/** A liquidation model that says what its bonus is at every health. */
public interface StatesIncline extends StatesBonus {
    Incline incline();
}
