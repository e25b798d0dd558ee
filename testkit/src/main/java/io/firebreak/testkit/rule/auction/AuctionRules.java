package io.firebreak.testkit.rule.auction;

import static io.firebreak.core.wiring.Socket.LIQUIDATION;
import static io.firebreak.core.wiring.Socket.LOSS;

import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.rule.liquidation.FillWatch;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Supplier;

/** Rules 401 to 449: what holds of an auction from its beginning to its end. */
public final class AuctionRules {
    private AuctionRules() {}

    public static Seq<Rule> rules() {
        return Vector.of(
                history(
                        401,
                        "everyAuctionEnds",
                        "every lot that was seized is closed within ten days of a taker's care",
                        "a lot was seized, and a taker with enough capital calls and bids",
                        "Maker dss, flip.sol and clip.sol: deal, redo",
                        "Maker, 12 March 2020: auctions that nobody bid on ended at zero",
                        AuctionChecks.EveryAuctionEnds::new,
                        LIQUIDATION),
                history(
                        402,
                        "nobodyStaysUnsafeForEver",
                        "no account stays unsafe for ten days in which nothing is sold, though a taker with enough capital"
                                + " takes whatever is on offer",
                        "the model offered something or invited to a step in this run, and the account has something to give,"
                                + " is not one that the model says it spares, and in the end no safeguard stops its"
                                + " liquidation: on prices that are too old one may for ever",
                        "Liquity; Gauntlet: positions that no keeper takes become bad debt",
                        "Maker, 12 March 2020: vaults that stayed unsafe for want of keepers",
                        AuctionChecks.NobodyStaysUnsafe::new,
                        LIQUIDATION),
                history(
                        403,
                        "fallingPriceNeverRises",
                        "what an unchanged offer asks does not rise with time, and a clock never asks more than its top;"
                                + " on a lot a clock is set anew by a restart alone",
                        "an offer stood for a while; the prices that it refers to did not move and its account did not become"
                                + " healthier, or it goes by a clock",
                        "Maker dss, abaci.sol",
                        "",
                        AuctionChecks.NeverRises::new,
                        LIQUIDATION),
                history(
                        404,
                        "surplusIsNotKept",
                        "what liquidations bring goes to the account, the takers and the treasury: the mechanism takes"
                                + " nothing for less than it is worth, and keeps nothing when all is settled",
                        "bids were locked, or something was sold",
                        "Maker dss, clip.sol: what is left of a lot returns to its owner",
                        "",
                        KeepsNothing::new,
                        LIQUIDATION,
                        LOSS),
                history(
                        405,
                        "bestBidYieldsOnlyToABetterOne",
                        "a best bid gives way only to a better one, who was outbid has the money back, and the winner what"
                                + " it bid for",
                        "a bid was locked on an offer for the best bid",
                        "Maker dss, flip.sol and flop.sol: tend, dent, deal",
                        "",
                        BestBids::new,
                        LIQUIDATION,
                        LOSS),
                history(
                        406,
                        "lotTakesItsShareOfCollateral",
                        "a lot takes no greater share of an account's debt than of what stands behind it",
                        "a lot was seized from an account that holds something and owes no more than loans",
                        "Maker dss, dog.sol: dink = ink · dart ÷ art",
                        "",
                        () -> new FillWatch(AuctionChecks::takesItsShare),
                        LIQUIDATION),
                history(
                        407,
                        "bidsStandForTheirTime",
                        "bids are taken until the best one has stood for its stated time, or all bidding for its own; then the"
                                + " block ends with an invitation to settle with who leads, or to begin anew, and not before",
                        "the seller says how long bids stand and bidding lasts",
                        "Maker dss, flip.sol and flop.sol: ttl, tau, tick, deal",
                        "",
                        Biddings.InTime::new,
                        LIQUIDATION,
                        LOSS),
                history(
                        408,
                        "bidsImproveByTheirStep",
                        "the next bid that is asked for is better than the last by the stated step, to a unit, and what is given"
                                + " shrinks only once all that is wanted is bid",
                        "the seller states the step, and a bid stands",
                        "Maker dss, flip.sol and flop.sol: beg",
                        "",
                        Biddings.ByStep::new,
                        LIQUIDATION,
                        LOSS),
                history(
                        409,
                        "fallingPriceBeginsWhereStated",
                        "a falling price begins in the block in which it is set, at the stated multiple of the oracle's, to a"
                                + " billionth",
                        "the model states where its prices begin",
                        "Maker dss, clip.sol: buf",
                        "",
                        Falls.BeginsWhereStated::new,
                        LIQUIDATION),
                history(
                        410,
                        "fallingPriceBeginsAnewInTime",
                        "a falling price stands when a block ends until it is older than stated or lower than the stated share of"
                                + " its top; then somebody is invited to set it anew, and not before",
                        "the model states when its prices must be set anew",
                        "Maker dss, clip.sol: tail, cusp, redo",
                        "",
                        Falls.EndsWhereStated::new,
                        LIQUIDATION),
                history(
                        411,
                        "lotIsToRaiseItsDebtAndThePenalty",
                        "when a lot is first for sale, what is wanted for it is its debt and the stated penalty, to a unit of each",
                        "the model states its penalty and seizes lots",
                        "Maker dss, dog.sol: tab = due · chop",
                        "",
                        LotsOnSale.RaisesItsDebt::new,
                        LIQUIDATION),
                history(
                        412,
                        "noMoreIsOnSaleThanStated",
                        "what is wanted for all lots on sale is no more than the stated ceiling, and the remainder that may not be"
                                + " left",
                        "the model states a ceiling",
                        "Maker dss, cat.sol: box; dog.sol: Hole",
                        "",
                        LotsOnSale.WithinCeiling::new,
                        LIQUIDATION),
                history(
                        413,
                        "unsafeIsOnOfferAtOnce",
                        "whatever is unsafe when the actions of a block are over is on offer, or somebody is invited to kick it",
                        "the model says that it starts at once, and an unsafe account has something to give",
                        "Maker dss, cat.sol and dog.sol: bite and bark, open to everybody as soon as a vault is unsafe",
                        "Maker, 12 March 2020: vaults that stayed unsafe for want of keepers",
                        AtOnce::new,
                        LIQUIDATION),
                history(
                        414,
                        "lotIsBegunWhileThereIsRoom",
                        "a kick is refused for want of room only while less is left under the ceiling than stated, and never"
                                + " goes through then",
                        "the model states a ceiling, and an account was kicked that owes most of what it counts",
                        "Maker dss, cat.sol: box, dust; dog.sol: Hole",
                        "",
                        LotsOnSale.BegunWhileThereIsRoom::new,
                        LIQUIDATION),
                history(
                        415,
                        "lotHoldsWhatIsBidFor",
                        "while a best bid stands, its lot holds what it asks for and no more: what it spares is back with the"
                                + " account",
                        "a bid was locked on a lot that was seized",
                        "Maker dss, flip.sol: dent returns the difference at once",
                        "",
                        LotsOnSale.HoldsWhatIsBidFor::new,
                        LIQUIDATION),
                history(
                        416,
                        "fallingPriceHoldsAsLongAsItSays",
                        "a curve says for how much longer its price holds, and until then it does",
                        "something is on offer at a price that falls by a clock",
                        "design: the engine evaluates a price once for as long as it holds",
                        "",
                        () -> new Curves(Curves::holds),
                        LIQUIDATION,
                        LOSS),
                history(
                        420,
                        "standingPriceIsWhatItsAskSays",
                        "an ask that is asked anew says the price at which its offer stands",
                        "something is on offer",
                        "design: the engine evaluates a price once for as long as its ask says that it holds",
                        "",
                        StandingPrices::new,
                        LIQUIDATION,
                        LOSS),
                history(
                        417,
                        "fallingPriceHalvesWhenStated",
                        "a falling price is at a half of its top when its curve says, to a step",
                        "something is on offer at a price that falls by a clock, and its curve states its half-life",
                        "Maker dss, abaci.sol: tau, cut, step",
                        "",
                        () -> new Curves(Curves::halves),
                        LIQUIDATION,
                        LOSS),
                history(
                        418,
                        "batchCollectsForItsTime",
                        "a batch begins at the stated multiple of the oracle's price and takes bids for the stated time; then"
                                + " somebody is invited to settle it, and not before",
                        "the model states how long it collects, and lots of one pair are in one batch",
                        "Budish, Cramton and Shim, QJE 2015; Gnosis Protocol: batches of five minutes",
                        "",
                        Batches.InTime::new,
                        LIQUIDATION),
                history(
                        419,
                        "onePriceClearsABatch",
                        "all of a batch is sold at one price, the highest at which the money of those who would pay it is enough:"
                                + " who bid more pays with all of it, who bid less with none, what was not spent is back with the"
                                + " bidder, and only at the reserve a part is left",
                        "a batch was settled",
                        "Budish, Cramton and Shim, QJE 2015; Gnosis Protocol: uniform clearing prices",
                        "",
                        Batches.AtOnePrice::new,
                        LIQUIDATION));
    }

    private static Rule history(
            int number,
            String name,
            String sentence,
            String precondition,
            String source,
            String violation,
            Supplier<Watch> watch,
            Socket... families) {
        return Rule.watched(number, name, Kind.HISTORY, sentence, precondition, source, violation, watch, families);
    }
}
