package io.firebreak.testkit.rule;

/** What a rule is about. */
public enum Kind {
    LAW(
            "law",
            "laws of the engine",
            "The engine carries out nothing that breaks them, and stops the run in the mechanism's name."),
    STATE("state", "rules of state", "They hold after every action."),
    STEP("step", "rules of a step", "They hold of one step: an action, a liquidation, a ruling."),
    HISTORY("history", "rules of a history", "They hold of a whole history, and of the time after it."),
    METAMORPHIC("metamorphic", "metamorphic rules", "They hold between two runs that differ in one thing."),
    PURITY("purity", "rules of purity", "They hold of a mechanism as a function.");

    private final String title;
    private final String plural;
    private final String sentence;

    Kind(String title, String plural, String sentence) {
        this.title = title;
        this.plural = plural;
        this.sentence = sentence;
    }

    public String title() {
        return title;
    }

    public String plural() {
        return plural;
    }

    public String sentence() {
        return sentence;
    }
}
