package io.firebreak.testkit.liar.venue;

import io.firebreak.api.action.Action;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.safeguard.LimitsOutflow;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.StatesBand;
import io.firebreak.api.safeguard.StatesBreaker;
import io.firebreak.api.safeguard.StatesCap;
import io.firebreak.api.safeguard.StatesHalt;
import io.firebreak.api.safeguard.StatesMaxAge;
import io.firebreak.api.safeguard.Verdict;
import io.firebreak.testkit.reference.ReferenceHalt;
import io.firebreak.testkit.reference.ReferenceLimit;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

/** Safeguards with one fault each. */
public final class GuardLiars {
    private static final ReferenceHalt HALT = new ReferenceHalt(Ratio.of("0.15"), Duration.ofMinutes(10));
    private static final ReferenceLimit LIMIT = new ReferenceLimit(Setting.ETH, Ratio.of("0.7"), Duration.ofHours(4));

    private GuardLiars() {}

    /** A halt, honest but for what a liar overrides. */
    interface AlmostHalt extends Safeguard<ReferenceHalt.Seen> {
        @Override
        default ReferenceHalt.Seen initial() {
            return HALT.initial();
        }

        @Override
        default ReferenceHalt.Seen observe(ReferenceHalt.Seen state, MarginView view) {
            return HALT.observe(state, view);
        }

        @Override
        default Verdict judge(ReferenceHalt.Seen state, Proposal proposal, MarginView view) {
            return HALT.judge(state, proposal, view);
        }
    }

    /**
     * In a halt it stops repayments.
     *
     * @param liquidationsToo whether accounts wait as well, to be liquidated as soon as it is over
     */
    public record StopsRepayments(boolean liquidationsToo) implements AlmostHalt {
        @Override
        public Verdict judge(ReferenceHalt.Seen state, Proposal proposal, MarginView view) {
            boolean repays = proposal instanceof Proposal.UserAction user && user.action() instanceof Action.Repay;
            if (repays && view.block().timeMillis() < state.untilMillis()) {
                return new Verdict.Stop("a price moved");
            }
            return liquidationsToo ? HALT.judge(state, proposal, view) : Verdict.ALLOW;
        }
    }

    /** Its halts never end. */
    public record NeverEnds() implements AlmostHalt {
        @Override
        public ReferenceHalt.Seen observe(ReferenceHalt.Seen state, MarginView view) {
            ReferenceHalt.Seen honest = HALT.observe(state, view);
            return honest.untilMillis() > view.block().timeMillis()
                    ? new ReferenceHalt.Seen(honest.prices(), Long.MAX_VALUE)
                    : honest;
        }
    }

    /** Its window begins anew with every deposit. */
    public record StretchedByDeposits() implements Safeguard<Vector<ReferenceLimit.Sample>>, LimitsOutflow {
        @Override
        public Duration window() {
            return LIMIT.window();
        }

        @Override
        public long most(long held) {
            return LIMIT.most(held);
        }

        @Override
        public Vector<ReferenceLimit.Sample> initial() {
            return LIMIT.initial();
        }

        @Override
        public Option<Asset> counted() {
            return LIMIT.counted();
        }

        @Override
        public Vector<ReferenceLimit.Sample> observe(Vector<ReferenceLimit.Sample> state, MarginView view) {
            boolean came =
                    state.nonEmpty() && view.held(Setting.ETH) > state.last().held();
            return LIMIT.observe(came ? initial() : state, view);
        }

        @Override
        public Verdict judge(Vector<ReferenceLimit.Sample> state, Proposal proposal, MarginView view) {
            return LIMIT.judge(state, proposal, view);
        }
    }

    /** Lets everything through, whatever it says of itself. */
    interface LetsAllThrough extends Safeguard<Nothing> {
        @Override
        default Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        default Nothing observe(Nothing state, MarginView view) {
            return state;
        }

        @Override
        default Verdict judge(Nothing state, Proposal proposal, MarginView view) {
            return Verdict.ALLOW;
        }
    }

    /** Says that it halts. */
    public record NeverHalts() implements LetsAllThrough, StatesHalt {
        @Override
        public Ratio move() {
            return Ratio.of("0.15");
        }

        @Override
        public Duration within() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration pause() {
            return Duration.ofHours(1);
        }
    }

    /** Says that one liquidation of an account in a block is enough. */
    public record CapsNothing() implements LetsAllThrough, StatesCap {
        @Override
        public int perAccount() {
            return 1;
        }

        @Override
        public Option<Parcel> perBlock() {
            return Option.none();
        }

        @Override
        public Option<Integer> auctions() {
            return Option.none();
        }
    }

    /** Says that a minute is too old. */
    public record TrustsOldPrices() implements LetsAllThrough, StatesMaxAge {
        @Override
        public Duration maxAge() {
            return Duration.ofMinutes(1);
        }
    }

    /** Answers nothing at all. */
    public record AnswersNull() implements LetsAllThrough {
        @Override
        public Verdict judge(Nothing state, Proposal proposal, MarginView view) {
            return Option.<Verdict>none().getOrNull();
        }
    }

    /** Counts what began in a block, says that an account may be liquidated twice, and stops all after the first. */
    public record CapsTooMuch() implements Safeguard<Integer>, StatesCap {
        @Override
        public int perAccount() {
            return 2;
        }

        @Override
        public Option<Parcel> perBlock() {
            return Option.none();
        }

        @Override
        public Option<Integer> auctions() {
            return Option.none();
        }

        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public Integer observe(Integer state, MarginView view) {
            return 0;
        }

        @Override
        public Verdict judge(Integer state, Proposal proposal, MarginView view) {
            return state > 0 && proposal instanceof Proposal.Liquidation step && step.begins()
                    ? new Verdict.Stop("one is enough")
                    : Verdict.ALLOW;
        }

        @Override
        public Integer note(Integer state, Proposal proposal, Verdict verdict, MarginView view) {
            return proposal instanceof Proposal.Liquidation step && step.begins() ? state + 1 : state;
        }
    }

    /** Says what a circuit breaker is, and has a limit. */
    interface AlmostBreaker extends Safeguard<Vector<ReferenceLimit.Sample>>, StatesBreaker {
        @Override
        default Ratio keep() {
            return LIMIT.keep();
        }

        @Override
        default long beginsAt() {
            return 0;
        }

        @Override
        default long most(long held) {
            return Math.max(0, held) - keep().ofDown(Math.max(0, held));
        }

        @Override
        default Duration window() {
            return LIMIT.window();
        }

        @Override
        default Duration cooldown() {
            return Duration.ofDays(1);
        }

        @Override
        default Option<Duration> overriddenAfter() {
            return Option.none();
        }

        @Override
        default Option<Asset> counted() {
            return LIMIT.counted();
        }

        @Override
        default Vector<ReferenceLimit.Sample> initial() {
            return LIMIT.initial();
        }

        @Override
        default Vector<ReferenceLimit.Sample> observe(Vector<ReferenceLimit.Sample> state, MarginView view) {
            return LIMIT.observe(state, view);
        }

        /** By how much more than the limit leaves there is. */
        default long above(Vector<ReferenceLimit.Sample> state, MarginView view) {
            return view.held(Setting.ETH) - keep().ofDown(state.head().held());
        }
    }

    /** Its circuit is never open: it stops what would break the limit, and lets out what is left. */
    public record ClosesAtOnce() implements AlmostBreaker {
        @Override
        public Verdict judge(Vector<ReferenceLimit.Sample> state, Proposal proposal, MarginView view) {
            return proposal instanceof Proposal.Outflow && above(state, view) < 0
                    ? new Verdict.Stop("too much")
                    : Verdict.ALLOW;
        }
    }

    /** Stops what leaves just as much as must stay. */
    public record TripsAtTheLimit() implements AlmostBreaker {
        @Override
        public Verdict judge(Vector<ReferenceLimit.Sample> state, Proposal proposal, MarginView view) {
            return proposal instanceof Proposal.Outflow && above(state, view) <= 0
                    ? new Verdict.Stop("too much")
                    : Verdict.ALLOW;
        }
    }

    /** Says that it stops outside a band. */
    public record HasNoBand() implements LetsAllThrough, StatesBand {
        @Override
        public Ratio band() {
            return Ratio.of("0.05");
        }

        @Override
        public Duration meanOver() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Ratio refreshAt() {
            return Ratio.of("0.01");
        }

        @Override
        public Duration refreshEvery() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration limitState() {
            return Duration.ofSeconds(15);
        }

        @Override
        public Duration pause() {
            return Duration.ofMinutes(5);
        }
    }
}
