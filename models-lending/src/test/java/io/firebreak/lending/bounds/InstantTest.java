package io.firebreak.lending.bounds;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Reason;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.lending.FakeVenueView;
import org.junit.jupiter.api.Test;

class InstantTest {
    private final FakeVenueView view = new FakeVenueView().price(ETH, "150");

    private void rule() {
        view.carryOut(new Instant().rule(Nothing.NOTHING, view.docket(VAULT)).orders());
    }

    @Test
    void theWholeDebtIsPaidAtTheOraclePrice() {
        view.loan(VAULT, units("10"), units("1200"));
        rule();
        assertThat(view.balance(VAULT, DAI)).isZero();
        assertThat(view.balance(VAULT, ETH)).isEqualTo(units("2"));
    }

    @Test
    void underwaterAllCollateralGoesAndTheRestIsStillOwed() {
        view.loan(VAULT, units("10"), units("1600"));
        rule();
        assertThat(view.balance(VAULT, ETH)).isZero();
        assertThat(view.balance(VAULT, DAI)).isEqualTo(-units("100"));
    }

    @Test
    void theAccountNeverGivesMoreThanItGets() {
        view.price(ETH, "7").loan(VAULT, 1_000, 100);
        rule();
        assertThat(view.balance(VAULT, ETH)).as("1000 − floor(100 / 7)").isEqualTo(986);
        assertThat(view.balance(VAULT, DAI)).as("all of it paid").isZero();
    }

    @Test
    void collateralThatJustSufficesPaysTheWholeDebt() {
        view.price(ETH, "7").loan(VAULT, 14, 100);
        rule();
        assertThat(view.balance(VAULT, ETH)).isZero();
        assertThat(view.balance(VAULT, DAI)).isZero();
    }

    @Test
    void whereNothingWouldBeGivenNothingIsFilled() {
        view.loan(VAULT, 10, 149);
        assertThat(new Instant().rule(Nothing.NOTHING, view.docket(VAULT)).orders())
                .isEmpty();
    }

    @Test
    void theBoundsTakeNoCalls() {
        Call kick = new Call.Kick(ALI, VAULT);
        assertThat(new Hold().answer(Nothing.NOTHING, kick, view).getLeft().reason())
                .isEqualTo(Reason.NOT_OFFERED);
        assertThat(new Instant().answer(Nothing.NOTHING, kick, view).getLeft().reason())
                .isEqualTo(Reason.NOT_OFFERED);
    }

    @Test
    void withoutAPriceNothingHappens() {
        FakeVenueView blind = new FakeVenueView().loan(VAULT, 10, 10);
        assertThat(new Instant().rule(Nothing.NOTHING, blind.docket(VAULT)).orders())
                .isEmpty();
    }

    @Test
    void holdDoesNothing() {
        view.loan(VAULT, units("10"), units("1600"));
        assertThat(new Hold().rule(Nothing.NOTHING, view.docket(VAULT)).orders())
                .isEmpty();
    }
}
