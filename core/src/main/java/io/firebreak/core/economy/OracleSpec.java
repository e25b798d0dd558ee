package io.firebreak.core.economy;

import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.plugin.OracleRef;

/** An oracle by name. */
public record OracleSpec(OracleRef name, OracleModel<?> model) {}
