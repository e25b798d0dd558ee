package io.firebreak.testkit.kit;

import io.firebreak.api.safeguard.Safeguard;

/** Tries a safeguard over loans and over contracts. Extend it, and say which. */
public abstract class SafeguardKit extends Kit {
    @Override
    protected abstract Safeguard<?> mechanism();
}
