package io.firebreak.testkit.liar.liquidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.venue.Venue;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.kit.Campaign;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.liar.Liar;
import io.firebreak.testkit.world.Companions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiquidationLiarsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource({"liquidations", "venues", "margins"})
    void isRejected(Liar liar) {
        liar.isRejected();
    }

    @Test
    void anHonestAuctionForTheBestBidPasses() {
        LiquidationModel<?> honest = new EnglishLiars.HonestEnglish();
        Subject subject = liquidation(0, honest).subject();
        assertThat(new Campaign(subject, Catalogue.all().filter(rule -> rule.number() < 500))
                        .run(new Campaign.Effort(100, 1))
                        .broken())
                .isEmpty();
    }

    @Test
    void whoseAskThrowsIsNamedWhoeverLooksAtIt() {
        Subject subject =
                liquidation(113, new SpreadLiars.AsksWhatItCannotCount()).subject();
        assertThat(new Campaign(subject, Catalogue.all().filter(rule -> rule.number() < 200))
                        .run(new Campaign.Effort(20, 1))
                        .broken()
                        .single()
                        .breach()
                        .detail())
                .startsWith("venue.liquidation: rule 113");
    }

    static Stream<Liar> liquidations() {
        return Stream.of(
                liquidation(102, new SpreadLiars.PaysWhatItDoesNotHave()),
                liquidation(103, new SpreadLiars.PenaltyBeyondThePay()),
                liquidation(104, new SpreadLiars.SeizesMoreThanTheCollateral()),
                liquidation(105, new SpreadLiars.LiquidatesTheHealthy()),
                liquidation(106, new SpreadLiars.RepaysMoreThanIsOwed()),
                liquidation(107, new SpreadLiars.PaysFromAStranger()),
                liquidation(109, new AuctionLiars.SeizesIntoAUsedLot()),
                liquidation(109, new AuctionLiars.ClosesTwice()),
                liquidation(112, new SpreadLiars.NeverComesToRest()),
                liquidation(113, new SpreadLiars.ThrowsOnLargeBids()),
                liquidation(113, new SpreadLiars.AsksWhatItCannotCount()),
                liquidation(113, new SpreadLiars.LimitsWhatItCannotCount()),
                liquidation(302, new SpreadLiars.KeepsHalfOfWhatIsPaid()),
                liquidation(302, new SpreadLiars.GivesMoreThanItLends()),
                liquidation(402, new SpreadLiars.AsksTooMuch()),
                liquidation(420, new SpreadLiars.SaysThatItsPriceHolds()),
                liquidation(303, new SpreadLiars.GivesMoreThanItsBonus(), 302),
                liquidation(304, new SpreadLiars.FillsBeyondItsOffer()),
                liquidation(305, new SpreadLiars.RoundsForTheTaker()),
                liquidation(306, new SpreadLiars.IgnoresWhatIsBid()),
                liquidation(306, new SpreadLiars.MakesTheCallerPayTwice()),
                liquidation(307, new SpreadLiars.PenaltyBeyondTheDebtCleared(), 302),
                liquidation(307, new SpreadLiars.PenaltyBeyondWhatIsStated()),
                liquidation(308, new AuctionLiars.LeavesCrumbs()),
                liquidation(309, new SpreadLiars.PenaltyBeforeDebt()),
                liquidation(310, new SpreadLiars.SellsToTheLargeAlone()),
                liquidation(311, new SpreadLiars.SellsHalfOfWhatIsBid()),
                liquidation(312, new StatementLiars.TakesLessThanItAsks()),
                liquidation(313, new StatementLiars.InvitesTooEarly()),
                liquidation(314, new StatementLiars.GivesLessThanItsBonus()),
                liquidation(315, new StatementLiars.OffersLessThanItSays()),
                liquidation(316, new StatementLiars.PaysNothingForAKick()),
                liquidation(317, new StatementLiars.KeepsTheReward()),
                liquidation(318, new TermsLiars.OffersMoreThanItSays()),
                liquidation(319, new TermsLiars.GivesItsMostAtAnyHealth()),
                liquidation(320, new TermsLiars.TakesNoFee()),
                liquidation(321, new TermsLiars.LeavesLessThanItSays()),
                liquidation(322, new TermsLiars.OpensBeforeItsTime()),
                liquidation(323, new TermsLiars.HitsEverybody()),
                liquidation(324, new StatementLiars.TakesAllAlong()),
                liquidation(401, new AuctionLiars.NeverCloses()),
                liquidation(401, new AuctionLiars.ForgetsToRestart()),
                liquidation(402, new SpreadLiars.OffersOnce()),
                liquidation(403, new SpreadLiars.PriceRises(), 302),
                liquidation(403, new AuctionLiars.RestartsByItself()),
                liquidation(404, new AuctionLiars.KeepsTheSurplus(), 305),
                liquidation(405, new EnglishLiars.KeepsTheMoneyOfTheOutbid(), 404),
                liquidation(405, new EnglishLiars.TakesBidsThatAreNoBetter()),
                liquidation(405, new EnglishLiars.LotGoesToWhoeverSettles()),
                liquidation(406, new AuctionLiars.SeizesHalfTheCollateral()),
                liquidation(407, new StatementLiars.EndsBeforeItsTime()),
                liquidation(408, new StatementLiars.RisesByLessThanItsStep(), 407),
                liquidation(409, new StatementLiars.BeginsHigher(), 410),
                liquidation(410, new StatementLiars.FallsForTooLong()),
                liquidation(411, new StatementLiars.AsksForTheDebtAlone()),
                liquidation(412, new StatementLiars.SellsBeyondItsCeiling(), 414),
                liquidation(413, new StatementLiars.NeverStarts()),
                liquidation(414, new StatementLiars.BeginsWithoutRoom()),
                liquidation(415, new EnglishLiars.KeepsWhatIsNotBidFor()),
                liquidation(416, new StatementLiars.FallsWhileItHolds(), 401, 420),
                liquidation(417, new StatementLiars.HalvesLater()),
                liquidation(418, new BatchLiars.ClosesEarly(), 307, 310, 419),
                liquidation(419, new BatchLiars.SellsAtTheReserve(), 307, 310),
                liquidation(608, new SpreadLiars.HasNoState()));
    }

    static Stream<Liar> venues() {
        return Stream.of(
                venue(110, new LoanLiars.DebitsAStranger()),
                venue(110, new LoanLiars.SettlesWithAStrangersMoney()),
                venue(202, new LoanLiars.HidesADebt()),
                venue(203, new LoanLiars.LendsWithoutADebt(), 351),
                venue(205, new LoanLiars.InterestFromNowhere()));
    }

    static Stream<Liar> margins() {
        MarginModel strict = new LoanLiars.SaysSafeAndWeighsUnsafe();
        return Stream.of(
                Liar.of(301, Socket.MARGIN, strict, Companions.loan().with(strict), 204, 362),
                Liar.of(
                        204,
                        Socket.MARGIN,
                        strict,
                        Companions.loan().with(strict).with(new SpreadLiars.OffersAndRefuses()),
                        362));
    }

    private static Liar liquidation(int rule, LiquidationModel<?> model, Integer... besides) {
        return Liar.of(rule, Socket.LIQUIDATION, model, Companions.loan().with(model), besides);
    }

    private static Liar venue(int rule, Venue<?> venue, Integer... besides) {
        return Liar.of(rule, Socket.VENUE, venue, Companions.around(venue), besides);
    }
}
