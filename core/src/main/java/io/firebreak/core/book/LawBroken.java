package io.firebreak.core.book;

/** A mechanism asked for something unlawful, or threw: the run is stopped and the mechanism named. */
public final class LawBroken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Law law;

    public LawBroken(Law law, String detail) {
        super("rule " + law.number() + " (" + law.sentence() + "): " + detail);
        this.law = law;
    }

    public Law law() {
        return law;
    }
}
