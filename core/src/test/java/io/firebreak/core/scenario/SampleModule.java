package io.firebreak.core.scenario;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.agent.Wake;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Curve;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.metric.Better;
import io.firebreak.api.metric.Event;
import io.firebreak.api.metric.Metric;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.FirebreakModule;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.Verdict;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;

/** Mechanisms that do nothing, one for each socket that a scenario fills and each type that a parameter may have. */
public final class SampleModule extends FirebreakModule {
    @Override
    protected void mechanisms() {
        mechanism("vault", Vault.class);
        mechanism("pool", Pool.class);
        mechanism("strict", Strict.class);
        mechanism("hold", Hold.class);
        mechanism("falling-price", FallingPrice.class);
        mechanism("buffer", Buffer.class);
        mechanism("halt", Halt.class);
        mechanism("keeper", Keeper.class);
        mechanism("count", Count.class);
    }

    @About(value = "Lends against one collateral.", follows = "nobody")
    public record Vault(
            @Parameter("what stands behind the debt") Asset collateral,
            @Parameter("what is lent") Asset debt,
            @Parameter(value = "least collateral ÷ debt", min = "100%", max = "1000%") Ratio minRatio,
            @Parameter(value = "interest", preset = "0% per year", min = "0") Rate fee,
            @Parameter("whose price counts") OracleRef oracle,
            @Parameter("most that is lent in total") Option<Parcel> ceiling)
            implements MarginVenue<Nothing> {
        @Override
        public Plan plan() {
            return Plan.empty();
        }

        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Step<Nothing> advance(Nothing state, VenueView view) {
            return Step.of(state);
        }

        @Override
        public Either<Rejection, Step<Nothing>> act(
                Nothing state, AccountId sender, Action.AtVenue action, VenueView view) {
            return Either.right(Step.of(state));
        }

        @Override
        public Seq<Leg> legs(VenueView view) {
            return List.empty();
        }

        @Override
        public MarginModel margin() {
            return new Strict(Ratio.ONE);
        }

        @Override
        public Asset numeraire(VenueView view) {
            return debt;
        }
    }

    public record Pool(@Parameter("its asset") Asset asset) implements Venue<Nothing> {
        /** An action of a venue's own, with what the actions of the api have not. */
        public record Stir(
                VenueRef venue,
                @Parameter("what is thrown in") Parcel salt,
                @Parameter("who else stirs") Option<AccountId> along,
                @Parameter("how often") long turns,
                @Parameter("how, turn by turn") Seq<Manner> manners,
                @Parameter("what is tasted") Map<String, String> notes)
                implements Action.AtVenue {
            @Override
            public long gas() {
                return 0;
            }
        }

        @Override
        public Plan plan() {
            return Plan.empty().own("pot").claim("shares", 4, Plan.Kind.SHARE);
        }

        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Step<Nothing> advance(Nothing state, VenueView view) {
            return Step.of(state);
        }

        @Override
        public Either<Rejection, Step<Nothing>> act(
                Nothing state, AccountId sender, Action.AtVenue action, VenueView view) {
            return Either.right(Step.of(state));
        }
    }

    public record Strict(@Parameter(value = "share that counts", preset = "1") Ratio share) implements LinearMargin {
        @Override
        public Weight weight(Leg leg, Requirement requirement) {
            return new Weight(share.value(), Decimal.ONE);
        }
    }

    @About("Never liquidates.")
    public record Hold() implements LiquidationModel<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            return Ruling.of(state);
        }

        @Override
        public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
            return Either.right(Ruling.of(state));
        }
    }

    /** Anything but steps. */
    public enum Manner {
        IN_STEPS,
        SMOOTHLY
    }

    public record FallingPrice(
            @Parameter(value = "first price ÷ oracle's", preset = "1.2", min = "1") Ratio buffer,
            @Parameter(value = "how it falls", variants = Straight.class) Curve curve,
            @Parameter(value = "how", preset = "in-steps") Manner manner,
            @Parameter("all of a lot") boolean whole)
            implements LiquidationModel<Nothing> {
        public FallingPrice {
            if (whole && manner == Manner.SMOOTHLY) {
                throw new IllegalArgumentException("a whole lot cannot go smoothly");
            }
        }

        /** Found because it is nested here. */
        public record Cliff(@Parameter("when") Duration at) implements Curve {
            @Override
            public Decimal price(Decimal top, long elapsedMillis) {
                return top;
            }

            @Override
            public long holdsUntilMillis(long elapsedMillis) {
                return Long.MAX_VALUE;
            }
        }

        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Ruling<Nothing> rule(Nothing state, Docket docket) {
            return Ruling.of(state);
        }

        @Override
        public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
            return Either.right(Ruling.of(state));
        }
    }

    /** Found because the parameter names it. */
    public record Straight(@Parameter(value = "to zero", min = "1 s") Duration to) implements Curve {
        @Override
        public Decimal price(Decimal top, long elapsedMillis) {
            return top;
        }

        @Override
        public long holdsUntilMillis(long elapsedMillis) {
            return elapsedMillis + 1;
        }
    }

    public record Buffer(@Parameter("most that it pays") Option<Parcel> most) implements LossModel<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
            return Bearing.of(state, Bearing.Outcome.EXHAUSTED);
        }
    }

    public record Halt(
            @Parameter(value = "a move of this size", min = "0") Ratio move, @Parameter("in this time") Duration within)
            implements Safeguard<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Nothing observe(Nothing state, MarginView view) {
            return state;
        }

        @Override
        public Verdict judge(Nothing state, Proposal proposal, MarginView view) {
            return Verdict.ALLOW;
        }
    }

    public record Keeper(
            @Parameter(value = "how many", preset = "1", min = "0", max = "1000") int count,
            @Parameter("what each owns") Parcel capital,
            @Parameter(value = "most it pays", unit = "gwei", preset = "400", min = "0") double gasCap,
            @Parameter(value = "from decision to arrival", unit = "blocks", preset = "0") int latency,
            @Parameter(value = "where it works", preset = "[]") Seq<VenueRef> venues,
            @Parameter("where it sells") Option<MarketRef> market)
            implements AgentModel<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Decision<Nothing> decide(Nothing state, AgentView view) {
            return Decision.idle(state, Wake.never());
        }

        @Override
        public Seq<Parcel> endowment() {
            return List.of(capital);
        }
    }

    public record Count(@Parameter("what is counted") String what) implements Metric<Long> {
        @Override
        public Long initial() {
            return 0L;
        }

        @Override
        public Long observe(Long state, Event event, RunView view) {
            return state + 1;
        }

        @Override
        public double value(Long state, RunView view) {
            return state;
        }

        @Override
        public String unit() {
            return "";
        }

        @Override
        public Better better() {
            return Better.LOWER;
        }
    }
}
