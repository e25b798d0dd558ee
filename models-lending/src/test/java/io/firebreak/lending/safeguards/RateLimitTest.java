package io.firebreak.lending.safeguards;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.OUTSIDE;
import static io.firebreak.lending.FakeVenueView.POOL;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Verdict;
import io.firebreak.lending.FakeVenueView;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A million in, 70 % must stay, four hours: 300,000 pass and 300,001 do not. */
class RateLimitTest {
    private static final long HOUR = 3600;
    private static final long MILLION = 1_000_000;
    private final FakeVenueView view = new FakeVenueView();
    private RateLimit limit = limit(0, Option.none());
    private RateLimit.State state = limit.initial();

    private static RateLimit limit(long beginsAt, Option<Duration> overriddenAfter) {
        return new RateLimit(
                DAI,
                Ratio.of("0.7"),
                beginsAt,
                Duration.ofHours(4),
                Duration.ofMinutes(5),
                Duration.ofDays(3),
                overriddenAfter);
    }

    private void at(long second) {
        state = limit.observe(state, view.at(second));
    }

    private void aMillionForLong() {
        view.give(POOL, DAI, MILLION);
        at(0);
    }

    /** As the engine does it: what is stopped is undone, and noted then. */
    private boolean withdraw(long units) {
        Proposal outflow = new Proposal.Outflow(ALI, new Parcel(DAI, units));
        view.post(new Posting(POOL, OUTSIDE, DAI, units));
        Verdict verdict = limit.judge(state, outflow, view);
        boolean allowed = verdict.equals(Verdict.ALLOW);
        if (!allowed) {
            view.post(new Posting(OUTSIDE, POOL, DAI, units));
        }
        state = limit.note(state, outflow, verdict, view);
        return allowed;
    }

    @Test
    void exactlyTheShareThatNeedNotStayMayLeave() {
        aMillionForLong();
        assertThat(withdraw(300_000)).isTrue();
    }

    @Test
    void aUnitMoreIsStoppedAsAWholeAndStaysWhereItIs() {
        aMillionForLong();
        assertThat(withdraw(300_001)).isFalse();
        assertThat(view.balance(POOL, DAI)).isEqualTo(MILLION);
    }

    @Test
    void whenTheLimitWasBrokenNothingLeavesUntilTheCooldownIsOver() {
        aMillionForLong();
        withdraw(300_001);
        assertThat(withdraw(1)).isFalse();
        at(72 * HOUR - 1);
        assertThat(withdraw(1)).isFalse();
        at(72 * HOUR);
        assertThat(withdraw(300_000)).isTrue();
    }

    @Test
    void whatIsStoppedDuringTheCooldownDoesNotMakeItLonger() {
        aMillionForLong();
        withdraw(300_001);
        at(HOUR);
        withdraw(1);
        assertThat(state.brokenMillis()).contains(0L);
    }

    @Test
    void partsCountTogether() {
        aMillionForLong();
        assertThat(withdraw(200_000)).isTrue();
        at(HOUR);
        assertThat(withdraw(100_001)).isFalse();
    }

    @Test
    void aTickIsForgottenWhenItBeganAWindowAgo() {
        aMillionForLong();
        at(299);
        assertThat(withdraw(300_000)).isTrue();
        at(4 * HOUR - 1);
        assertThat(limit.judge(state, taking(1), view)).isNotEqualTo(Verdict.ALLOW);
        view.give(POOL, DAI, 1);
        at(4 * HOUR);
        assertThat(withdraw(210_000)).isTrue();
        assertThat(withdraw(1)).isFalse();
    }

    @Test
    void whatCameAndLeavesAgainIsJudgedByWhatIsSettledByThen() {
        aMillionForLong();
        assertThat(withdraw(300_000)).isTrue();
        view.post(new Posting(POOL, OUTSIDE, DAI, 100_000));
        state = limit.note(state, new Proposal.Liquidation(new Call.Kick(ALI, VAULT), false), Verdict.ALLOW, view);
        at(5 * HOUR);
        view.give(POOL, DAI, 5);
        assertThat(withdraw(5)).as("a gift that nobody told it of").isTrue();
    }

    private Proposal taking(long units) {
        view.post(new Posting(POOL, OUTSIDE, DAI, units));
        return new Proposal.Outflow(ALI, new Parcel(DAI, units));
    }

    @Test
    void aDepositMayLeaveAgainAndAllowsNoMore() {
        aMillionForLong();
        view.give(POOL, DAI, 500_000);
        assertThat(withdraw(800_000)).isTrue();
        at(HOUR);
        assertThat(withdraw(1)).isFalse();
    }

    @Test
    void whatNobodyAskedForCountsWithTheBlockInWhichItHappened() {
        aMillionForLong();
        at(200);
        view.give(POOL, DAI, 500_000);
        at(400);
        assertThat(state.flow().get().ticks()).containsExactly(new Flow.Tick(0, 500_000));
    }

    @Test
    void theLimitBeginsAtAnAmount() {
        limit = limit(MILLION + 1, Option.none());
        aMillionForLong();
        assertThat(limit.most(MILLION)).isEqualTo(MILLION);
        assertThat(withdraw(MILLION)).isTrue();
        limit = limit(MILLION, Option.none());
        assertThat(limit.most(MILLION)).isEqualTo(300_000);
    }

    @Test
    void anAdminClosesTheCircuitAndThereIsNoLimitUntilAWindowAfterTheAlarm() {
        limit = limit(0, Option.some(Duration.ofHours(1)));
        aMillionForLong();
        withdraw(300_001);
        at(HOUR - 1);
        assertThat(withdraw(1)).isFalse();
        at(HOUR);
        assertThat(withdraw(300_001)).isTrue();
        at(4 * HOUR);
        assertThat(withdraw(1)).isTrue();
        at(4 * HOUR + 1);
        assertThat(withdraw(300_000)).isFalse();
    }

    @Test
    void anAdminWhoComesAfterTheCooldownChangesNothing() {
        limit = limit(0, Option.some(Duration.ofDays(3)));
        aMillionForLong();
        withdraw(300_001);
        at(72 * HOUR);
        assertThat(withdraw(300_001)).isFalse();
    }

    @Test
    void anEmptyVenueMayLoseNothingMore() {
        assertThat(limit.most(0)).isZero();
        assertThat(limit.most(-5)).isZero();
    }

    @Test
    void nothingButAnOutflowIsStopped() {
        aMillionForLong();
        withdraw(300_001);
        VenueRef venue = new VenueRef("maker");
        for (Proposal proposal : new Proposal[] {
            new Proposal.UserAction(ALI, new Action.Repay(venue, DAI, Quantity.all())),
            new Proposal.UserAction(ALI, new Action.Deposit(venue, DAI, Quantity.all())),
            new Proposal.Liquidation(new Call.Kick(ALI, VAULT), false),
            new Proposal.LossStep(0)
        }) {
            assertThat(limit.judge(state, proposal, view)).isEqualTo(Verdict.ALLOW);
        }
    }

    @Test
    void whatALiquidationTookOutCounts() {
        aMillionForLong();
        view.post(new Posting(POOL, OUTSIDE, DAI, 300_000));
        state = limit.note(state, new Proposal.Liquidation(new Call.Kick(ALI, VAULT), false), Verdict.ALLOW, view);
        assertThat(withdraw(1)).isFalse();
    }
}
