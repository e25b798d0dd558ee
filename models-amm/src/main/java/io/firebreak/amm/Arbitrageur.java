package io.firebreak.amm;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Submission;
import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.agent.Wake;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Exact;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * Buys where it is cheap and sells where it is dear, between a venue that quotes and the market outside, both legs in one
 * bundle: it ends with more of the asset it began with and as much of the other as before.
 *
 * <p>One look at either direction with a small probe decides whether there is anything to gain. Only then it fits {@code
 * out = x ÷ (i + s·x)} through two quotes, which a constant product is exactly, takes {@code x* = (√(m·i) − i) ÷ s} at the
 * outside price {@code m}, and, where the gain at {@code x*} would pay for gas and {@code minProfit}, searches below it
 * with the market's impact included. Where a third quote shows that the venue is another curve, it searches as far as the
 * quotes go on gaining.
 */
@About("Trades a venue's price against an outside market whenever the gain exceeds gas and a minimum profit.")
public record Arbitrageur(
        @Parameter("the venue that it trades at: a pool, say") VenueRef venue,
        @Parameter("the outside market of the opposite leg") MarketRef market,
        @Parameter("what it may hand in to start one way round") Parcel capital,
        @Parameter("what it may hand in to start the other way round") Parcel otherCapital,
        @Parameter("least gain of a trade, after gas") Parcel minProfit,
        @Parameter(value = "highest gas price it pays", unit = "gwei", preset = "1000", min = "0") double gasCap,
        @Parameter(
                        value = "it bids what this share of the block's transactions pays less than",
                        unit = "ratio",
                        preset = "0.6",
                        min = "0",
                        max = "1")
                double gasQuantile,
        @Parameter(value = "from decision to block builder", unit = "blocks", preset = "0", min = "0") int latency,
        @Parameter(value = "how many of them", preset = "1", min = "1") int count)
        implements AgentModel<Arbitrageur.State> {

    /** Whether something of it is on its way. */
    public enum State {
        WATCHING,
        WAITING
    }

    private static final long PROBES = 10_000;
    private static final int SEARCH_STEPS = 20;
    private static final double EXACT = 1e-6;
    private static final double GOLDEN = 0.6180339887498949;
    private static final Decision<State> WATCH = Decision.idle(State.WATCHING, Wake.everyBlock());
    private static final Decision<State> WAIT = Decision.idle(State.WAITING, Wake.never());

    @Override
    public State initial() {
        return State.WATCHING;
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(capital, otherCapital);
    }

    @Override
    public int latencyBlocks() {
        return latency;
    }

    @Override
    public Decision<State> decide(State state, AgentView view) {
        if (state == State.WAITING && view.receipts().isEmpty()) {
            return WAIT;
        }
        Option<Submission> trade = oneWay(capital, otherCapital.asset(), view);
        if (trade.isEmpty()) {
            trade = oneWay(otherCapital, capital.asset(), view);
        }
        return trade.isEmpty() ? WATCH : new Decision<>(State.WAITING, List.of(trade.get()), Wake.never());
    }

    /** Hands {@code home} in at the venue and buys it back outside. */
    private Option<Submission> oneWay(Parcel start, Asset other, AgentView view) {
        Asset home = start.asset();
        long probe = Math.max(1, start.units() / PROBES);
        long probeOut = atVenue(home, probe, other, view);
        long probeBack = probeOut == 0 ? 0 : view.quote(market, other, probeOut, home);
        if (probeBack <= probe) {
            return Option.none();
        }
        long most = Math.min(start.units(), view.balance(view.self(), home));
        double gwei = view.gasAsset().isEmpty() ? 0 : StrictMath.ceil(view.gasPrice(gasQuantile));
        if (most <= 0 || gwei > gasCap) {
            return Option.none();
        }
        double cost = cost(home, other, gwei, view);
        double price = (double) probeBack / probeOut;
        Hyperbola curve = Hyperbola.through(probe, probeOut, most, atVenue(home, most, other, view));
        double best = Math.min((double) most, curve.best(price));
        long there = atVenue(home, (long) best, other, view);
        boolean isExact = StrictMath.abs(there - curve.out(best)) <= 2 + EXACT * there;
        // The curve leaves the market's impact out, so where it is exact it bounds the gain from above. NaN, from an
        // asset
        // without a market, is not a gain either.
        if (isExact && !(curve.gain(best, price) > cost)) {
            return Option.none();
        }
        long upper = isExact ? (long) best : bracket(home, other, StrictMath.max(1, (long) best), most, view);
        long in = search(home, other, upper, view);
        long out = atVenue(home, in, other, view);
        long back = view.quote(market, other, out, home);
        if (in <= 0 || back <= in || !(back - in > cost)) {
            return Option.none();
        }
        // Less than this and the way back would return less than went in.
        long atLeast = Exact.mulDivUp(out, in, back);
        return Option.some(Submission.of(bundle(home, in, other, atLeast), (long) gwei));
    }

    /** An amount beyond the one with the highest gain, at a venue that is no constant product: twice as often as that pays. */
    private long bracket(Asset home, Asset other, long start, long most, AgentView view) {
        long upper = start;
        double gain = gain(home, other, upper, view);
        while (upper < most) {
            long next = upper > most / 2 ? most : 2 * upper;
            double more = gain(home, other, next, view);
            upper = next;
            if (!(more > gain)) {
                break;
            }
            gain = more;
        }
        return upper;
    }

    private Action.Bundle bundle(Asset home, long in, Asset other, long atLeast) {
        return new Action.Bundle(List.of(
                new Action.Swap(venue, home, Quantity.of(in), other, atLeast),
                new Action.MarketOrder(market, other, new Quantity.ResultOf(0), home)));
    }

    private long atVenue(Asset home, long units, Asset other, AgentView view) {
        return view.quote(venue, home, units, other).getOrElse(0L);
    }

    /** Gas and least profit, in base units of {@code home}. */
    private double cost(Asset home, Asset other, double gwei, AgentView view) {
        double worth = minProfit.units() == 0
                ? 0
                : minProfit.asset().wholeAsDouble(minProfit.units()) * view.worth(minProfit.asset());
        if (gwei > 0) {
            Asset gas = view.gasAsset().get();
            // The gas asset's base unit is a billionth, so gwei times gas is a number of base units.
            worth += gas.wholeAsDouble(((long) gwei) * bundle(home, 1, other, 0).gas()) * view.worth(gas);
        }
        return worth == 0 ? 0 : worth / (view.worth(home) * home.wholeAsDouble(1));
    }

    /** The amount with the highest gain by the quotes themselves: golden section, the gain being concave. */
    private long search(Asset home, Asset other, long upper, AgentView view) {
        double low = 0;
        double high = upper;
        long best = upper;
        double bestGain = gain(home, other, upper, view);
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double gainLeft = gain(home, other, (long) left, view);
        double gainRight = gain(home, other, (long) right, view);
        for (int step = 0; step < SEARCH_STEPS; step++) {
            if (gainLeft > gainRight) {
                if (gainLeft > bestGain) {
                    bestGain = gainLeft;
                    best = (long) left;
                }
                high = right;
                right = left;
                gainRight = gainLeft;
                left = high - GOLDEN * (high - low);
                gainLeft = gain(home, other, (long) left, view);
            } else {
                if (gainRight > bestGain) {
                    bestGain = gainRight;
                    best = (long) right;
                }
                low = left;
                left = right;
                gainLeft = gainRight;
                right = low + GOLDEN * (high - low);
                gainRight = gain(home, other, (long) right, view);
            }
        }
        return best;
    }

    private double gain(Asset home, Asset other, long in, AgentView view) {
        long out = atVenue(home, in, other, view);
        return out == 0 ? -in : view.quote(market, other, out, home) - in;
    }
}
