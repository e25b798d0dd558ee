package io.firebreak.lending.losses;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.BOB;
import static io.firebreak.lending.FakeVenueView.CAT;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.MKR;
import static io.firebreak.lending.FakeVenueView.POOL;
import static io.firebreak.lending.FakeVenueView.SELF;
import static io.firebreak.lending.FakeVenueView.TREASURY;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.Bearing.Outcome;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.lending.FakeVenueView;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
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

    private static Shortfall missing(String units) {
        return new Shortfall(new Parcel(DAI, units(units)), VAULT, List.empty());
    }

    private static long pays(Bearing<?> bearing) {
        return bearing.reversed()
                .map(order -> ((Order.Pay) order).parcel().units())
                .sum()
                .longValue();
    }

    @Test
    void aReservePaysItsShareOfAllThatEverWasThere() {
        view.give(TREASURY, DAI, units("1000"));
        Reserve reserve = new Reserve(Ratio.of("0.3"), Option.none());
        Bearing<TreeMap<Integer, Long>> first = reserve.bear(reserve.initial(), missing("500"), view);
        assertThat(first.outcome()).isEqualTo(Outcome.EXHAUSTED);
        assertThat(pays(first)).isEqualTo(units("300"));
        view.post(new Posting(TREASURY, VAULT, DAI, units("300"))).give(TREASURY, DAI, units("100"));
        Bearing<TreeMap<Integer, Long>> second = reserve.bear(first.state(), missing("30"), view);
        assertThat(second.outcome())
                .as("800 are there, 300 were paid: 30 % of 1100")
                .isEqualTo(Outcome.BORNE);
        assertThat(pays(second)).isEqualTo(units("30"));
        assertThat(reserve.bear(second.state(), missing("1"), view).outcome()).isEqualTo(Outcome.BORNE);
    }

    @Test
    void aReservePaysNoMoreThanItsLimit() {
        view.give(TREASURY, DAI, units("1000"));
        Reserve reserve = new Reserve(Ratio.ONE, Option.some(new Parcel(DAI, units("50"))));
        Bearing<TreeMap<Integer, Long>> first = reserve.bear(reserve.initial(), missing("40"), view);
        assertThat(first.outcome()).isEqualTo(Outcome.BORNE);
        Bearing<TreeMap<Integer, Long>> second = reserve.bear(first.state(), missing("40"), view);
        assertThat(second.outcome()).isEqualTo(Outcome.EXHAUSTED);
        assertThat(pays(second)).isEqualTo(units("10"));
        assertThat(reserve.paysFrom()).isEqualTo(LossModel.Purse.TREASURY);
    }

    @Test
    void aLimitInAnotherAssetDoesNotBindAReserve() {
        view.give(TREASURY, DAI, units("1000"));
        Reserve reserve = new Reserve(Ratio.ONE, Option.some(new Parcel(MKR, 1)));
        assertThat(reserve.bear(reserve.initial(), missing("1000"), view).outcome())
                .isEqualTo(Outcome.BORNE);
    }

    @Test
    void anIndebtedTreasuryHasNoReserve() {
        view.post(new Posting(TREASURY, VAULT, DAI, units("10")));
        Reserve reserve = new Reserve(Ratio.ONE, Option.none());
        Bearing<TreeMap<Integer, Long>> bearing = reserve.bear(reserve.initial(), missing("1"), view);
        assertThat(bearing.outcome()).isEqualTo(Outcome.EXHAUSTED);
        assertThat(bearing.reversed()).isEmpty();
    }

    @Test
    void lendersBearWhatTheyLent() {
        Socialise socialise = new Socialise();
        view.lentByPool().give(POOL, DAI, units("60"));
        Bearing<Nothing> all = socialise.bear(Nothing.NOTHING, missing("60"), view);
        assertThat(all.outcome()).isEqualTo(Outcome.BORNE);
        assertThat(pays(all)).isEqualTo(units("60"));
        Bearing<Nothing> more = socialise.bear(Nothing.NOTHING, missing("61"), view);
        assertThat(more.outcome()).isEqualTo(Outcome.EXHAUSTED);
        assertThat(pays(more)).isEqualTo(units("60"));
        assertThat(socialise.paysFrom()).isEqualTo(LossModel.Purse.LENDERS);
    }

    @Test
    void nobodyBearsWhatNobodyLent() {
        Bearing<Nothing> bearing = new Socialise().bear(Nothing.NOTHING, missing("60"), view);
        assertThat(bearing).isEqualTo(Bearing.of(Nothing.NOTHING, Outcome.EXHAUSTED));
    }

    @Test
    void estatesAreSharedOutByWhatTheyHold() {
        view.give(ALI, ETH, units("2")).give(BOB, DAI, units("3"));
        Parcel missing = new Parcel(DAI, units("100"));
        Bearing<Nothing> bearing =
                new Redistribute().bear(Nothing.NOTHING, new Shortfall(missing, POOL, List.of(ALI, BOB, CAT)), view);
        assertThat(bearing.outcome()).isEqualTo(Outcome.EXHAUSTED);
        assertThat(bearing.reversed().reverse())
                .containsExactly(new Order.ShareOut(ALI, missing, ETH), new Order.ShareOut(BOB, missing, DAI));
    }
}
