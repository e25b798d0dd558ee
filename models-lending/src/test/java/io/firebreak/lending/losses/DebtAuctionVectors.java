package io.firebreak.lending.losses;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.BOB;
import static io.firebreak.lending.FakeVenueView.CAT;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.MKR;
import static io.firebreak.lending.FakeVenueView.OUTSIDE;
import static io.firebreak.lending.FakeVenueView.POOL;
import static io.firebreak.lending.FakeVenueView.SELF;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.Bearing.Outcome;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.number.Ratio;
import io.firebreak.lending.FakeVenueView;
import io.firebreak.lending.MakerCases;
import io.vavr.collection.List;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Maker's flop, by the numbers of its own tests (makerdao/dss fa4f6630, src/test/flop.t.sol), and its time table. */
class DebtAuctionVectors {
    private static final Map<String, AccountId> BIDDERS = Map.of("ali", ALI, "bob", BOB);
    private static final AccountId LOT = new AccountId(100);
    private static final Duration WAIT = Duration.ofDays(2);

    private final FakeVenueView view = new FakeVenueView();
    private DebtAuction model = auction(units("10"), units("200"));
    private Debts state = Debts.NONE;

    private static DebtAuction auction(long bid, long lot) {
        return new DebtAuction(
                Ratio.of("0.05"),
                Duration.ofHours(3),
                Duration.ofDays(2),
                Ratio.of("1.5"),
                WAIT,
                new Parcel(DAI, bid),
                new Parcel(MKR, lot));
    }

    /** What is missing lies on the pool, as minus its balance. */
    private Outcome bear() {
        Shortfall missing = new Shortfall(new Parcel(DAI, -view.balance(POOL, DAI)), POOL, List.empty());
        Bearing<Debts> bearing = model.bear(state, missing, view);
        state = bearing.state();
        view.carryOut(bearing.reversed().reverse());
        return bearing.outcome();
    }

    private boolean ask(Call call) {
        Either<Rejection, Ruling<Debts>> answer = model.answer(state, call, view);
        answer.forEach(this::accept);
        return answer.isRight();
    }

    private void accept(Ruling<Debts> ruling) {
        state = ruling.state();
        view.carryOut(ruling.orders());
    }

    private void missing(long units) {
        view.post(new Posting(POOL, OUTSIDE, DAI, units));
    }

    private void ripen() {
        bear();
        view.atMillis(WAIT.toMillis());
        bear();
    }

    @TestFactory
    Stream<DynamicTest> flops() {
        return MakerCases.of("maker_flip_cat.json", "debt_auction", vector -> new DebtAuctionVectors().flop(vector));
    }

    private void flop(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode expected = vector.path("expected");
        long bid = MakerCases.units(MakerCases.wad(in.path("bid")));
        model = auction(bid, MakerCases.units(MakerCases.wad(in.path("lot"))));
        view.give(ALI, DAI, units("200")).give(BOB, DAI, units("200"));
        missing(bid);
        ripen();
        for (JsonNode dent : in.path("dents")) {
            AccountId bidder = BIDDERS.get(dent.path(0).asText());
            long lot = MakerCases.units(MakerCases.wad(dent.path(1)));
            assertThat(ask(view.bid(bidder, LOT, bid, lot))).isTrue();
        }
        long before = view.balance(POOL, DAI);
        assertThat(bear()).isEqualTo(Outcome.BORNE);
        view.atMillis(WAIT.toMillis() + Duration.ofHours(3).toMillis() + 1);
        assertThat(ask(new Call.Settle(CAT, LOT))).isTrue();
        near(view.balance(ALI, DAI), expected.path("ali_dai"));
        near(view.balance(BOB, DAI), expected.path("bob_dai"));
        near(view.balance(POOL, DAI) - before, expected.path("gal_dai"));
        near(view.balance(BOB, MKR), expected.path("minted_to_bob"));
    }

    private static void near(long actual, JsonNode wanted) {
        assertThat(actual).isEqualTo(MakerCases.units(MakerCases.wad(wanted)));
    }

    @Test
    void badDebtWaitsBeforeItIsAuctioned() {
        missing(units("10"));
        assertThat(bear()).isEqualTo(Outcome.PENDING);
        view.atMillis(WAIT.toMillis() - 1);
        bear();
        assertThat(view.offer(LOT)).isEmpty();
        view.atMillis(WAIT.toMillis());
        bear();
        assertThat(view.offer(LOT)).isNotEmpty();
    }

    @Test
    void lessThanOneBidWaitsForMore() {
        missing(units("9"));
        ripen();
        assertThat(view.offer(LOT)).isEmpty();
        missing(units("1"));
        bear();
        view.atMillis(2 * WAIT.toMillis());
        assertThat(bear()).isEqualTo(Outcome.PENDING);
        assertThat(view.offer(LOT)).isNotEmpty();
    }

    @Test
    void whatOthersBearLeavesTheQueue() {
        missing(units("15"));
        bear();
        view.give(POOL, DAI, units("6"));
        view.atMillis(WAIT.toMillis());
        bear();
        assertThat(state.queue().map(Debts.Queued::units))
                .isEqualTo(List.of(units("9")).toVector());
    }

    @Test
    void whatIsMissingAfterAllWasBorneByOthersIsNew() {
        missing(units("15"));
        bear();
        view.atMillis(1).atMillis(WAIT.toMillis());
        bear();
        assertThat(view.offer(LOT)).isEmpty();
        view.atMillis(2 * WAIT.toMillis());
        bear();
        assertThat(view.offer(LOT)).isNotEmpty();
    }

    @Test
    void aBidMustLowerTheClaimsByAStep() {
        view.give(ALI, DAI, units("100"));
        missing(units("10"));
        ripen();
        assertThat(ask(view.bid(ALI, LOT, units("10"), units("191")))).isFalse();
        assertThat(ask(view.bid(ALI, LOT, units("9"), units("100")))).isFalse();
        assertThat(ask(view.bid(ALI, LOT, units("10"), units("190")))).isTrue();
    }

    @Test
    void withoutABidItStartsAgainWithMoreClaims() {
        missing(units("10"));
        ripen();
        view.atMillis(2 * WAIT.toMillis() + 1);
        accept(model.rule(state, view.docket()));
        assertThat(view.invitation(LOT).map(Invitation::step)).contains(Invitation.Step.RESTART);
        assertThat(ask(new Call.Restart(CAT, LOT))).isTrue();
        assertThat(state.sale().get().lot()).isEqualTo(units("300"));
    }

    @Test
    void aLossInAnotherAssetIsNotItsOwn() {
        Shortfall claims = new Shortfall(new Parcel(MKR, 1), POOL, List.empty());
        Bearing<Debts> bearing = model.bear(state, claims, view);
        assertThat(bearing).isEqualTo(Bearing.of(Debts.NONE, Outcome.EXHAUSTED));
    }

    @Test
    void whatIsOnSaleIsNotQueuedAgain() {
        missing(units("10"));
        ripen();
        assertThat(state.queue()).isEmpty();
        Debts before = state;
        bear();
        assertThat(state).isEqualTo(before);
    }

    @Test
    void onceABidIsPaidFurtherLossesQueue() {
        firstBid();
        assertThat(bear()).isEqualTo(Outcome.BORNE);
        missing(units("10"));
        bear();
        assertThat(state.queued()).isEqualTo(units("10"));
    }

    @Test
    void whoOutbidsPaysTheOneBeforeAndNothingIsCollectedTwice() {
        firstBid();
        assertThat(ask(view.bid(BOB, LOT, units("10"), units("100")))).isTrue();
        assertThat(view.balance(ALI, DAI)).isEqualTo(units("100"));
        assertThat(state.collected()).isEqualTo(units("10")).isEqualTo(view.balance(SELF, DAI));
    }

    private void firstBid() {
        view.give(ALI, DAI, units("100")).give(BOB, DAI, units("100"));
        missing(units("10"));
        ripen();
        assertThat(ask(view.bid(ALI, LOT, units("10"), units("190")))).isTrue();
    }

    @Test
    void itWakesOnceItIsOverAndNotBefore() {
        firstBid();
        view.atMillis(WAIT.toMillis() + Duration.ofHours(3).toMillis());
        assertThat(view.docket().due()).isEmpty();
        accept(model.rule(state, view.docket()));
        assertThat(view.invitation(LOT)).isEmpty();
        view.atMillis(WAIT.toMillis() + Duration.ofHours(3).toMillis() + 1);
        List<Order> orders = model.rule(state, view.docket()).orders().toList();
        assertThat(orders)
                .containsExactly(
                        new Order.Withdraw(LOT), new Order.Invite(new Invitation(LOT, Invitation.Step.SETTLE, 0)));
    }

    @Test
    void everyRefusalSaysWhy() {
        missing(units("10"));
        ripen();
        view.give(ALI, DAI, units("100"));
        assertThat(refusal(new Call.Settle(ALI, VAULT))).isEqualTo(Reason.NOT_THERE);
        assertThat(refusal(new Call.Kick(ALI, LOT))).isEqualTo(Reason.NOT_OFFERED);
        assertThat(refusal(new Call.Settle(ALI, LOT))).isEqualTo(Reason.NOT_DUE);
        assertThat(refusal(new Call.Restart(ALI, LOT))).isEqualTo(Reason.NOT_DUE);
        Call.Bid forNothing = view.bid(ALI, LOT, units("10"), 0);
        assertThat(refusal(forNothing)).isEqualTo(Reason.PRICE);
        view.atMillis(2 * WAIT.toMillis() + 1);
        assertThat(refusal(new Call.Settle(ALI, LOT))).as("nobody leads").isEqualTo(Reason.NOT_DUE);
        assertThat(view.offer(LOT)).isEmpty();
        assertThat(ask(new Call.Restart(CAT, LOT))).isTrue();
        assertThat(ask(view.bid(ALI, LOT, units("10"), units("100")))).isTrue();
        state = Debts.NONE;
        assertThat(refusal(new Call.Settle(ALI, LOT))).isEqualTo(Reason.NOT_THERE);
    }

    private Reason refusal(Call call) {
        return model.answer(state, call, view).getLeft().reason();
    }
}
