package io.firebreak.testkit.rule.loss;

import static io.firebreak.core.wiring.Socket.LIQUIDATION;
import static io.firebreak.core.wiring.Socket.LOSS;

import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Rule;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Rules 381 to 389, what one loss layer may do, and 451 to 469, what holds of a waterfall to its end. */
public final class LossRules {
    private static final String BLACK_THURSDAY =
            "Maker, 12 March 2020: 5.7 M DAI were missing, and debt auctions bore them a week later";

    private LossRules() {}

    public static Seq<Rule> rules() {
        return Vector.of(
                Rule.watched(
                        381,
                        "layerPaysNoMoreThanIsMissing",
                        Kind.STEP,
                        "a loss layer pays no more than is missing, and what leaves its purse makes that less",
                        "a layer was asked to bear something",
                        "Maker dss, vow.sol: heal ≤ min(surplus, debt)",
                        "Hyperliquid, 10 October 2025: 45 M $ taken from winners beyond what was missing",
                        LossChecks.NoMoreThanMissing::new,
                        LOSS),
                Rule.watched(
                        382,
                        "deeperLayerOnlyAfterTheUpperIsEmpty",
                        Kind.STEP,
                        "a deeper layer is asked only when the layers above have nothing left of what is missing",
                        "a deeper layer was asked; what a layer above sells is not counted, nor what it says does not stand in",
                        "the usual waterfall: insurance fund, deleveraging, socialised loss",
                        "",
                        LossChecks.UpperEmpty::new,
                        LOSS),
                Rule.watched(
                        383,
                        "borneIsSaidOnlyOfWhatIsBorne",
                        Kind.STEP,
                        "a layer says borne only when nothing is missing any more",
                        "a layer said borne",
                        "design: a loss layer answers borne, pending or exhausted",
                        "",
                        LossChecks.BorneIsBorne::new,
                        LOSS),
                Rule.watched(
                        384,
                        "layerPaysWithWhatIsThere",
                        Kind.STEP,
                        "a layer pays with what it has: its own account is not below nothing in what is missing",
                        "a layer was asked to bear something",
                        "design: whoever is negative owes it",
                        "",
                        LossChecks.PaysWithWhatIsThere::new,
                        LOSS),
                Rule.watched(
                        385,
                        "layerPaysNoMoreThanStandsIn",
                        Kind.STEP,
                        "a layer pays in sum no more than it says stands in, of what its purse ever held",
                        "a layer that says so was asked to bear something",
                        "Aave v2 safety module: slashing of at most 30 %",
                        "",
                        LossChecks.NoMoreThanStandsIn::new,
                        LOSS),
                Rule.watched(
                        386,
                        "pendingIsSaidOnlyOfWhatIsMissing",
                        Kind.STEP,
                        "a layer says that it is at work only while something is missing",
                        "a layer said pending",
                        "design: a loss layer answers borne, pending or exhausted",
                        "",
                        LossChecks.PendingIsMissing::new,
                        LOSS),
                Rule.watched(
                        451,
                        "everyLossIsAccountedFor",
                        Kind.HISTORY,
                        "what was ever missing was borne by a layer, is bad debt, or is missing still: by name, to the last"
                                + " unit",
                        "something was missing",
                        "Aave v3.3: a deficit is booked once",
                        "",
                        LossChecks.AccountedFor::new,
                        LIQUIDATION,
                        LOSS),
                Rule.watched(
                        452,
                        "pendingComesToAnEnd",
                        Kind.HISTORY,
                        "a layer at work gets on: what is missing does not stay the same for twenty blocks and a week",
                        "a layer said pending while a taker with enough capital bid; what is missing is enough for the"
                                + " layer to go to work, where it says how much that is",
                        "Maker dss, vow.sol and flop.sol",
                        BLACK_THURSDAY,
                        LossChecks.PendingEnds::new,
                        LOSS),
                Rule.watched(
                        453,
                        "badDebtOnlyWhenAllIsSpent",
                        Kind.HISTORY,
                        "bad debt is booked only when no layer has anything left of what is missing, and nothing that was forfeited is"
                                + " for sale",
                        "bad debt was booked; what a layer says does not stand in is not counted",
                        "the usual waterfall: insurance fund, deleveraging, socialised loss",
                        "",
                        LossChecks.AllSpent::new,
                        LOSS),
                Rule.watched(
                        454,
                        "noMoreIsSoldThanIsMissing",
                        Kind.HISTORY,
                        "when a layer begins a sale, what it asks its bidders for is no more than is missing",
                        "a layer began to sell to the best bidder",
                        "Maker dss, vow.sol: flop only for what is bad debt and not under auction",
                        "",
                        LossChecks.SellsForWhatIsMissing::new,
                        LOSS),
                Rule.watched(
                        455,
                        "layerLetsItsOwnWaitAlone",
                        Kind.HISTORY,
                        "a layer that lets something wait hands nothing of it on, and lets nothing of another asset wait",
                        "the layer says what it lets wait, and was asked to bear something",
                        "Maker dss, vow.sol: bad debt waits for flop, and for nothing below it",
                        "",
                        Waiting.ItsOwnAlone::new,
                        LOSS),
                Rule.watched(
                        456,
                        "layerGoesToWorkInTime",
                        Kind.HISTORY,
                        "a layer begins to sell in the first block in which enough has been missing for the stated time, and"
                                + " not before",
                        "the layer says how much it waits for and how long, sells, and has no sale under way",
                        "Maker dss, vow.sol: wait, flog, flop",
                        BLACK_THURSDAY,
                        Waiting.InTime::new,
                        LOSS),
                Rule.watched(
                        457,
                        "estateIsSoldOut",
                        Kind.HISTORY,
                        "of an estate that a layer closes nothing falls to the treasury that could have been sold for what is"
                                + " missing",
                        "a layer that sells closed an estate",
                        "Compound III, Comet.sol: buyCollateral",
                        "",
                        Estates.SoldOut::new,
                        LOSS),
                Rule.watched(
                        458,
                        "estateIsForSaleWhileTheTreasuryLacks",
                        Kind.HISTORY,
                        "an estate is for sale exactly while the treasury, less what is missing, has less than stated; a layer"
                                + " that was asked offers every one",
                        "the layer says how much is enough, and prices are there",
                        "Compound III, Comet.sol: buyCollateral, NotForSale, targetReserves",
                        "",
                        Estates.WhileTheTreasuryLacks::new,
                        LOSS),
                Rule.watched(
                        459,
                        "estateIsSharedOut",
                        Kind.HISTORY,
                        "a layer that shares out leaves no estate whose first holding another account has some of",
                        "the layer says that it shares out, and was asked while there was an estate",
                        "Liquity v1, TroveManager.sol: redistributeDebtAndColl",
                        "",
                        Estates.SharedOut::new,
                        LOSS));
    }
}
