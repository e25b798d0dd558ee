package io.firebreak.api.loss;

/**
 * A loss layer that shares what was forfeited out to the venue's other accounts: nothing is left of an estate whose first
 * holding anybody else has some of, too.
 */
public interface SharesOut {}
