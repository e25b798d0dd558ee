package io.firebreak.core.engine;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.vavr.collection.Array;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.math.RoundingMode;

/**
 * The lending market of liq-1: one collateral, one debt, and a price that falls by what was sold, after each step or after
 * each sale. A block is a step; in the sequential form it is one liquidation, and the taker asks for the next step.
 */
record LiqMarket(Asset eth, Asset usd, Array<Double> shocks, double mu, double sigma, double lambda, boolean sequential)
        implements MarginVenue<LiqMarket.State> {
    static final Decimal THRESHOLD = Decimal.of("0.825");
    private static final String POOL = "debt-pool";
    private static final String MARKET = "market";
    private static final String DEBT = "debt";
    private static final String PRICE = "price";

    /** The price, what has been sold since it last moved, and which shock comes next. */
    record State(double price, double sold, int step) {}

    /** Weights of the one margin rule. */
    record Threshold() implements LinearMargin {
        @Override
        public Weight weight(Leg leg, Requirement requirement) {
            return leg instanceof Leg.Holding ? new Weight(THRESHOLD, Decimal.ONE) : Weight.FULL;
        }
    }

    @Override
    public Plan plan() {
        return Plan.empty().own(POOL, usd).own(MARKET, usd).claim(DEBT, usd.decimals(), Plan.Kind.DEBT);
    }

    @Override
    public State initial() {
        return new State(2000, 0, 0);
    }

    @Override
    public Seq<Leg> legs(VenueView view) {
        return List.of(
                new Leg.Holding(eth, new PriceSource.Mark(PRICE)),
                new Leg.SharedDebt(usd, view.issued(DEBT), view.own(POOL), new PriceSource.Unit()));
    }

    @Override
    public MarginModel margin() {
        return new Threshold();
    }

    @Override
    public Asset numeraire(VenueView view) {
        return usd;
    }

    @Override
    public Step<State> advance(State state, VenueView view) {
        return sequential && state.step() > 0 ? Step.of(state) : next(state);
    }

    Step<State> next(State state) {
        double price =
                state.price() * (1 - lambda * state.sold()) * StrictMath.exp(mu + sigma * shocks.get(state.step()));
        return Step.of(new State(price, 0, state.step() + 1)).mark(PRICE, Decimal.ofDouble(price));
    }

    @Override
    public Either<Rejection, Step<State>> act(State state, AccountId sender, Action.AtVenue action, VenueView view) {
        if (action instanceof Action.Trade) {
            return Either.right(next(state));
        }
        if (!(action instanceof Action.Swap swap)) {
            return Either.left(new Rejection(Reason.NOT_OFFERED, "only sales"));
        }
        long units = view.amount(swap.quantity(), view.balance(sender, eth));
        Decimal price = view.price(eth).get().value();
        long paid = Exact.convert(units, price, Decimal.ONE, usd.decimals() - eth.decimals(), RoundingMode.DOWN);
        double sold = eth.wholeAsDouble(units);
        AccountId market = view.own(MARKET);
        Step<State> step;
        if (sequential) {
            double lower = state.price() * (1 - lambda * sold);
            step = Step.of(new State(lower, 0, state.step())).mark(PRICE, Decimal.ofDouble(lower));
        } else {
            step = Step.of(new State(state.price(), state.sold() + sold, state.step()));
        }
        return Either.right(step.move(sender, market, eth, units).move(market, sender, usd, paid));
    }
}
