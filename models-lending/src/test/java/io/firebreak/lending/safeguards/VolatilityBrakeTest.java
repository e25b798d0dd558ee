package io.firebreak.lending.safeguards;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.BOB;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Verdict;
import io.firebreak.lending.FakeVenueView;
import io.vavr.collection.TreeMap;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Limit up, limit down: bands of 5, 10 and 20 % around the mean of five minutes, which is set anew where it moved by 1 % and
 * 30 s have passed; 15 s at the limit start a pause of 5 minutes.
 */
class VolatilityBrakeTest {
    private static final Proposal KICK = new Proposal.Liquidation(new Call.Kick(ALI, VAULT), false);
    private final FakeVenueView view = new FakeVenueView().loan(VAULT, 10, 5);
    private VolatilityBrake brake = brake("0.05");
    private TreeMap<Integer, VolatilityBrake.Band> state = brake.initial();

    private static VolatilityBrake brake(String band) {
        return new VolatilityBrake(
                Ratio.of(band),
                Duration.ofMinutes(5),
                Ratio.of("0.01"),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                Duration.ofMinutes(5));
    }

    private void see(long second, String price) {
        state = brake.observe(state, view.at(second).price(ETH, price));
    }

    private boolean allows(Proposal proposal) {
        return brake.judge(state, proposal, view).equals(Verdict.ALLOW);
    }

    private Decimal reference() {
        return state.get(ETH.index()).get().reference();
    }

    @ParameterizedTest
    @CsvSource({"0.05, 1900.01, 1900", "0.05, 2099.99, 2100", "0.1, 1800.01, 1800", "0.2, 1600.01, 1600"})
    void theLimitIsTheBandItself(String band, String inside, String at) {
        brake = brake(band);
        see(0, "2000");
        see(1, inside);
        assertThat(allows(KICK)).isTrue();
        see(2, at);
        assertThat(allows(KICK)).isFalse();
    }

    @Test
    void aPriceThatComesBackWithinFifteenSecondsPausesNothing() {
        see(0, "2000");
        see(100, "1900");
        see(114, "1899");
        assertThat(allows(KICK)).isFalse();
        see(115, "1901");
        assertThat(allows(KICK)).isTrue();
        see(116, "1900");
        see(130, "1900");
        see(131, "1901");
        assertThat(allows(KICK)).as("each time anew").isTrue();
    }

    @Test
    void fifteenSecondsAtTheLimitStartAPauseOfFiveMinutes() {
        see(0, "2000");
        see(100, "1900");
        see(115, "1900");
        see(116, "2000");
        assertThat(allows(KICK)).as("a pause goes on when the price comes back").isFalse();
        see(414, "2000");
        assertThat(allows(KICK)).isFalse();
        see(415, "1700");
        assertThat(allows(KICK)).as("and ends").isTrue();
        assertThat(reference()).as("at the price of that time").isEqualTo(Decimal.of(1700));
    }

    @Test
    void theReferenceIsTheMeanOfFiveMinutesByTime() {
        see(0, "2000");
        see(150, "1960");
        see(224, "1960");
        assertThat(reference()).isEqualTo(Decimal.of(2000));
        see(300, "1960");
        assertThat(reference()).as("half the time at each").isEqualTo(Decimal.of(1980));
        see(440, "1960");
        assertThat(reference()).as("1961.33 is less than 1 % off").isEqualTo(Decimal.of(1980));
        see(599, "1960");
        assertThat(reference()).isEqualTo(Decimal.of(1960));
    }

    @Test
    void theReferenceIsSetAnewWhereTheMeanMovedByOnePerCent() {
        see(0, "100");
        see(1, "98");
        see(300, "98");
        assertThat(reference()).as("98.0067 is 2 % less").isEqualTo(Decimal.of("98.006666666666667"));
    }

    @Test
    void exactlyOnePerCentIsEnough() {
        see(0, "100");
        see(150, "98");
        see(299, "98");
        assertThat(reference()).isEqualTo(Decimal.of(100));
        see(300, "98");
        assertThat(reference()).isEqualTo(Decimal.of(99));
    }

    @Test
    void aReferenceStandsForThirtySeconds() {
        see(0, "100");
        see(1, "96");
        see(29, "96");
        assertThat(reference()).isEqualTo(Decimal.of(100));
        see(30, "96");
        assertThat(reference().toDouble()).isBetween(96.1, 96.2);
    }

    @Test
    void atTheLimitTheReferenceStandsStill() {
        brake = new VolatilityBrake(
                Ratio.of("0.05"),
                Duration.ofSeconds(1),
                Ratio.of("0.01"),
                Duration.ZERO,
                Duration.ofDays(1),
                Duration.ofMinutes(5));
        see(0, "100");
        see(10, "95");
        see(20, "95");
        see(30, "95");
        assertThat(reference()).isEqualTo(Decimal.of(100));
        assertThat(allows(KICK)).isFalse();
        see(40, "95.1");
        assertThat(reference()).isEqualTo(Decimal.of(95));
    }

    @Test
    void anAccountWithoutTheAssetIsNotStopped() {
        see(0, "2000");
        see(100, "1900");
        AccountId other = view.marginAccount(BOB);
        view.give(other, DAI, 5);
        assertThat(allows(new Proposal.Liquidation(new Call.Kick(ALI, other), false)))
                .isTrue();
    }

    @Test
    void lotsAreSoldOnAndRepaymentsStayOpen() {
        see(0, "2000");
        see(100, "1900");
        assertThat(allows(new Proposal.Liquidation(new Call.Kick(ALI, VAULT), true)))
                .isTrue();
        assertThat(allows(new Proposal.UserAction(ALI, new Action.Repay(new VenueRef("maker"), DAI, Quantity.all()))))
                .isTrue();
    }
}
