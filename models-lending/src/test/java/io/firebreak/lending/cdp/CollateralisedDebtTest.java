package io.firebreak.lending.cdp;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.BOB;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.POOL;
import static io.firebreak.lending.FakeVenueView.SHARES;
import static io.firebreak.lending.FakeVenueView.TREASURY;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.venue.Step;
import io.firebreak.lending.FakeVenueView;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class CollateralisedDebtTest {
    private static final VenueRef HERE = new VenueRef("maker");
    private final CollateralisedDebt venue = new CollateralisedDebt(
            ETH,
            DAI,
            new OracleRef("eth"),
            Ratio.of("1.5"),
            Rate.perYear("0.08"),
            Option.some(new Parcel(DAI, units("100000"))),
            Option.some(new Parcel(DAI, units("20"))));
    private final FakeVenueView view = new FakeVenueView()
            .inShares()
            .price(ETH, "150")
            .give(ALI, ETH, units("1000"))
            .give(BOB, ETH, units("1000"));
    private StabilityFee state = venue.initial();

    private Option<Reason> act(AccountId sender, Action.AtVenue action) {
        Either<Rejection, Step<StabilityFee>> answer = venue.act(state, sender, action, view);
        answer.forEach(this::accept);
        return answer.swap().map(Rejection::reason).toOption();
    }

    private void accept(Step<StabilityFee> step) {
        state = step.state();
        step.reversed().reverse().forEach(view::post);
    }

    private void advance(long millis) {
        accept(venue.advance(state, view.stepOf(millis)));
    }

    private static Action.AtVenue deposit(String whole) {
        return new Action.Deposit(HERE, ETH, Quantity.of(units(whole)));
    }

    private static Action.AtVenue withdraw(Quantity quantity) {
        return new Action.Withdraw(HERE, ETH, quantity);
    }

    private static Action.AtVenue borrow(long units) {
        return new Action.Borrow(HERE, DAI, Quantity.of(units));
    }

    private static Action.AtVenue repay(Quantity quantity) {
        return new Action.Repay(HERE, DAI, quantity);
    }

    private long owed(AccountId wallet) {
        return -view.holding(view.marginAccount(wallet), DAI);
    }

    @Example
    void debtMayBeDrawnUpToTheRatioAndNotAUnitMore() {
        act(ALI, deposit("15"));
        assertThat(act(ALI, borrow(units("1500") + 1))).contains(Reason.UNSAFE_AFTERWARDS);
        assertThat(act(ALI, borrow(units("1500")))).isEmpty();
        assertThat(view.balance(ALI, DAI)).isEqualTo(units("1500"));
        assertThat(act(ALI, withdraw(Quantity.of(1)))).contains(Reason.UNSAFE_AFTERWARDS);
    }

    @Example
    void collateralComesBackOnceTheDebtIsPaid() {
        act(ALI, deposit("15"));
        act(ALI, borrow(units("1000")));
        assertThat(act(ALI, repay(Quantity.all()))).isEmpty();
        assertThat(act(ALI, withdraw(Quantity.all()))).isEmpty();
        assertThat(view.balance(ALI, ETH)).isEqualTo(units("1000"));
        assertThat(view.balance(POOL, SHARES)).isZero();
        assertThat(view.balance(POOL, DAI)).isZero();
    }

    @Example
    void aVaultOwesNothingOrMoreThanDust() {
        act(ALI, deposit("15"));
        assertThat(act(ALI, borrow(units("20") - 1))).contains(Reason.TOO_SMALL);
        assertThat(act(ALI, borrow(units("30")))).isEmpty();
        assertThat(act(ALI, repay(Quantity.of(units("11"))))).contains(Reason.TOO_SMALL);
        assertThat(act(ALI, repay(Quantity.of(units("10"))))).isEmpty();
    }

    @Example
    void theCeilingBoundsAllDebt() {
        act(ALI, deposit("1000"));
        act(BOB, deposit("1000"));
        assertThat(act(ALI, borrow(units("90000")))).isEmpty();
        assertThat(act(BOB, borrow(units("10000") + 1))).contains(Reason.LIMIT_REACHED);
        assertThat(act(BOB, borrow(units("10000")))).isEmpty();
    }

    @Example
    void withoutAPriceNothingIsDrawn() {
        FakeVenueView blind = new FakeVenueView().inShares().give(ALI, ETH, units("10"));
        assertThat(venue.act(state, ALI, borrow(units("30")), blind).getLeft().reason())
                .isEqualTo(Reason.NO_PRICE);
    }

    @Example
    void theFeeOfAYearIsTheRateHoweverOftenItIsPosted() {
        act(ALI, deposit("15"));
        act(ALI, borrow(units("1000")));
        for (int day = 0; day < 365; day++) {
            advance(Rate.YEAR_MILLIS / 365);
        }
        assertThat(owed(ALI)).isBetween(units("1080") - 1, units("1080") + 1);
        assertThat(view.balance(TREASURY, DAI)).isEqualTo(-view.balance(POOL, DAI) - units("1000"));
    }

    @Example
    void aFeeOfLessThanAUnitABlockIsNotLost() {
        act(ALI, deposit("15"));
        act(ALI, borrow(units("20")));
        for (int block = 0; block < 20_000; block++) {
            advance(1);
        }
        double exact = units("20") * StabilityFee.growth(Rate.perYear("0.08"), 20_000);
        assertThat((double) (owed(ALI) - units("20"))).isBetween(Math.floor(exact) - 1, Math.ceil(exact));
    }

    @Example
    void unsafeIsStrictlyBelowTheRatio() {
        LinearMargin margin = (LinearMargin) venue.margin();
        assertThat(health(margin, 1500).unsafe()).isFalse();
        assertThat(health(margin, 1499).unsafe()).isTrue();
    }

    private Health health(LinearMargin margin, long collateral) {
        return margin.health(
                List.of(new Parcel(ETH, collateral), new Parcel(DAI, -1000)),
                venue.legs(view),
                Parcel::units,
                Requirement.MAINTENANCE);
    }

    @Property
    void debtIsNeverLessThanWhatWasDrawnAndNotRepaid(
            @ForAll @Size(min = 1, max = 12) java.util.List<@LongRange(min = 1, max = 3_000_000_000L) Long> draws,
            @ForAll @IntRange(min = 1, max = 400) int days) {
        CollateralisedDebtTest fresh = new CollateralisedDebtTest();
        fresh.act(ALI, deposit("1000"));
        fresh.act(BOB, deposit("1000"));
        fresh.act(BOB, borrow(units("777.777777777")));
        fresh.advance(days * 24L * 3600 * 1000);
        long drawn = 0;
        for (long draw : draws) {
            long before = fresh.owed(ALI);
            long other = fresh.owed(BOB);
            if (fresh.act(ALI, borrow(units("20") + draw)).isEmpty()) {
                drawn += units("20") + draw;
                assertThat(fresh.owed(ALI)).isGreaterThanOrEqualTo(before + units("20") + draw);
                assertThat(fresh.owed(BOB)).isLessThanOrEqualTo(other);
            }
        }
        assertThat(fresh.owed(ALI)).isGreaterThanOrEqualTo(drawn);
        assertThat(fresh.owed(ALI) - drawn).isLessThanOrEqualTo(draws.size() * 2L);
        long total = -fresh.view.balance(POOL, DAI);
        assertThat(fresh.owed(ALI) + fresh.owed(BOB)).isBetween(total, total + 2);
    }
}
