package io.firebreak.lending.losses;

import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.MKR;
import static io.firebreak.lending.FakeVenueView.POOL;
import static io.firebreak.lending.FakeVenueView.SELF;
import static io.firebreak.lending.FakeVenueView.TREASURY;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.Bearing.Outcome;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.lending.FakeVenueView;
import io.vavr.collection.List;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class LossLayersTest {
    private static final Shortfall HUNDRED = new Shortfall(new Parcel(DAI, units("100")), POOL, List.empty());
    private final FakeVenueView view = new FakeVenueView();

    private static Order paid(String units) {
        return new Order.Pay(POOL, new Parcel(DAI, units(units)));
    }

    @Test
    void surplusPaysDownToItsFloor() {
        view.give(TREASURY, DAI, units("130"));
        SurplusBuffer buffer = new SurplusBuffer(Option.some(new Parcel(DAI, units("50"))));
        Bearing<Nothing> bearing = buffer.bear(buffer.initial(), HUNDRED, view);
        assertThat(bearing.outcome()).isEqualTo(Outcome.EXHAUSTED);
        assertThat(bearing.reversed()).containsExactly(paid("80"));
    }

    @Test
    void surplusThatSufficesBearsAll() {
        view.give(TREASURY, DAI, units("100"));
        SurplusBuffer buffer = new SurplusBuffer(Option.none());
        Bearing<Nothing> bearing = buffer.bear(buffer.initial(), HUNDRED, view);
        assertThat(bearing.outcome()).isEqualTo(Outcome.BORNE);
        assertThat(bearing.reversed()).containsExactly(paid("100"));
    }

    @Test
    void aTreasuryInDebtPaysNothing() {
        view.give(TREASURY, DAI, 0);
        SurplusBuffer buffer = new SurplusBuffer(Option.some(new Parcel(DAI, 1)));
        Bearing<Nothing> bearing = buffer.bear(buffer.initial(), HUNDRED, view);
        assertThat(bearing.outcome()).isEqualTo(Outcome.EXHAUSTED);
        assertThat(bearing.reversed()).isEmpty();
    }

    @Test
    void aFloorOfAnotherAssetHoldsNothingBack() {
        view.give(TREASURY, DAI, units("100"));
        SurplusBuffer buffer = new SurplusBuffer(Option.some(new Parcel(MKR, units("50"))));
        assertThat(buffer.bear(buffer.initial(), HUNDRED, view).outcome()).isEqualTo(Outcome.BORNE);
    }

    @Test
    void theFundPaysUntilItIsEmpty() {
        InsuranceFund fund = new InsuranceFund(new Parcel(DAI, units("30")));
        fund.endowment().forEach(parcel -> view.give(SELF, parcel.asset(), parcel.units()));
        Bearing<Nothing> bearing = fund.bear(fund.initial(), HUNDRED, view);
        assertThat(bearing.outcome()).isEqualTo(Outcome.EXHAUSTED);
        assertThat(bearing.reversed()).containsExactly(paid("30"));
    }
}
