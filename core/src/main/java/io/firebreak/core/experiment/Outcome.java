package io.firebreak.core.experiment;

import io.firebreak.core.engine.RunResult;

/** What came of a trial; events and account names are left out, as a thousand runs of them fit no memory. */
public record Outcome(Trial trial, RunResult result) {}
