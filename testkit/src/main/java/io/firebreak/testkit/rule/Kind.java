package io.firebreak.testkit.rule;

/** What a rule is about. */
public enum Kind {
    /** The engine refuses to carry out what breaks it, and names the mechanism. */
    LAW("law of the engine"),
    /** Holds after every action. */
    STATE("state"),
    /** Holds of one step: an action, a liquidation, a ruling. */
    STEP("step"),
    /** Holds of a whole history. */
    HISTORY("history"),
    /** Holds between two runs that differ in one thing. */
    METAMORPHIC("metamorphic"),
    /** Holds of a mechanism as a function. */
    PURITY("purity");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
