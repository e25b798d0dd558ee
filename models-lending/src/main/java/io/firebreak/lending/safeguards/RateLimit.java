package io.firebreak.lending.safeguards;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.StatesBreaker;
import io.firebreak.api.safeguard.Verdict;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Breaks the circuit where a withdrawal would leave a venue less of an asset than a share of what was there when the window
 * began, and lets nothing of it out until the cooldown is over.
 *
 * <p>Of 1,000,000 of which 70 % must stay, 300,000 may leave within the window; 300,001 are stopped as a whole, and so is all
 * that wants to leave after them. What comes in meanwhile may leave again and does not raise what may leave besides. The
 * window moves by ticks: a change counts until the tick in which it happened began a window ago. Liquidations go on, and what
 * they take out counts.
 */
@About(
        value =
                "Bounds how much of an asset may leave a venue within a window, and stops all that would leave once more"
                        + " wanted to.",
        follows = "ERC-7265 (v1-core 3960a059): LimiterLib.sol, CircuitBreaker.sol",
        simplifies =
                "what is stopped stays at the venue instead of being locked in the breaker, and so does not count as"
                        + " gone; liquidations pass; the cooldown ends by itself")
public record RateLimit(
        @Parameter("the asset whose outflow is bounded") Asset asset,
        @Parameter(
                        value = "the share of what was there when the window began that must stay",
                        unit = "ratio",
                        preset = "70%",
                        min = "0.0001",
                        max = "1",
                        source = "v1-core's tests: 7000 bps")
                Ratio keep,
        @Parameter(
                        value = "the limit begins where so much was there when the window began",
                        unit = "asset",
                        preset = "0",
                        min = "0",
                        source = "v1-core: limitBeginThreshold; 1000 tokens in its tests")
                long beginsAt,
        @Parameter(
                        value = "how far back a withdrawal counts",
                        preset = "4 h",
                        min = "1 s",
                        source = "v1-core's tests: withdrawal period")
                Duration window,
        @Parameter(
                        value = "changes are counted in intervals of this length",
                        preset = "5 min",
                        min = "1 s",
                        source = "v1-core's tests: tick length")
                Duration tick,
        @Parameter(
                        value = "so long after the limit was broken nothing leaves",
                        preset = "3 d",
                        min = "1 s",
                        source = "v1-core's tests: rate limit cooldown")
                Duration cooldown,
        @Parameter(
                        value =
                                "where an admin finds a false alarm: how long after it the circuit is closed again; there is no"
                                        + " limit then until a window after the alarm",
                        source = "v1-core: overrideRateLimit, grace period")
                Option<Duration> overriddenAfter)
        implements Safeguard<RateLimit.State>, StatesBreaker {
    /**
     * What it remembers.
     *
     * @param flow none before the first block
     * @param seenMillis the last block
     * @param brokenMillis when the limit was last broken
     */
    public record State(Option<Flow> flow, long seenMillis, Option<Long> brokenMillis) {}

    @Override
    public State initial() {
        return new State(Option.none(), 0, Option.none());
    }

    @Override
    public Option<Asset> counted() {
        return Option.some(asset);
    }

    @Override
    public long most(long held) {
        return held < beginsAt || held < 0 ? Math.max(0, held) : held - keep.ofDown(held);
    }

    /** What nobody asked for, interest and losses, counts with the block in which it happened. */
    @Override
    public State observe(State state, MarginView view) {
        long held = view.held(asset);
        Flow flow = state.flow()
                .map(known -> count(known, held, state.seenMillis()))
                .getOrElse(() -> Flow.of(held));
        return new State(Option.some(flow), view.block().timeMillis(), state.brokenMillis());
    }

    private Flow count(Flow flow, long held, long millis) {
        return flow.record(held - flow.held(), millis, window.toMillis(), tick.toMillis());
    }

    @Override
    public Verdict judge(State state, Proposal proposal, MarginView view) {
        if (!(proposal instanceof Proposal.Outflow)) {
            return Verdict.ALLOW;
        }
        long now = view.block().timeMillis();
        if (isOpen(state, now)) {
            return new Verdict.Stop("the limit was broken less than " + cooldown + " ago");
        }
        return state.flow()
                                .map(flow -> flow.settle(now, window.toMillis()))
                                .exists(flow -> breaks(count(flow, view.held(asset), now)))
                        && !inGrace(state, now)
                ? new Verdict.Stop("less than " + keep + " would be left of what was there " + window + " ago")
                : Verdict.ALLOW;
    }

    private boolean breaks(Flow flow) {
        return flow.settled() - flow.held() > most(flow.settled());
    }

    /** Whether the circuit is open: the limit was broken, and neither time nor an admin has closed it again. */
    boolean isOpen(State state, long now) {
        return state.brokenMillis()
                .exists(broken -> now - broken < untilClosed().toMillis());
    }

    private Duration untilClosed() {
        return overriddenAfter.filter(after -> after.compareTo(cooldown) < 0).getOrElse(cooldown);
    }

    private boolean inGrace(State state, long now) {
        return untilClosed().compareTo(cooldown) < 0
                && state.brokenMillis().exists(broken -> now - broken <= window.toMillis());
    }

    @Override
    public State note(State state, Proposal proposal, Verdict verdict, MarginView view) {
        long now = view.block().timeMillis();
        if (verdict instanceof Verdict.Stop) {
            return isOpen(state, now) ? state : new State(state.flow(), state.seenMillis(), Option.some(now));
        }
        return new State(
                state.flow().map(flow -> count(flow, view.held(asset), now)), state.seenMillis(), state.brokenMillis());
    }
}
