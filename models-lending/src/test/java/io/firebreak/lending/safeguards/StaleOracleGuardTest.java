package io.firebreak.lending.safeguards;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.LOAN;
import static io.firebreak.lending.FakeVenueView.MKR;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Verdict;
import io.firebreak.lending.FakeVenueView;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A limit of an hour, prices of the first second. */
class StaleOracleGuardTest {
    private static final VenueRef VENUE = new VenueRef("maker");
    private final StaleOracleGuard guard = new StaleOracleGuard(Duration.ofHours(1));
    private final FakeVenueView view =
            new FakeVenueView().price(ETH, "200").loan(VAULT, 10, 5).observedAt(0);
    private final AccountId hers = view.marginAccount(ALI);

    private boolean allows(Proposal proposal) {
        return guard.judge(Nothing.NOTHING, proposal, view).equals(Verdict.ALLOW);
    }

    private boolean allows(Action action) {
        return allows(new Proposal.UserAction(ALI, action));
    }

    private static Proposal on(boolean lot, Call call) {
        return new Proposal.Liquidation(call, lot);
    }

    private Call bid() {
        Ask ask = new Ask.OverOracle(Ratio.ZERO);
        return new Call.Bid(
                ALI,
                VAULT,
                new StandingOffer(VAULT, LOAN, 1, 1, ask, ask.price(LOAN, view).get()),
                1,
                1);
    }

    private static Action borrow() {
        return new Action.Borrow(VENUE, DAI, Quantity.of(1));
    }

    private static Action withdraw() {
        return new Action.Withdraw(VENUE, ETH, Quantity.of(1));
    }

    @Test
    void aPriceIsTooOldWhenItsAgeExceedsTheLimit() {
        view.at(3600);
        assertThat(allows(borrow())).isTrue();
        view.atMillis(3_600_001);
        assertThat(allows(borrow())).isFalse();
    }

    @Test
    void liquidationsStopAndLotsAreSoldOn() {
        view.at(7200);
        assertThat(allows(on(false, new Call.Kick(ALI, VAULT)))).isFalse();
        assertThat(allows(on(false, bid()))).isFalse();
        assertThat(allows(on(true, bid()))).isTrue();
        assertThat(allows(on(true, new Call.Settle(ALI, VAULT)))).isTrue();
        assertThat(allows(on(true, new Call.Restart(ALI, VAULT))))
                .as("a restart asks the oracle")
                .isFalse();
    }

    @Test
    void freshPricesStopNothing() {
        view.at(10);
        assertThat(allows(on(false, new Call.Kick(ALI, VAULT)))).isTrue();
        assertThat(allows(on(false, bid()))).isTrue();
        assertThat(allows(on(true, new Call.Restart(ALI, VAULT)))).isTrue();
        assertThat(allows(withdraw())).isTrue();
    }

    @Test
    void whoOwesNothingWithdraws() {
        view.at(7200);
        assertThat(allows(withdraw())).isTrue();
        view.loan(hers, 10, 5);
        assertThat(allows(withdraw())).isFalse();
    }

    @Test
    void repaymentsAndDepositsAreNeverStopped() {
        view.at(7200).loan(hers, 10, 5);
        assertThat(allows(new Action.Repay(VENUE, DAI, Quantity.all()))).isTrue();
        assertThat(allows(new Action.Deposit(VENUE, ETH, Quantity.all()))).isTrue();
        assertThat(allows(new Proposal.LossStep(0))).isTrue();
    }

    @Test
    void contractsAreNotTradedOnOldPrices() {
        Action trade = new Action.Trade(VENUE, ETH, 1);
        assertThat(allows(trade)).isTrue();
        view.at(7200);
        assertThat(allows(trade)).isFalse();
    }

    @Test
    void aPriceThatIsNeededByNobodyHereStopsNobody() {
        view.withoutPrice(ETH).withoutPrice(MKR);
        assertThat(allows(borrow())).as("she holds no ETH").isTrue();
        assertThat(allows(new Action.Borrow(VENUE, MKR, Quantity.of(1))))
                .as("not an asset of this venue")
                .isTrue();
        view.give(hers, ETH, 1);
        assertThat(allows(borrow())).as("no price is too old").isFalse();
    }
}
