package io.firebreak.amm.agents;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.agent.Wake;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Provides liquidity, withdraws it part by part as its loss against holding or the volatility outside grows, and returns
 * after a pause when it is calm. Where many leave, the next trade moves the price further: depth goes when it is needed.
 *
 * @formula part provided = 1 − max(loss ÷ mostLoss, volatility ÷ mostVolatility), within 0..1; loss = 1 − worth of the
 *     shares ÷ worth now of what went in; volatility an exponentially weighted mean of squared returns
 */
@About("Provides liquidity and withdraws it as its loss against holding, or volatility, grows.")
public record LiquidityProvider(
        @Parameter("the pool, of two assets") VenueRef venue,
        @Parameter(value = "which of the pool's shares it buys, counted from 1", preset = "1", min = "1") int range,
        @Parameter("what it has of the pool's first asset") Parcel capital,
        @Parameter("what it has of the other asset") Parcel otherCapital,
        @Parameter(value = "a loss against holding at which nothing is left in the pool", unit = "ratio", min = "0.01%")
                Ratio mostLoss,
        @Parameter(value = "a volatility at which nothing is left in the pool, of a day", unit = "ratio", min = "0.01%")
                Ratio mostVolatility,
        @Parameter(
                        value = "how fast it forgets returns: half of their weight is gone in this time",
                        preset = "1 d",
                        min = "1 s")
                Duration halfLife,
        @Parameter(value = "how long it provides no more after it withdrew", preset = "1 d") Duration pause,
        @Parameter(value = "how often it looks", preset = "10 min", min = "1 ms") Duration every,
        @Parameter(
                        value = "moves less than this part of its liquidity are not worth it",
                        preset = "20%",
                        min = "0.1%",
                        max = "1")
                Ratio step,
        @Parameter(
                        value = "it bids what this share of the block's transactions pays less than",
                        unit = "ratio",
                        preset = "0.6",
                        min = "0",
                        max = "1")
                double gasQuantile,
        @Parameter(value = "how many of them", preset = "1", min = "1") int count)
        implements AgentModel<LiquidityProvider.State> {

    private static final double DAY_MILLIS = 86_400_000;

    /**
     * What it remembers.
     *
     * @param isWaiting whether something of it is on its way
     * @param seen the price when it last looked
     * @param variance of a day
     * @param shares that it knows of
     * @param most shares that it ever had
     * @param wentIn what the shares stood for when it bought them
     * @param backMillis when it may provide again
     */
    public record State(
            boolean isWaiting,
            Option<Seen> seen,
            double variance,
            long shares,
            long most,
            Seq<Parcel> wentIn,
            long backMillis) {
        State waiting(long untilMillis) {
            return new State(true, seen, variance, shares, most, wentIn, untilMillis);
        }
    }

    /** A price at a time. */
    public record Seen(double price, long atMillis) {}

    @Override
    public State initial() {
        return new State(false, Option.none(), 0, 0, 0, List.empty(), 0);
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(capital, otherCapital);
    }

    @Override
    public Decision<State> decide(State before, AgentView view) {
        if (before.isWaiting && view.receipts().isEmpty()) {
            return Decision.idle(before, Wake.never());
        }
        Seq<Asset> claims = view.claims(venue);
        if (claims.size() < range) {
            return Decision.idle(before, Wake.never());
        }
        Asset claim = claims.get(range - 1);
        State state = counting(looking(before, view), claim, view);
        long wanted = (long) (target(state, claim, view) * state.most);
        double least = step.value().toDouble() * state.most;
        long wallet = view.balance(view.self(), capital.asset());
        long other = view.balance(view.self(), otherCapital.asset());
        long now = view.block().timeMillis();
        long back = state.backMillis;
        Option<Action> action = Option.none();
        if (state.most == 0) {
            action = provide(wallet, other, 1, claim);
        } else if (state.shares - wanted >= least) {
            action = Option.some(new Action.Redeem(venue, claim, Quantity.of(state.shares - wanted)));
            back = now + pause.toMillis();
        } else if (wanted - state.shares >= least && now >= back) {
            double part = (double) (wanted - state.shares) / (state.most - state.shares);
            action = provide(wallet, other, part, claim);
        }
        Wake later = Wake.at(now + every.toMillis());
        return action.isEmpty()
                ? Decision.idle(state, later)
                : new Decision<>(
                        state.waiting(back), List.of(Bids.submission(action.get(), gasQuantile, view)), Wake.never());
    }

    private Option<Action> provide(long units, long other, double part, Asset claim) {
        Seq<Quantity> quantities = List.of(Quantity.of((long) (part * units)), Quantity.of((long) (part * other)));
        return Option.when(units > 0 || other > 0, new Action.Provide(venue, quantities, Option.some(claim)));
    }

    /** With the return since it last looked. */
    private State looking(State state, AgentView view) {
        double price = view.worth(capital.asset()) / view.worth(otherCapital.asset());
        long now = view.block().timeMillis();
        if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
            return new State(
                    false, state.seen, state.variance, state.shares, state.most, state.wentIn, state.backMillis);
        }
        double variance = state.variance;
        if (state.seen.exists(last -> last.atMillis < now)) {
            Seen last = state.seen.get();
            double days = (now - last.atMillis) / DAY_MILLIS;
            double kept = StrictMath.pow(0.5, (now - last.atMillis) / (double) halfLife.toMillis());
            double move = StrictMath.log(price / last.price);
            variance = kept * variance + (1 - kept) * move * move / days;
        }
        return new State(
                false,
                Option.some(new Seen(price, now)),
                variance,
                state.shares,
                state.most,
                state.wentIn,
                state.backMillis);
    }

    /** With the shares that it has bought or sold since. */
    private State counting(State state, Asset claim, AgentView view) {
        long shares = view.balance(view.self(), claim);
        Seq<Parcel> wentIn = state.wentIn;
        if (shares < state.shares) {
            wentIn = wentIn.map(
                    each -> new Parcel(each.asset(), (long) ((double) each.units() / state.shares * shares)));
        } else if (shares > state.shares) {
            Seq<Parcel> added = view.redemption(claim, shares - state.shares);
            wentIn = state.wentIn.isEmpty()
                    ? added
                    : added.zipWith(state.wentIn, (one, other) -> new Parcel(one.asset(), one.units() + other.units()));
        }
        return new State(
                false,
                state.seen,
                state.variance,
                shares,
                StrictMath.max(state.most, shares),
                wentIn,
                state.backMillis);
    }

    private double target(State state, Asset claim, AgentView view) {
        double volatility =
                StrictMath.sqrt(state.variance) / mostVolatility.value().toDouble();
        double held = worth(state.wentIn, view);
        double loss = state.shares == 0 || !(held > 0)
                ? 0
                : (1 - worth(view.redemption(claim, state.shares), view) / held)
                        / mostLoss.value().toDouble();
        return 1 - StrictMath.max(0, StrictMath.min(1, StrictMath.max(volatility, loss)));
    }

    private static double worth(Seq<Parcel> parcels, AgentView view) {
        double sum = 0;
        for (Parcel each : parcels) {
            sum += each.asset().wholeAsDouble(each.units()) * view.worth(each.asset());
        }
        return sum;
    }
}
