package io.firebreak.core.book;

/** A law that the engine enforces on every mechanism; its number is the rule's number in the catalogue. */
public enum Law {
    CONSERVATION(101, "the balances of every asset sum to zero"),
    NO_OVERDRAFT(102, "only issuers, debt pools and contract legs may be negative"),
    AMOUNT_RANGE(103, "amounts are between 0 and 2^63 − 1 base units"),
    SEIZE_WITHIN_HOLDINGS(104, "a liquidation takes no more than the account holds"),
    ONLY_UNSAFE(105, "only an unsafe account, or a lot, is liquidated"),
    REPAY_WITHIN_DEBT(106, "a fill repays no more than is owed; what is above is the stated penalty"),
    PAYER_CONSENTS(107, "only the caller and the mechanism's own account pay"),
    KNOWN_LOT(109, "a lot is seized once, under a fresh number, and closed once"),
    STRANGERS_UNTOUCHED(
            110,
            "a venue debits its own accounts and the sender's, or the position it settles, or redeems at no loss to it"),
    RULING_SETTLES(112, "a liquidation model comes to rest within a block"),
    NO_EXCEPTION(113, "a mechanism answers: it neither throws nor answers null"),
    PRICE_RANGE(115, "a price is positive and finite, or there is none");

    private final int number;
    private final String sentence;

    Law(int number, String sentence) {
        this.number = number;
        this.sentence = sentence;
    }

    public int number() {
        return number;
    }

    public String sentence() {
        return sentence;
    }
}
