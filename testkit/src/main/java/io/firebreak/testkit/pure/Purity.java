package io.firebreak.testkit.pure;

/** What makes a mechanism a function. */
public enum Purity {
    SAME_ANSWER(601, "sameStateAndViewSameAnswer", "asked the same twice, a mechanism answers the same"),
    SAME_ON_ANOTHER_THREAD(602, "sameAnswerOnAnotherThread", "asked on another thread, a mechanism answers the same"),
    VALUE_EQUALITY(603, "statesAndAnswersAreValues", "states and answers that say the same are equal"),
    STATE_UNCHANGED(604, "askingChangesNoState", "a state is a value: a mechanism never changes one that it was given"),
    NO_GLOBAL_STATE(
            605,
            "noStateBesideTheState",
            "another instance with equal parameters answers the same: nothing is kept beside it"),
    VIEW_UNCHANGED(
            606, "askingChangesNoView", "asking a mechanism changes neither the books nor anything else it was shown"),
    PARAMETERS_ARE_VALUES(
            607, "parametersAreARecord", "a mechanism is a record, equal to any other with equal parameters"),
    ANSWERS(
            609,
            "whoeverAsksIsAnswered",
            "a mechanism answers whatever it is asked, though the engine asks for less: what nobody was invited to, a timer"
                    + " that nobody set, an asset that is not missing; it never says nothing and never throws");

    private final int number;
    private final String title;
    private final String sentence;

    Purity(int number, String title, String sentence) {
        this.number = number;
        this.title = title;
        this.sentence = sentence;
    }

    public int number() {
        return number;
    }

    /** Its name in camel case. */
    public String title() {
        return title;
    }

    public String sentence() {
        return sentence;
    }
}
