package io.firebreak.api.safeguard;

/** A safeguard's answer to a proposal. */
public sealed interface Verdict {
    /** It may happen. */
    record Allow() implements Verdict {}

    /** It may not happen now; what was stopped is counted. */
    record Stop(String why) implements Verdict {}

    Verdict ALLOW = new Allow();
}
