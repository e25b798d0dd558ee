package io.firebreak.lending.agents;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.agent.Wake;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Hands a stablecoin to its issuer and buys it back with what it received, in one bundle, where it ends with more of it than it
 * began with after fees and gas: where the stablecoin is cheaper than what it is redeemed for.
 *
 * <p>It tries its capital, half of it, and so on down to a hundred and twenty-eighth, and takes what gains most: the issuer's
 * fee may grow with the amount, and where single loans are redeemed some amounts find none. Where the issuer redeems for a fee it
 * asks what it would get, where it swaps it asks for a quote, and other claims it values at what stands behind them.
 */
@About(
        value =
                "Redeems a stablecoin at its issuer and buys it back wherever it is cheaper than what it is redeemed for.",
        follows = "redemptions of Liquity v1; the arbitrage of Terra's market module")
public record Redeemer(
        @Parameter(value = "how many such redeemers there are", preset = "1", min = "0", max = "10000") int count,
        @Parameter("the issuer") VenueRef venue,
        @Parameter("what each has of the stablecoin") Parcel capital,
        @Parameter("what the issuer gives for it") Asset into,
        @Parameter("where it buys the stablecoin back, at the outside price with its impact") MarketRef market,
        @Parameter("an automated market maker where it buys it back instead") Option<VenueRef> exit,
        @Parameter("what each has to pay gas with") Option<Parcel> gasReserve,
        @Parameter("what a redemption must leave after gas, in the stablecoin; anything without it")
                Option<Parcel> minProfit,
        @Parameter(value = "most it pays for a unit of gas; no cap without it", unit = "gwei", min = "0")
                Option<Decimal> gasCap,
        @Parameter(value = "how often it looks", preset = "5 min", min = "1 ms") Duration every,
        @Parameter(
                        value = "blocks between its decision and its arrival at the block builder",
                        unit = "blocks",
                        preset = "0",
                        min = "0",
                        max = "10000")
                int latency,
        @Parameter(
                        value = "share of the rest of the world's transactions that it outbids",
                        unit = "ratio",
                        preset = "60%",
                        min = "0",
                        max = "1")
                Ratio percentile)
        implements AgentModel<Redeemer.State> {
    /** Whether something of it is on its way. */
    public enum State {
        WATCHING,
        WAITING
    }

    private static final int HALVES = 7;

    @Override
    public State initial() {
        return State.WATCHING;
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(capital).appendAll(gasReserve);
    }

    @Override
    public int latencyBlocks() {
        return latency;
    }

    @Override
    public Decision<State> decide(State state, AgentView view) {
        boolean refused = view.receipts().exists(receipt -> receipt.result().isLeft());
        if (state == State.WAITING && view.receipts().isEmpty()) {
            return Decision.idle(state, Wake.never());
        }
        Outbox outbox = new Outbox(view, gasCap);
        boolean sent = !refused && outbox.fee(percentile).exists(fee -> redeem(outbox, fee, view));
        return sent
                ? new Decision<>(State.WAITING, outbox.submissions(), Wake.never())
                : Decision.idle(State.WATCHING, Wake.at(view.block().timeMillis() + every.toMillis()));
    }

    private boolean redeem(Outbox outbox, long fee, AgentView view) {
        long most = StrictMath.min(capital.units(), view.balance(view.self(), capital.asset()));
        double cost = outbox.cost(bundle(1, 1, view).gas(), fee, capital.asset())
                + minProfit.map(Parcel::units).getOrElse(0L);
        long best = 0;
        double gain = cost;
        for (int halved = 0; halved <= HALVES; halved++) {
            long units = most >> halved;
            double more = units == 0 ? 0 : back(redeemed(units, view), view) - units;
            if (more > gain) {
                gain = more;
                best = units;
            }
        }
        return best > 0 && outbox.send(bundle(best, best + (long) StrictMath.ceil(cost), view), fee, view.self());
    }

    private Action bundle(long units, long atLeast, AgentView view) {
        Asset stable = capital.asset();
        Quantity redeemed = new Quantity.ResultOf(0);
        return new Action.Bundle(List.of(
                swaps(view)
                        ? new Action.Swap(venue, stable, Quantity.of(units), into, 0)
                        : new Action.Redeem(venue, stable, Quantity.of(units)),
                exit.<Action>map(amm -> new Action.Swap(amm, into, redeemed, stable, atLeast))
                        .getOrElse(() -> new Action.MarketOrder(market, into, redeemed, stable))));
    }

    /** Whether the issuer exchanges the stablecoin like any other asset. */
    private boolean swaps(AgentView view) {
        return view.redeemed(venue, capital.asset(), 1, into).isEmpty()
                && view.redemption(capital.asset(), 1).isEmpty();
    }

    private long redeemed(long units, AgentView view) {
        Asset stable = capital.asset();
        return view.redeemed(venue, stable, units, into)
                .orElse(() -> view.redemption(stable, units)
                        .find(part -> part.asset().equals(into))
                        .map(Parcel::units))
                .orElse(() -> view.quote(venue, stable, units, into))
                .getOrElse(0L);
    }

    private long back(long units, AgentView view) {
        return units == 0
                ? 0
                : exit.map(amm -> view.quote(amm, into, units, capital.asset()).getOrElse(0L))
                        .getOrElse(() -> view.quote(market, into, units, capital.asset()));
    }
}
