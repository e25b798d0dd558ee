package io.firebreak.testkit.rule;

/** What a watch has to say. */
public interface Notes {
    /** The precondition was met, and the rule was put to the test. */
    void met();

    /**
     * The rule does not hold.
     *
     * @param detail names accounts and amounts
     */
    void breach(String detail);
}
