package io.firebreak.testkit.kit;

import io.firebreak.api.oracle.OracleModel;

/** Tries an oracle as the one that a lender sees. Extend it, and say which. */
public abstract class OracleModelKit extends Kit {
    @Override
    protected abstract OracleModel<?> mechanism();
}
