package io.firebreak.cli;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;

/** What the engine's own metrics measure, in a sentence each. */
final class Meaning {
    private static final Map<String, String> SENTENCES = LinkedHashMap.<String, String>empty()
            .put("zero-bid-share", "Auctions that ended with nothing paid ÷ auctions that ended.")
            .put("gross-shortfall", "Debt that liquidations left unpaid, summed over those that left some.")
            .put(
                    "net-shortfall",
                    "Debt left unpaid less the penalties that other liquidations brought in; below zero, the venue gained.")
            .put("bad-debt", "What no loss layer bore by the end of the run: on the books, by name.")
            .put(
                    "borrower-loss",
                    "What liquidated collateral was worth outside above what was paid for it ÷ what was paid.")
            .put("keeper-profit", "Value received less value paid and gas, over all agents.")
            .put("price-overshoot", "How far sales pushed the market below its path, at most.")
            .put(
                    "executed-at-once",
                    "Value liquidated in the block in which the account became unsafe ÷ all value liquidated.")
            .put(
                    "executed-within-2",
                    "Value liquidated within 2 blocks of the account becoming unsafe ÷ all value liquidated.")
            .put(
                    "executed-within-16",
                    "Value liquidated within 16 blocks of the account becoming unsafe ÷ all value liquidated.")
            .put(
                    "amplification",
                    "Value liquidated ÷ value liquidated in the same run when sales do not move the price.")
            .put("seconds-to-clear", "From an auction's kick to its end, on average.")
            .put("unsafe-at-end", "Accounts that could still be liquidated when the run ended.");

    private Meaning() {}

    /** The sentence; empty for a metric of a plugin. */
    static String of(String metric) {
        return SENTENCES.getOrElse(Headlines.lastWord(metric), "");
    }
}
