package io.firebreak.lending.safeguards;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.LOAN;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Verdict;
import io.firebreak.lending.FakeVenueView;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PriceHaltTest {
    private static final Proposal KICK = new Proposal.Liquidation(new Call.Kick(ALI, VAULT), false);
    private final PriceHalt halt = new PriceHalt(Ratio.of("0.15"), Duration.ofMinutes(10), Duration.ofHours(1));
    private final FakeVenueView view = new FakeVenueView();
    private PriceWatch state = halt.initial();

    private void see(long second, String price) {
        state = halt.observe(state, view.at(second).price(ETH, price));
    }

    private boolean allows(Proposal proposal) {
        return halt.judge(state, proposal, view).equals(Verdict.ALLOW);
    }

    @Test
    void aFastFallStopsKicksForAnHour() {
        see(0, "200");
        see(500, "170.01");
        assertThat(allows(KICK)).isTrue();
        see(599, "170");
        assertThat(allows(KICK)).isFalse();
        see(599 + 3599, "170");
        assertThat(allows(KICK)).isFalse();
        see(599 + 3600, "170");
        assertThat(allows(KICK)).isTrue();
    }

    @Test
    void aSlowFallDoesNot() {
        see(0, "200");
        see(300, "180");
        see(900, "160");
        see(1500, "140");
        assertThat(allows(KICK)).isTrue();
    }

    @Test
    void aPriceThatStoodForLongCountsUntilItWasReplaced() {
        see(0, "166.465");
        see(36_000, "136.747819");
        assertThat(allows(KICK)).isFalse();
    }

    @Test
    void oneMoveStartsOneHalt() {
        see(0, "200");
        see(60, "160");
        long end = state.haltEndMillis();
        see(120, "160");
        see(180, "159");
        assertThat(state.haltEndMillis()).isEqualTo(end);
    }

    @Test
    void lotsAreSoldOnAndRepaymentsStayOpen() {
        see(0, "200");
        see(60, "160");
        assertThat(allows(new Proposal.Liquidation(new Call.Settle(ALI, VAULT), true)))
                .isTrue();
        assertThat(allows(new Proposal.Liquidation(new Call.Kick(ALI, VAULT), true)))
                .isTrue();
        assertThat(allows(new Proposal.UserAction(ALI, new Action.Repay(new VenueRef("maker"), ETH, Quantity.all()))))
                .isTrue();
    }

    @Test
    void takesOnAccountsStopAndTakesOnLotsDoNot() {
        see(0, "200");
        Ask ask = new Ask.OverOracle(Ratio.ZERO);
        StandingOffer offer =
                new StandingOffer(VAULT, LOAN, 1, 1, ask, ask.price(LOAN, view).get());
        Call bid = new Call.Bid(ALI, VAULT, offer, 1, 1);
        see(60, "160");
        assertThat(allows(new Proposal.Liquidation(bid, false))).isFalse();
        assertThat(allows(new Proposal.Liquidation(bid, true))).isTrue();
        assertThat(allows(new Proposal.Liquidation(new Call.Settle(ALI, VAULT), false)))
                .isTrue();
    }

    @Test
    void aPriceThatStandsIsRememberedOnce() {
        see(0, "200");
        PriceWatch before = state;
        see(60, "200");
        assertThat(state).isEqualTo(before);
    }
}
