package io.firebreak.core.engine;

import io.firebreak.core.economy.Economy;

/** Runs an economy once. Runs are independent of one another; each is single-threaded. */
@FunctionalInterface
public interface Runner {
    RunResult run(Economy economy, RunOptions options);
}
