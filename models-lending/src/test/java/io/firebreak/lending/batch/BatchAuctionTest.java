package io.firebreak.lending.batch;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.BOB;
import static io.firebreak.lending.FakeVenueView.CAT;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.SELF;
import static io.firebreak.lending.FakeVenueView.TREASURY;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.number.Ratio;
import io.firebreak.lending.FakeVenueView;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two vaults of 10 ETH at an oracle price of 100, in one batch of five minutes with a reserve of 50. */
class BatchAuctionTest {
    private static final AccountId OTHER = new AccountId(11);
    private static final AccountId LOT = new AccountId(100);
    private static final AccountId LOT2 = new AccountId(101);
    private static final long PURSE = units("1000000");

    private final BatchAuction model = new BatchAuction(Duration.ofMinutes(5), Ratio.of("0.5"), Ratio.of("0.1"));
    private final FakeVenueView view = new FakeVenueView();
    private TreeMap<AccountId, Batch> state = model.initial();

    @BeforeEach
    void kickBoth() {
        view.price(ETH, "100").give(ALI, DAI, PURSE).give(BOB, DAI, PURSE).give(CAT, DAI, PURSE);
        view.loan(VAULT, units("10"), units("900")).loan(OTHER, units("10"), units("500"));
        assertThat(ask(new Call.Kick(CAT, VAULT)).isRight()).isTrue();
        view.at(60);
        assertThat(ask(new Call.Kick(CAT, OTHER)).isRight()).isTrue();
    }

    private Either<Rejection, Ruling<TreeMap<AccountId, Batch>>> ask(Call call) {
        Either<Rejection, Ruling<TreeMap<AccountId, Batch>>> answer = model.answer(state, call, view);
        answer.forEach(this::accept);
        return answer;
    }

    private void accept(Ruling<TreeMap<AccountId, Batch>> ruling) {
        state = ruling.state();
        view.carryOut(ruling.orders());
    }

    private Either<Rejection, Ruling<TreeMap<AccountId, Batch>>> bid(
            AccountId bidder, AccountId lot, String pay, String receive) {
        return ask(view.bid(bidder, lot, units(pay), units(receive)));
    }

    private void settle() {
        view.at(300);
        accept(model.rule(state, view.docket()));
        assertThat(ask(new Call.Settle(CAT, LOT2)).isRight()).isTrue();
        accept(model.rule(state, view.docket()));
    }

    private long paid(AccountId bidder) {
        return PURSE - view.balance(bidder, DAI);
    }

    @Test
    void bothLotsAreInOneBatch() {
        assertThat(state).hasSize(1);
        assertThat(state.head()._2.tabs()).isEqualTo(TreeMap.of(LOT, units("990"), LOT2, units("550")));
    }

    @Test
    void allWhoBidMorePayTheSamePriceAndTheOthersHaveTheirMoneyBack() {
        bid(ALI, LOT, "1000", "10");
        bid(BOB, LOT2, "1000", "12.5");
        bid(CAT, LOT, "1000", "16");
        assertThat(view.balance(SELF, DAI)).isEqualTo(units("3000"));
        settle();
        // At 80 the second lot raises its tab of 550, the first 800: 1000 and 350 of the second bid.
        assertThat(paid(ALI)).isEqualTo(units("1000"));
        assertThat(paid(BOB)).isEqualTo(units("350"));
        assertThat(paid(CAT)).isZero();
        assertThat(view.balance(ALI, ETH)).isEqualTo(units("12.5"));
        assertThat(view.balance(BOB, ETH)).isEqualTo(units("4.375"));
        assertThat(view.balance(OTHER, ETH)).isEqualTo(units("3.125"));
        assertThat(view.balance(TREASURY, DAI) + view.shortfall()).isEqualTo(units("50"));
        assertThat(view.shortfall()).isEqualTo(units("100"));
        assertThat(view.balance(SELF, DAI)).isZero();
        assertThat(state).isEmpty();
    }

    @Test
    void aBidBelowTheReserveIsRefused() {
        assertThat(bid(ALI, LOT, "100", "2.01").getLeft().reason()).isEqualTo(Reason.PRICE);
        assertThat(bid(ALI, LOT, "100", "2").isRight()).isTrue();
    }

    @Test
    void nothingIsBidOrSettledAtTheWrongTime() {
        bid(ALI, LOT, "100", "1");
        assertThat(ask(new Call.Settle(CAT, LOT)).getLeft().reason()).isEqualTo(Reason.NOT_DUE);
        var late = view.bid(BOB, LOT, units("100"), units("1"));
        view.at(300);
        assertThat(ask(late).getLeft().reason()).isEqualTo(Reason.NOT_DUE);
        accept(model.rule(state, view.docket()));
        assertThat(view.invitation(LOT).map(Invitation::step)).isEqualTo(Option.some(Invitation.Step.SETTLE));
    }

    @Test
    void withoutABidItOpensAnewAtTheReserveOfNow() {
        view.price(ETH, "80").at(300);
        accept(model.rule(state, view.docket()));
        assertThat(view.offer(LOT).get().price().toDouble()).isEqualTo(40);
        assertThat(state.head()._2.closesMillis()).isEqualTo(600_000);
        assertThat(bid(ALI, LOT, "100", "2.5").isRight()).isTrue();
    }

    @Test
    void whatFindsNoMoneyAtTheReserveIsOfferedAgain() {
        bid(ALI, LOT, "105", "2");
        settle();
        // At 50 both lots would raise 500 and 500.
        assertThat(paid(ALI)).isEqualTo(units("105"));
        assertThat(view.balance(ALI, ETH)).isEqualTo(units("2.1"));
        assertThat(state.head()._2.tabs()).isEqualTo(TreeMap.of(LOT, units("937.5"), LOT2, units("497.5")));
        assertThat(view.offer(LOT2)).isNotEmpty();
    }
}
