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

    /** In a halt it stops repayments, and lets accounts be liquidated. */
    public record StopsRepayments() implements Safeguard<ReferenceHalt.Seen> {
        @Override
        public ReferenceHalt.Seen initial() {
            return HALT.initial();
        }

        @Override
        public ReferenceHalt.Seen observe(ReferenceHalt.Seen state, MarginView view) {
            return HALT.observe(state, view);
        }

        @Override
        public Verdict judge(ReferenceHalt.Seen state, Proposal proposal, MarginView view) {
            boolean repays = proposal instanceof Proposal.UserAction user && user.action() instanceof Action.Repay;
            return repays && view.block().timeMillis() < state.untilMillis()
                    ? new Verdict.Stop("a price moved")
                    : Verdict.ALLOW;
        }
    }

    /** Its halts never end. */
    public record NeverEnds() implements Safeguard<ReferenceHalt.Seen> {
        @Override
        public ReferenceHalt.Seen initial() {
            return HALT.initial();
        }

        @Override
        public ReferenceHalt.Seen observe(ReferenceHalt.Seen state, MarginView view) {
            ReferenceHalt.Seen honest = HALT.observe(state, view);
            return honest.untilMillis() > view.block().timeMillis()
                    ? new ReferenceHalt.Seen(honest.prices(), Long.MAX_VALUE)
                    : honest;
        }

        @Override
        public Verdict judge(ReferenceHalt.Seen state, Proposal proposal, MarginView view) {
            return HALT.judge(state, proposal, view);
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
}
