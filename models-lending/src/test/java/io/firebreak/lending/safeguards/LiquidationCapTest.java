package io.firebreak.lending.safeguards;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.BOB;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Verdict;
import io.firebreak.lending.FakeVenueView;
import io.vavr.collection.List;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** Two loans of 60 DAI against an ETH of 100 DAI each. */
class LiquidationCapTest {
    private static final AccountId OTHER = new AccountId(11);
    private static final AccountId THIRD = new AccountId(12);
    private final FakeVenueView view = new FakeVenueView().price(ETH, "100");
    private LiquidationCap cap = new LiquidationCap(1, Option.none(), Option.none());
    private LiquidationCap.Block state = cap.initial();

    LiquidationCapTest() {
        List.of(VAULT, OTHER, THIRD).forEach(account -> {
            view.loan(account, units("1"), units("60"));
            view.carryOut(
                    List.of(new Order.Offer(account, Option.none(), Limit.whole(), new Ask.OverOracle(Ratio.ZERO))));
        });
    }

    private boolean allows(Proposal proposal) {
        return cap.judge(state, proposal, view).equals(Verdict.ALLOW);
    }

    /** Asks, and notes what came of it as the engine does. */
    private boolean pass(Call call) {
        Proposal step = new Proposal.Liquidation(call, false);
        Verdict verdict = cap.judge(state, step, view);
        state = cap.note(state, step, verdict, view);
        return verdict.equals(Verdict.ALLOW);
    }

    private Call bid(AccountId target, String dai) {
        return view.bid(ALI, target, units(dai), 0);
    }

    private void newBlock() {
        state = cap.observe(state, view);
    }

    private static LiquidationCap ofValue(String dai) {
        return new LiquidationCap(100, Option.some(new Parcel(DAI, units(dai))), Option.none());
    }

    @Test
    void anAccountIsLiquidatedOnceInABlock() {
        assertThat(pass(bid(VAULT, "10"))).isTrue();
        assertThat(pass(bid(VAULT, "10"))).isFalse();
        assertThat(pass(new Call.Kick(BOB, VAULT))).isFalse();
        assertThat(pass(bid(OTHER, "10"))).isTrue();
        newBlock();
        assertThat(pass(new Call.Kick(BOB, VAULT))).isTrue();
    }

    @Test
    void anAccountIsLiquidatedAsOftenAsStated() {
        cap = new LiquidationCap(2, Option.none(), Option.none());
        assertThat(pass(bid(VAULT, "10"))).isTrue();
        assertThat(pass(bid(VAULT, "10"))).isTrue();
        assertThat(pass(bid(VAULT, "10"))).isFalse();
    }

    @Test
    void takesCountWithWhatTheyPay() {
        cap = ofValue("100");
        assertThat(pass(bid(VAULT, "60"))).isTrue();
        assertThat(allows(new Proposal.Liquidation(bid(OTHER, "40.000000001"), false)))
                .isFalse();
        assertThat(pass(bid(OTHER, "40"))).as("just as much as may be").isTrue();
        assertThat(pass(bid(THIRD, "0.000000001"))).isFalse();
        newBlock();
        assertThat(pass(bid(THIRD, "60"))).isTrue();
    }

    @Test
    void aTakePaysNoMoreThanIsWantedOrThanWhatIsGivenCosts() {
        cap = ofValue("100");
        view.price(ETH, "30");
        assertThat(pass(bid(VAULT, "1000"))).as("an ETH for 30").isTrue();
        view.price(ETH, "100");
        assertThat(pass(bid(OTHER, "1000"))).as("60 are owed").isTrue();
        assertThat(pass(bid(THIRD, "10.000000001"))).isFalse();
        assertThat(pass(bid(THIRD, "10"))).isTrue();
    }

    @Test
    void theFirstOfABlockPassesHoweverLargeItIs() {
        cap = ofValue("10");
        assertThat(pass(bid(VAULT, "60"))).isTrue();
        assertThat(pass(bid(OTHER, "1"))).isFalse();
        newBlock();
        assertThat(pass(bid(OTHER, "60"))).isTrue();
    }

    @Test
    void kicksCountWithWhatTheyMoveIntoALot() {
        cap = ofValue("100");
        Proposal kick = new Proposal.Liquidation(new Call.Kick(ALI, VAULT), false);
        assertThat(allows(kick)).isTrue();
        seize(VAULT, "41");
        state = cap.note(state, kick, Verdict.ALLOW, view);
        assertThat(allows(new Proposal.Liquidation(new Call.Kick(ALI, OTHER), false)))
                .as("41 and 60 are owed")
                .isFalse();
        assertThat(pass(bid(OTHER, "59"))).isTrue();
        assertThat(pass(bid(THIRD, "1"))).isFalse();
    }

    private void seize(AccountId account, String debt) {
        view.carryOut(List.of(new Order.Seize(
                account, view.freshLot(0), List.of(new Parcel(ETH, units("0.5")), new Parcel(DAI, -units(debt))))));
    }

    @Test
    void soManyLotsAreOnSaleAtOnce() {
        cap = new LiquidationCap(9, Option.none(), Option.some(2));
        Proposal kick = new Proposal.Liquidation(new Call.Kick(ALI, OTHER), false);
        seize(VAULT, "10");
        assertThat(allows(kick)).isTrue();
        seize(VAULT, "10");
        assertThat(allows(kick)).isFalse();
        assertThat(allows(new Proposal.Liquidation(bid(OTHER, "1"), false)))
                .as("a take opens no lot")
                .isTrue();
        view.carryOut(List.of(new Order.Close(view.lots().head())));
        assertThat(allows(kick)).isTrue();
    }

    @Test
    void lotsAreSoldOnAndUsersDoWhatTheyLike() {
        pass(bid(VAULT, "10"));
        assertThat(allows(new Proposal.Liquidation(bid(VAULT, "10"), true))).isTrue();
        assertThat(allows(new Proposal.Liquidation(new Call.Settle(ALI, VAULT), false)))
                .isTrue();
        assertThat(allows(new Proposal.UserAction(ALI, new Action.Repay(new VenueRef("maker"), DAI, Quantity.all()))))
                .isTrue();
    }

    @Test
    void whatWasStoppedOrSoldOnDoesNotCount() {
        Proposal step = new Proposal.Liquidation(bid(VAULT, "10"), false);
        assertThat(cap.note(state, step, new Verdict.Stop("another safeguard"), view))
                .isEqualTo(state);
        Proposal onLot = new Proposal.Liquidation(bid(VAULT, "10"), true);
        assertThat(cap.note(state, onLot, Verdict.ALLOW, view)).isEqualTo(state);
    }
}
