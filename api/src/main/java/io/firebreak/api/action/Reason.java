package io.firebreak.api.action;

/** Why a protocol says no. A refusal is data: counted and reported, never an exception. */
public enum Reason {
    /** The offer, lot or account is not there (any more). */
    NOT_THERE,
    /** The account is healthy: nothing may be taken. */
    NOT_UNSAFE,
    /** The price asked is above what the taker allows, or the bid is too low. */
    PRICE,
    /** An account would go below zero. */
    INSUFFICIENT_FUNDS,
    /** Smaller than the protocol's minimum, or it would leave dust. */
    TOO_SMALL,
    /** A ceiling (debt, concurrent auctions, close factor) is reached. */
    LIMIT_REACHED,
    /** The account would be unsafe afterwards, or below initial margin. */
    UNSAFE_AFTERWARDS,
    /** A safeguard stopped it. */
    STOPPED,
    /** The protocol has no price, or one too old. */
    NO_PRICE,
    /** Too early, or too late. */
    NOT_DUE,
    /** It did not fit into a block in its lifetime. */
    EXPIRED,
    /** The sender cannot pay its gas. */
    GAS,
    /** This venue or mechanism does not know the action. */
    NOT_OFFERED
}
