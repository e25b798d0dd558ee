package io.firebreak.testkit.liar.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.plugin.Mechanism;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.core.economy.AgentGroup;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.kit.Campaign;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.liar.Liar;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Composition;
import io.firebreak.testkit.world.Setting;
import org.junit.jupiter.api.Test;

/** The kit rejects each by its rule, within its usual number of tries, and shows a script of at most six actions. */
class VenueLiarsTest {
    @Test
    void rule113_rejects_AnswersNull() {
        rejected(113, new GuardLiars.AnswersNull());
    }

    @Test
    void rule115_rejects_ShowsZero() {
        rejected(115, new OracleLiars.ShowsZero());
    }

    @Test
    void rule115_rejects_FallsBelowNothing() {
        OracleLiars.FallsBelowNothing path = new OracleLiars.FallsBelowNothing();
        rejected(115, Socket.PRICE, path, Companions.loan().with(path));
    }

    @Test
    void rule231_rejects_LendsFromNothing() {
        rejected(231, empty(new LendingLiars.LendsFromNothing()));
    }

    @Test
    void rule232_rejects_MintsForItself() {
        rejected(232, Composition.of(new Bridge(Bridge.Fault.MINTS_FOR_ITSELF)));
    }

    @Test
    void anHonestBridgePasses() {
        Bridge bridge = new Bridge(Bridge.Fault.NONE);
        Subject subject = new Subject("bridge", Socket.VENUE, bridge, Composition.of(bridge));
        assertThat(new Campaign(subject, Catalogue.all())
                        .run(Campaign.Effort.STANDARD)
                        .broken())
                .isEmpty();
    }

    @Test
    void rule233_rejects_CountsTooMuch() {
        MarginLiars.CountsTooMuch liar = new MarginLiars.CountsTooMuch();
        Liar.of(233, Socket.MARGIN, liar, Companions.loan().with(liar), 373).isRejected();
    }

    @Test
    void rule351_rejects_RoundsDepositsUp() {
        rejected(351, exchange(new TradeLiars.RoundsDepositsUp()));
    }

    @Test
    void rule352_rejects_ChargesStrangers() {
        rejected(352, loans(new LendingLiars.ChargesStrangers()));
    }

    @Test
    void rule369_rejects_LetsTheCapitalGo() {
        rejected(369, loans(new CoverLiars.LetsTheCapitalGo()));
    }

    @Test
    void rule370_rejects_EarnsNoPremium() {
        rejected(370, loans(new CoverLiars.EarnsNoPremium()));
    }

    @Test
    void rule371_rejects_LooksOn() {
        StandbyLiars.LooksOn liar = new StandbyLiars.LooksOn();
        rejected(371, Socket.VENUE, liar, Companions.loan().beside(liar));
    }

    @Test
    void rule372_rejects_FirstComeFirstServed() {
        StandbyLiars.FirstComeFirstServed liar = new StandbyLiars.FirstComeFirstServed();
        rejected(372, Socket.VENUE, liar, Companions.loan().beside(liar));
    }

    @Test
    void rule353_rejects_RepaysItself() {
        rejected(353, loans(new LendingLiars.RepaysItself()));
    }

    @Test
    void rule354_rejects_LendsOnDeposit() {
        rejected(354, loans(new LendingLiars.LendsOnDeposit()));
    }

    @Test
    void rule355_rejects_IgnoresImpact() {
        rejected(355, pool(new TradeLiars.IgnoresImpact()));
    }

    @Test
    void rule356_rejects_LetsTheFirstSteal() {
        rejected(356, empty(new LendingLiars.LetsTheFirstSteal()));
    }

    @Test
    void rule357_rejects_QuotesWithoutFee() {
        rejected(357, pool(new TradeLiars.QuotesWithoutFee()));
    }

    @Test
    void rule358_rejects_KeepsFunding() {
        rejected(358, exchange(new TradeLiars.KeepsFunding()));
    }

    @Test
    void rule359_rejects_TakesAllOffered() {
        rejected(359, loans(new LendingLiars.TakesAllOffered()));
    }

    @Test
    void rule360_rejects_ForgetsPayments() {
        rejected(360, loans(new LendingLiars.ForgetsPayments()));
    }

    @Test
    void rule361_rejects_LikesDebt() {
        rejected(361, new MarginLiars.LikesDebt());
    }

    @Test
    void rule362_rejects_SaysOtherwise() {
        rejected(362, new MarginLiars.SaysOtherwise());
    }

    @Test
    void rule363_rejects_LendsToTheUnsafe() {
        rejected(363, new MarginLiars.LendsToTheUnsafe());
    }

    @Test
    void rule364_rejects_ChargesTheDebtFree() {
        rejected(364, new MarginLiars.ChargesTheDebtFree());
    }

    @Test
    void rule365_rejects_ChargesThoseInside() {
        rejected(365, pool(new TradeLiars.ChargesThoseInside()));
    }

    @Test
    void rule366_rejects_CheaperInBulk() {
        rejected(366, pool(new TradeLiars.CheaperInBulk()));
    }

    @Test
    void rule368_rejects_PaysUnrealisedProfit() {
        rejected(368, exchange(new TradeLiars.PaysUnrealisedProfit()));
    }

    @Test
    void rule373_rejects_OverlooksSmallDebts() {
        rejected(373, new MarginLiars.OverlooksSmallDebts());
    }

    @Test
    void rule374_rejects_ForgetsItsLoans() {
        FlashLiars.ForgetsItsLoans liar = new FlashLiars.ForgetsItsLoans();
        rejected(374, Composition.of(liar).seeded(seed("reserve", Setting.USD, 10_000_000_000_000L)));
    }

    @Test
    void rule391_rejects_StopsRepaymentsInAHaltOfAll() {
        rejected(391, new GuardLiars.StopsRepayments(true));
    }

    @Test
    void rule391_rejects_StopsRepayments() {
        rejected(391, new GuardLiars.StopsRepayments(false));
    }

    @Test
    void rule392_rejects_StretchedByDeposits() {
        rejected(392, new GuardLiars.StretchedByDeposits());
    }

    @Test
    void rule394_rejects_NeverEnds() {
        rejected(394, new GuardLiars.NeverEnds());
    }

    @Test
    void rule395_rejects_NeverHalts() {
        rejected(395, new GuardLiars.NeverHalts());
    }

    @Test
    void rule396_rejects_CapsNothing() {
        rejected(396, new GuardLiars.CapsNothing());
    }

    @Test
    void rule396_rejects_CapsTooMuch() {
        rejected(396, new GuardLiars.CapsTooMuch());
    }

    @Test
    void rule397_rejects_TrustsOldPrices() {
        rejected(397, new GuardLiars.TrustsOldPrices());
    }

    @Test
    void rule398_rejects_ClosesAtOnce() {
        rejected(398, new GuardLiars.ClosesAtOnce());
    }

    @Test
    void rule398_rejects_TripsAtTheLimit() {
        rejected(398, new GuardLiars.TripsAtTheLimit());
    }

    @Test
    void rule399_rejects_HasNoBand() {
        rejected(399, new GuardLiars.HasNoBand());
    }

    @Test
    void rule471_rejects_DatesAhead() {
        rejected(471, new OracleLiars.DatesAhead());
    }

    @Test
    void rule472_rejects_GoesBack() {
        rejected(472, new OracleLiars.GoesBack());
    }

    @Test
    void rule473_rejects_DatesNow() {
        rejected(473, new OracleLiars.DatesNow());
    }

    @Test
    void rule474_rejects_MissesItsHeartbeat() {
        rejected(474, new OracleLiars.MissesItsHeartbeat());
    }

    @Test
    void rule478_rejects_KeepsMessages() {
        rejected(478, Composition.of(new Bridge(Bridge.Fault.KEEPS_MESSAGES)));
    }

    @Test
    void rule481_rejects_BidsLessThanNothing() {
        BidsLessThanNothing agent = new BidsLessThanNothing();
        rejected(481, Socket.AGENT, agent, Companions.loan().with(new AgentGroup("agents", agent)));
    }

    private static Composition loans(Like.Loan venue) {
        return empty(venue).seeded(seed("reserve", Setting.USD, 10_000_000_000_000L));
    }

    private static Composition empty(Like.Loan venue) {
        return Composition.of(venue)
                .with(Companions.loan().liquidation().get())
                .with(Companions.loan().losses().head());
    }

    private static Composition exchange(Like.Perp venue) {
        return Composition.of(venue)
                .with(Companions.perp().liquidation().get())
                .with(Companions.perp().losses().head())
                .seeded(seed("pool", Setting.USD, 10_000_000_000_000L));
    }

    private static Composition pool(Like.Pool venue) {
        return Composition.of(venue)
                .seeded(seed("pool", Setting.ETH, 1_000_000_000_000L))
                .seeded(seed("pool", Setting.USD, 2_000_000_000_000L));
    }

    private static VenueSpec.SeedBalance seed(String account, Asset asset, long units) {
        return new VenueSpec.SeedBalance(account, new Parcel(asset, units));
    }

    private static void rejected(int rule, MarginModel liar) {
        rejected(rule, Socket.MARGIN, liar, Companions.loan().with(liar));
    }

    private static void rejected(int rule, Safeguard<?> liar) {
        rejected(rule, Socket.SAFEGUARD, liar, Companions.loan().with(liar));
    }

    private static void rejected(int rule, OracleModel<?> liar) {
        rejected(rule, Socket.ORACLE, liar, Companions.loan().with(liar));
    }

    private static void rejected(int rule, Composition composition) {
        rejected(rule, Socket.VENUE, composition.venue(), composition);
    }

    private static void rejected(int rule, Socket socket, Mechanism liar, Composition composition) {
        Liar.of(rule, socket, liar, composition).isRejected();
    }
}
