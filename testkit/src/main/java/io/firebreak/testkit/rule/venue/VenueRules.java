package io.firebreak.testkit.rule.venue;

import static io.firebreak.core.wiring.Socket.VENUE;

import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Rule;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Rules 231 and 351 to 369: what venues with margin accounts may do, and what a user's action may do at any venue. */
public final class VenueRules {
    private VenueRules() {}

    public static Seq<Rule> rules() {
        return Vector.of(
                Rule.watched(
                        231,
                        "lendsNoMoreThanItHas",
                        Kind.STATE,
                        "what a venue lends of an asset that it does not issue is no more than what was supplied or is its"
                                + " treasury's: idle is never negative",
                        "a venue lends what others issue, and began with no more lent than supplied",
                        "Aave v3, ValidationLogic.sol: validateBorrow",
                        "",
                        VenueChecks.LendsWhatItHas::new,
                        VENUE),
                Rule.watched(
                        351,
                        "noActionPaysForNothing",
                        Kind.STEP,
                        "no action leaves its sender with more of one thing and less of nothing: all is rounded against the"
                                + " actor, to the unit",
                        "a user's action at a venue was accepted, and nothing lay there that was nobody's",
                        "Morpho Blue, SharesMathLib.sol: toSharesDown, toSharesUp",
                        "Balancer v2, November 2025: roundings in the actor's favour, many times in one transaction",
                        VenueChecks.NothingForNothing::new,
                        VENUE),
                Rule.watched(
                        352,
                        "strangersKeepWhatTheyHave",
                        Kind.STEP,
                        "an action of one user takes nothing out of another's margin account and adds nothing to another's"
                                + " debt, or pays its debt off for what that is worth",
                        "somebody else has something in a margin account",
                        "design: the ledger is the risk network",
                        "",
                        VenueChecks.StrangersKeep::new,
                        VENUE),
                Rule.watched(
                        353,
                        "timeRepaysNobody",
                        Kind.STEP,
                        "a block's accrual never lowers what an account owes",
                        "an account owes something when its venue accrues",
                        "Maker dss, jug.sol; Aave v3, ReserveLogic.sol: the index never falls",
                        "",
                        VenueChecks.TimeRepaysNobody::new,
                        VENUE),
                Rule.watched(
                        354,
                        "nobodyStepsBelowInitialMargin",
                        Kind.STEP,
                        "no action of a user leaves the account below its initial requirement that met it before, by the"
                                + " margin model asked anew",
                        "an account met its initial requirement before its owner's action, and owes something after it",
                        "Aave v3, ValidationLogic.sol: validateHFAndLtv",
                        "Euler, March 2023: donateToReserves asked for no health check",
                        VenueChecks.StaysAboveInitial::new,
                        VENUE),
                Rule.watched(
                        355,
                        "thereAndBackNeverPays",
                        Kind.STEP,
                        "a user's actions at a venue, one after the other within a block and with nobody in between, never"
                                + " end with more of one thing and less of nothing",
                        "two such actions, of which neither pays for nothing by itself",
                        "Uniswap v2, UniswapV2Pair.sol: k never falls",
                        "Uranium Finance, April 2021: a swap there and back drained the pool",
                        VenueChecks.ThereAndBack::new,
                        VENUE),
                Rule.watched(
                        359,
                        "repaysNoMoreThanIsOwedOfUsers",
                        Kind.STEP,
                        "who repays more than is owed pays no more than is owed",
                        "a user repaid, or offered to repay, more than was owed",
                        "Aave v3, BorrowLogic.sol: executeRepay",
                        "",
                        VenueChecks.TakesWhatIsOwed::new,
                        VENUE),
                Rule.watched(
                        360,
                        "whatIsPaidIsNoLongerOwed",
                        Kind.STEP,
                        "a repayment lowers the debt by what was paid, to within the worth of one share of the debt",
                        "a user repaid something",
                        "Aave v3, BorrowLogic.sol: executeRepay",
                        "",
                        VenueChecks.PaymentCounts::new,
                        VENUE),
                Rule.watched(
                        369,
                        "capitalStaysBehindTheCover",
                        Kind.STEP,
                        "whoever redeems leaves the capital that the cover requires, and is refused for no more than that",
                        "the venue covers losses and states the capital that it requires",
                        "Nexus Mutual v2: MCR.sol, getMCR; Pool.sol",
                        "",
                        Capital.StaysBehindTheCover::new,
                        VENUE),
                Rule.watched(
                        370,
                        "capitalEarnsThePremium",
                        Kind.HISTORY,
                        "the capital earns the stated share of the cover, step by step, as long as there are premiums",
                        "the venue covers losses and states its premium",
                        "Nexus Mutual v2: Cover.sol",
                        "",
                        Capital.EarnsThePremium::new,
                        VENUE),
                Rule.watched(
                        371,
                        "whoStandsReadyTakesWhatItCan",
                        Kind.STEP,
                        "when a block ends nothing is on offer that a venue stands ready for and has the money to take a part of",
                        "the venue states which pair it takes all of, something of it is on offer, and nobody gave the venue anything",
                        "Liquity v1, StabilityPool.sol: offset",
                        "",
                        Standby.TakesWhatItCan::new,
                        VENUE),
                Rule.watched(
                        372,
                        "takesAreSharedByDeposit",
                        Kind.HISTORY,
                        "what a venue that stands ready pays and receives is each depositor's in proportion to what is left of its"
                                + " deposit: whoever leaves has that much, to a few units for each take",
                        "the venue states which pair it takes all of, took something, and nobody gave it anything",
                        "Liquity v1, StabilityPool.sol: product and sum",
                        "",
                        Standby.SharesByDeposit::new,
                        VENUE),
                Rule.watched(
                        374,
                        "flashLoansComeBack",
                        Kind.STEP,
                        "an action that borrows within itself leaves the lender no less than it had",
                        "an action with a flash loan is applied",
                        "ERC-3156; Aave v1, LendingPool.sol: flashLoan",
                        "",
                        FlashLoans::new,
                        VENUE));
    }
}
