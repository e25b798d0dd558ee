package io.firebreak.testkit.rule.venue;

import static io.firebreak.core.wiring.Socket.VENUE;

import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Rule;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Rules for those who make markets and issue claims: pools, exchanges, perpetual exchanges, bridges. */
public final class MarketMakerRules {
    private MarketMakerRules() {}

    public static Seq<Rule> rules() {
        return Vector.of(
                Rule.watched(
                        232,
                        "claimsAreBacked",
                        Kind.STATE,
                        "what circulates of a claim, and what is under way, is there in the reserve",
                        "the venue states what backs its claims, it did when the run began, and nobody stole",
                        "the literature: bridge, minted ≤ locked − in flight",
                        "Wormhole, February 2022: 120,000 wrapped ETH without ETH behind them",
                        BridgeChecks.Backed::new,
                        VENUE),
                Rule.watched(
                        356,
                        "giftsBuyNobodysDeposit",
                        Kind.STEP,
                        "who provides, gives and leaves around somebody else's deposit has no more than before, to within a"
                                + " millionth of what lies there; and who provided meanwhile and leaves at once, with more of"
                                + " nothing, has lost no more than a hundredth of it",
                        "within a block of nothing but deposits, redemptions and gifts, somebody else provided, and in proportion",
                        "ERC-4626, inflation attack; Uniswap v2, MINIMUM_LIQUIDITY",
                        "Hundred Finance, April 2023: a share of an empty market was blown up by a gift",
                        ShareChecks.NobodysDeposit::new,
                        VENUE),
                Rule.watched(
                        357,
                        "quotesAreHonoured",
                        Kind.STEP,
                        "a swap returns what was quoted for it, and one that was quoted and is paid for is not refused",
                        "a swap, quoted, paid for, and not stopped by a safeguard",
                        "Uniswap v2, UniswapV2Library.sol: getAmountOut",
                        "",
                        QuoteChecks.Honoured::new,
                        VENUE),
                Rule.watched(
                        358,
                        "fundingSumsToZero",
                        Kind.STEP,
                        "what traders, and those that hold the other side, have taken together is the same after a perpetual"
                                + " exchange accrued as before",
                        "contracts are out when the venue accrues",
                        "the literature, FU1: payments sum to 0 in a closed book",
                        "",
                        ContractChecks.SumsToZero::new,
                        VENUE),
                Rule.watched(
                        365,
                        "sharesOfOthersKeepTheirPart",
                        Kind.STEP,
                        "who joins or leaves a pool does not leave less of one asset and more of none behind each share of the"
                                + " others",
                        "others have shares, and no receipts of what is paid away; up to a million base units of shares, one of what"
                                + " lies there, what was given, and what nobody bore of a loss, may be nobody's",
                        "Uniswap v2, UniswapV2Pair.sol: mint, burn",
                        "",
                        ShareChecks.KeepsPart::new,
                        VENUE),
                Rule.watched(
                        366,
                        "morePaysNoBetter",
                        Kind.STEP,
                        "twice as much is quoted at most twice as much",
                        "a quote for a swap, up to the rounding of a fee on the smaller one",
                        "Angeris and Chitra, Improved Price Oracles: the trading function is concave",
                        "",
                        QuoteChecks.MorePaysNoBetter::new,
                        VENUE),
                Rule.watched(
                        368,
                        "unrealisedProfitStaysIn",
                        Kind.STEP,
                        "a withdrawal from an open position is paid out of its own margin, not by who holds the other side",
                        "an account with contracts withdrew",
                        "GMX v1, Vault.sol: decreasePosition; the literature: unrealised profit counts up to its cap",
                        "",
                        ContractChecks.PaidByItself::new,
                        VENUE),
                Rule.watched(
                        478,
                        "everyMessageArrives",
                        Kind.HISTORY,
                        "nothing is under way any more after a quiet month",
                        "something was under way at a venue that states what backs its claims",
                        "the lock-and-mint pattern: a message is delivered or returned",
                        "Nomad, August 2022, the other way round: messages that were never sent",
                        BridgeChecks.Arrives::new,
                        VENUE));
    }
}
