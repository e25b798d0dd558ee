package io.firebreak.testkit.rule.liquidation;

import static io.firebreak.core.wiring.Socket.LIQUIDATION;
import static io.firebreak.core.wiring.Socket.LOSS;
import static io.firebreak.core.wiring.Socket.MARGIN;
import static io.firebreak.core.wiring.Socket.VENUE;

import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.rule.Watch;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Supplier;

/** Rules 301 to 349: what one liquidation may do. */
public final class LiquidationRules {
    private LiquidationRules() {}

    public static Seq<Rule> rules() {
        return Vector.of(
                fill(
                        301,
                        "onlyTheUnsafeAreLiquidated",
                        "an account that is liquidated was unsafe just before, by its margin model, what it held and the"
                                + " price used",
                        "an account was liquidated or seized",
                        "Aave v3, ValidationLogic.sol: health factor not below threshold",
                        "Compound, 26 November 2020: 89 M $ liquidated at a price that one exchange alone had seen",
                        LiquidationChecks::wasUnsafe,
                        LIQUIDATION,
                        MARGIN),
                fill(
                        302,
                        "liquidationImprovesTheLoan",
                        "a liquidation does not raise debt ÷ collateral",
                        "debt ÷ collateral < 1 ÷ (1 + i), where i is the bonus that the model states; or a solvent account is"
                                + " unsafe by a hundredth at most",
                        "McFarlane, arXiv:2510.10171; Morpho Blue, LiquidateBuffer.spec",
                        "",
                        LiquidationChecks::improves,
                        LIQUIDATION,
                        VENUE),
                fill(
                        303,
                        "seizesNoMoreThanBonusAllows",
                        "what is given is worth no more than (1 + bonus) · what is paid for it, at the venue's prices",
                        "the model states its bonus",
                        "Aave v3, LiquidationLogic.sol: liquidationBonus",
                        "",
                        LiquidationChecks::withinBonus,
                        LIQUIDATION),
                fill(
                        304,
                        "fillStaysWithinItsOffer",
                        "a fill takes and repays no more than the offer that stood when the bid arrived",
                        "a bid was filled",
                        "Aave v3.3, LiquidationLogic.sol: repaid ≤ close factor · debt",
                        "",
                        LiquidationChecks::withinOffer,
                        LIQUIDATION,
                        LOSS),
                fill(
                        305,
                        "nothingIsSoldBelowTheAsk",
                        "a fill pays at least the asked price, rounded against the taker",
                        "a bid was filled on an offer that may be taken in parts",
                        "design: a method that rounds does so against whoever chose the amount",
                        "many forks of Compound v2, 2022 to 2024: drained by rounding in favour of the actor",
                        LiquidationChecks::notBelowAsk,
                        LIQUIDATION,
                        LOSS),
                step(
                        306,
                        "takerPaysNoMoreThanItBid",
                        "a taker pays no more than its bid allowed, in amount and in price",
                        "a bid was accepted",
                        "Maker dss, clip.sol: take(max, amt)",
                        "",
                        LiquidationChecks.BidKept::new,
                        LIQUIDATION,
                        LOSS),
                step(
                        307,
                        "penaltyIsNoMoreThanStated",
                        "what is paid besides the debt cleared is no more than the stated share of it; where the model"
                                + " states none, no more than the debt itself",
                        "a fill cleared debt or took a penalty",
                        "Maker dss, dog.sol: tab = due · chop; clip.sol: owe ≤ tab",
                        "",
                        LiquidationChecks.PenaltyWithin::new,
                        LIQUIDATION),
                fill(
                        308,
                        "leavesNothingTooSmallToTake",
                        "after a part was taken, the offer that stands asks for at least the stated remainder; no part of a debt is"
                                + " seized, or left behind, that is smaller than stated",
                        "the model states the least remainder, and a bid took a part or a lot was seized, of an account with one debt"
                                + " and one collateral",
                        "Maker dss, clip.sol: chost; Aave v3.3: MIN_LEFTOVER_BASE",
                        "",
                        LiquidationChecks::leavesEnough,
                        LIQUIDATION),
                step(
                        309,
                        "shortfallOnlyWhereNothingIsLeft",
                        "a shortfall is booked where debt remains and nothing is left to give; the account owes nothing"
                                + " afterwards, and no penalty was taken for the treasury from what should have cleared"
                                + " the debt, but by a model that says that its fee comes first",
                        "a shortfall was booked, of what was not forfeited",
                        "Aave v3.3: a deficit exists only when collateral is 0 and debt is not",
                        "",
                        LiquidationChecks.NothingLeft::new,
                        LIQUIDATION,
                        VENUE),
                step(
                        310,
                        "whatIsOfferedCanBeHad",
                        "a bid that pays the asked price for no more than is offered is not refused, but for what its taker lacks,"
                                + " and where a part too small to take would be left",
                        "a bid met an offer",
                        "design: an offer stands until it is taken back; Maker dss, clip.sol: take",
                        "",
                        OfferChecks.CanBeHad::new,
                        LIQUIDATION,
                        LOSS),
                fill(
                        311,
                        "takerGetsWhatItPaysFor",
                        "a bid is filled as far as it pays, as it asked for and as the offer reaches, to a unit of each",
                        "a bid was filled at once, on an offer that says how much it wants, and no part too small to take would be left",
                        "design: an offer's limits are evaluated when the bid arrives; Aave v3, LiquidationLogic.sol",
                        "",
                        OfferChecks::getsWhatItPaysFor,
                        LIQUIDATION,
                        LOSS),
                step(
                        312,
                        "nothingIsPromisedBelowTheBestBidAsked",
                        "a bid that is locked pays at least what the offer for the best bid asks, and no more than buys anything,"
                                + " for no more than it gives, and for something",
                        "a bid was locked on an offer for the best bid",
                        "Maker dss, flip.sol and flop.sol: beg",
                        "",
                        OfferChecks.MeetsTheBestBid::new,
                        LIQUIDATION,
                        LOSS),
                step(
                        313,
                        "whoIsInvitedIsLetIn",
                        "a step that a mechanism invites to is not refused, but for want of a price or of money, where a ceiling is"
                                + " reached, and of a lot too small to sell",
                        "somebody followed an invitation",
                        "Maker dss, dog.sol, clip.sol, flip.sol: bark, redo, deal",
                        "",
                        OfferChecks.IsMeant::new,
                        LIQUIDATION,
                        LOSS),
                fill(
                        314,
                        "takerGetsTheLeastBonus",
                        "what is given is worth at least (1 + least bonus) · what is paid for it, at the venue's prices, to a"
                                + " unit of each",
                        "the model states a bonus",
                        "Aave v3, LiquidationLogic.sol: liquidationBonus",
                        "",
                        LiquidationChecks::givesBonus,
                        LIQUIDATION),
                step(
                        315,
                        "offerReachesTheCloseFactor",
                        "what stands on an account when a block ends reaches at least the stated part of its exposure",
                        "the model states the least part that one liquidation may take",
                        "Aave v2: LIQUIDATION_CLOSE_FACTOR_PERCENT; Compound v2: closeFactorMantissa",
                        "",
                        LiquidationChecks.OffersItsPart::new,
                        LIQUIDATION),
                step(
                        316,
                        "whoIsInvitedIsPaidWhatWasTold",
                        "whoever kicks or restarts, as a model invited to, gains what the invitation told, at the venue's prices and"
                                + " to a unit of its numeraire",
                        "nothing has happened since the invitation was made;"
                                + " the model states no ceiling, under which how much is taken over shows when it is",
                        "Maker dss, dog.sol, clip.sol: tip and chip; Liquity v1: gas compensation",
                        "",
                        Rewards.AsTold::new,
                        LIQUIDATION),
                step(
                        317,
                        "rewardIsTheStatedOne",
                        "whoever starts the sale of a lot, or starts it anew, is paid the stated share of what is wanted for it and"
                                + " the stated sum; nothing for starting anew what is worth less, or is to raise less, than may be"
                                + " left",
                        "the model states its reward",
                        "Maker dss, clip.sol: kick, redo: tip, chip, chost",
                        "",
                        Rewards.AsStated::new,
                        LIQUIDATION),
                step(
                        318,
                        "offerReachesTheStatedPart",
                        "what stands on an account when an action or a block is over reaches the stated part of its exposure, no"
                                + " more and no less, to a unit; who liquidates by itself takes as much; and no unsafe account of"
                                + " which something could be taken is closed when a block ends",
                        "the model states how much one liquidation may take",
                        "Aave v3.3 and v4, LiquidationLogic.sol; Euler v1, Liquidation.sol: TARGET_HEALTH",
                        "",
                        Parts.Reaches::new,
                        LIQUIDATION),
                fill(
                        319,
                        "bonusFollowsHealth",
                        "what is given is worth what is cleared and the bonus that is stated for the account's health just"
                                + " before, to a unit of each",
                        "the model states its bonus at every health",
                        "Aave v4, LiquidationLogic.sol: calculateLiquidationBonus; Euler v1, Liquidation.sol",
                        "",
                        Bonuses::followsHealth,
                        LIQUIDATION),
                fill(
                        320,
                        "feeIsTheStatedShare",
                        "what the venue keeps of what is paid is the stated share of what is cleared and of the bonus, to two"
                                + " units; nothing where contracts change hands",
                        "the model states its fee",
                        "Aave v3, LiquidationLogic.sol: liquidationProtocolFee; Euler v1: UNDERLYING_RESERVES_FEE",
                        "",
                        Bonuses::isItsShare,
                        LIQUIDATION),
                step(
                        321,
                        "noPartLeavesTooLittle",
                        "a bid for a part is refused where it would leave something of both legs and of one less than may be"
                                + " left, and no other bid is refused as too small",
                        "the model states what a part must leave, and a bid took a part or was refused as too small",
                        "Aave v3.3, LiquidationLogic.sol: MIN_LEFTOVER_BASE",
                        "",
                        Remainders::new,
                        LIQUIDATION),
                step(
                        322,
                        "isOpenWhenItsTimeIsOver",
                        "an account is open to takers from the first block on in which it has been unsafe for the stated time,"
                                + " neither earlier nor later; whoever is cured has the whole time again",
                        "the model states how long an owner has, and an account is open, or due and handed on to who opens at once",
                        "Aave v3.1, PriceOracleSentinel.sol: grace period",
                        "",
                        Waits::windows,
                        LIQUIDATION),
                step(
                        323,
                        "isOpenWhenItIsHit",
                        "an account is open to takers from the block on in which it is hit at the stated rate for its health, by its"
                                + " own draw, neither earlier nor later; whoever is cured is spared until hit again",
                        "the model states at what rate it hits accounts, and an account is open, or due and handed on to who opens at once",
                        "design: a hazard rate, as in intensity models of default",
                        "",
                        Waits::hazards,
                        LIQUIDATION),
                step(
                        324,
                        "debtTakesTheStatedCollateralAlong",
                        "an account that is taken over loses collateral worth the stated multiple of the debt that goes with it, to a"
                                + " few units, or all that stands behind that where it is less",
                        "the model states how much it seizes",
                        "Liquity v1, TroveManager.sol: MCR; Compound III, Comet.sol: liquidationFactor",
                        "",
                        Seizures::new,
                        LIQUIDATION));
    }

    private static Rule fill(
            int number,
            String name,
            String sentence,
            String precondition,
            String source,
            String violation,
            FillWatch.Check check,
            Socket... families) {
        return step(number, name, sentence, precondition, source, violation, () -> new FillWatch(check), families);
    }

    private static Rule step(
            int number,
            String name,
            String sentence,
            String precondition,
            String source,
            String violation,
            Supplier<Watch> watch,
            Socket... families) {
        return Rule.watched(number, name, Kind.STEP, sentence, precondition, source, violation, watch, families);
    }
}
