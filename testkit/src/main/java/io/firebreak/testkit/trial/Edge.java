package io.firebreak.testkit.trial;

/** A case at the edge that trials must have met before a rule that held is believed. */
public enum Edge {
    UNSAFE("an unsafe account"),
    SEVERAL_UNSAFE("several unsafe accounts at once"),
    BARELY_UNSAFE("an account unsafe by less than a thousandth"),
    BARELY_SAFE("an account safe by less than a thousandth"),
    UNDER_WATER("an account that owes more than it holds"),
    CURED("an unsafe account that was cured"),
    DUST("an account that owes less than a whole unit"),
    CLIFF("a price that moved by more than a fifth in a block"),
    STALE("a price older than two blocks"),
    WILD("a protocol's price more than a tenth off every market's"),
    ZERO_DEPTH("a market without depth"),
    REFUSED("a refused action");

    private final String sentence;

    Edge(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
