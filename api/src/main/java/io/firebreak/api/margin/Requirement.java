package io.firebreak.api.margin;

/** How strict the question is. */
public enum Requirement {
    /** Below it the account may be liquidated. */
    MAINTENANCE,
    /** Below it nothing may be borrowed, withdrawn or taken over. */
    INITIAL
}
