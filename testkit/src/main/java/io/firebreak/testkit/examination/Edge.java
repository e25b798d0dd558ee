package io.firebreak.testkit.examination;

/** A case at the edge that trials must have met before a rule that held is believed. */
public enum Edge {
    UNSAFE(Sort.ACCOUNTS, "an unsafe account"),
    SEVERAL_UNSAFE(Sort.ACCOUNTS, "several unsafe accounts at once"),
    BARELY_UNSAFE(Sort.ACCOUNTS, "an account unsafe by less than a thousandth"),
    BARELY_SAFE(Sort.ACCOUNTS, "an account safe by less than a thousandth"),
    UNDER_WATER(Sort.ACCOUNTS, "an account that owes more than it holds"),
    CURED(Sort.ACCOUNTS, "an unsafe account that was cured"),
    DUST(Sort.DEBTS, "an account that owes less than a whole unit"),
    REPAID(Sort.DEBTS, "a user's repayment"),
    CLIFF(Sort.MARKET, "a price that moved by more than a fifth in a block"),
    ZERO_DEPTH(Sort.MARKET, "a market without depth"),
    STALE(Sort.FEED, "a price older than two blocks"),
    WILD(Sort.FEED, "a protocol's price more than a tenth off every market's"),
    PROVIDED(Sort.POOL, "liquidity that was provided"),
    REDEEMED(Sort.POOL, "shares redeemed to a wallet's last"),
    GIVEN(Sort.POOL, "a gift to a venue's own account"),
    SWAPPED(Sort.EXCHANGE, "a swap"),
    CROSSED(Sort.BRIDGE, "something that went over a bridge"),
    STOPPED(Sort.GUARDED, "an action that a safeguard stopped"),
    REFUSED(Sort.ANY, "a refused action");

    /** In which worlds an edge can be met. */
    public enum Sort {
        /** Those with margin accounts that are liquidated. */
        ACCOUNTS,
        /** Those in which debts are drawn. */
        DEBTS,
        /** Those whose outside market is drawn. */
        MARKET,
        /** Those in which it is drawn how the venue sees prices. */
        FEED,
        /** Those with a pool that issues shares. */
        POOL,
        /** Those with a pool that swaps. */
        EXCHANGE,
        /** Those with claims on a reserve elsewhere. */
        BRIDGE,
        /** Those with a safeguard on trial that is not a limit. */
        GUARDED,
        ANY
    }

    private final Sort sort;
    private final String sentence;

    Edge(Sort sort, String sentence) {
        this.sort = sort;
        this.sentence = sentence;
    }

    public Sort sort() {
        return sort;
    }

    public String sentence() {
        return sentence;
    }
}
