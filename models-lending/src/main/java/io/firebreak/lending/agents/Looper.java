package io.firebreak.lending.agents;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.agent.Wake;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Rate;
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
 * Levers collateral up: deposits it, borrows against it, swaps the loan for more of it and deposits that, round by round up to a
 * target leverage; and unwinds the other way round, in part when its health falls and altogether when the loan costs more than
 * the collateral yields.
 *
 * <p>A round takes one block and no more than the venue's initial requirement allows, so that who waited too long cannot unwind
 * any more. What the loan costs it sees from how its debt grows between two looks.
 *
 * @formula leverage = collateral value ÷ (collateral value − debt value); sold when the health h is too low = (target · debt −
 *     assets) ÷ (target · what a unit fetches − what it counts for); carry = yield · collateral value − growth of the debt
 */
@About(
        value =
                "Deposits, borrows, swaps and deposits again up to a leverage, and unwinds when health or carry says so.",
        follows = "stETH loops on Aave and leverage of Liquity troves",
        simplifies =
                "no flash loans; a leverage that rises or falls with the price is not brought back until health says so")
public record Looper(
        @Parameter(value = "how many such loopers there are", preset = "1", min = "0", max = "10000") int count,
        @Parameter("where it borrows") VenueRef venue,
        @Parameter("what each begins with, of its collateral") Parcel capital,
        @Parameter("what it borrows") Asset debt,
        @Parameter("where it swaps the one for the other, at the outside price with its impact") MarketRef market,
        @Parameter("an automated market maker where it swaps instead") Option<VenueRef> exit,
        @Parameter("what each has to pay gas with") Option<Parcel> gasReserve,
        @Parameter(
                        value = "the leverage at which it stops",
                        unit = "times its own capital",
                        preset = "3",
                        min = "1",
                        max = "100")
                Ratio leverage,
        @Parameter(
                        value = "the health under which it unwinds",
                        unit = "ratio",
                        preset = "110%",
                        min = "100%",
                        max = "10000%")
                Ratio unwindsBelow,
        @Parameter(
                        value = "the health to which it unwinds",
                        unit = "ratio",
                        preset = "120%",
                        min = "100%",
                        max = "10000%")
                Ratio target,
        @Parameter("what it reckons that its collateral yields; it does not ask what the loan costs without it")
                Option<Rate> yield,
        @Parameter(value = "how often it looks, the first time at random within that", preset = "10 min", min = "1 ms")
                Duration every,
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
        implements AgentModel<Looper.State> {
    /** A round that would change the debt by less than this part is not worth it. */
    private static final double WORTH_A_ROUND = 0.01;
    /** More than is owed is sold by so much, as its price falls on the way. */
    private static final double ENOUGH = 1.000001;

    /** What it is about. */
    public enum Phase {
        LEVERING,
        HOLDING,
        LEAVING,
        GONE
    }

    /**
     * What it remembers.
     *
     * @param waiting whether something of it is on its way
     * @param owed what it owed when it last looked and did nothing; 0 where it did something since
     * @param seenMillis when that was
     */
    public record State(Phase phase, boolean waiting, long owed, long seenMillis) {}

    @Override
    public State initial() {
        return new State(Phase.LEVERING, false, 0, 0);
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
        if (state.phase == Phase.GONE || (state.waiting && view.receipts().isEmpty())) {
            return Decision.idle(state, Wake.never());
        }
        long now = view.block().timeMillis();
        Pledged own = Pledged.of(venue, capital.asset(), debt, Requirement.MAINTENANCE, view);
        if (!own.isPriced()
                || view.receipts().exists(receipt -> receipt.result().isLeft())) {
            return Decision.idle(new State(state.phase, false, 0, 0), Wake.at(now + every.toMillis()));
        }
        Pledged bound = Pledged.of(venue, capital.asset(), debt, Requirement.INITIAL, view);
        long owed = owed(view);
        Phase phase = state.phase == Phase.HOLDING && costs(state, owed, view) ? Phase.LEAVING : state.phase;
        List<Action> steps = List.empty();
        if (phase == Phase.LEVERING) {
            steps = lever(bound, view);
            phase = steps.isEmpty() ? Phase.HOLDING : phase;
        } else if (phase == Phase.LEAVING) {
            steps = owed == 0
                    ? List.of(new Action.Withdraw(venue, capital.asset(), Quantity.all()))
                    : unwind(Double.POSITIVE_INFINITY, own, bound, view);
            phase = owed == 0 ? Phase.GONE : phase;
        } else if (own.health() < unwindsBelow.value().toDouble()) {
            steps = unwind(target.value().toDouble(), own, bound, view);
        }
        return send(steps, new State(phase, false, owed, now), state.phase != phase, view);
    }

    private Decision<State> send(Seq<Action> steps, State state, boolean isFirst, AgentView view) {
        Outbox outbox = new Outbox(view, Option.none());
        boolean sent = outbox.send(steps, percentile);
        long pause = isFirst ? (long) (view.draws().uniform() * every.toMillis()) : every.toMillis();
        return sent
                ? new Decision<>(new State(state.phase, true, 0, 0), outbox.submissions(), Wake.never())
                : Decision.idle(state, Wake.at(state.seenMillis + pause));
    }

    private long owed(AgentView view) {
        return view.marginAccount(venue)
                .map(account -> -view.venue(venue).holding(account, debt))
                .getOrElse(0L);
    }

    private long held(AgentView view) {
        return view.marginAccount(venue)
                .map(account -> Pledged.deposited(venue, account, capital.asset(), view))
                .getOrElse(0L);
    }

    /** Whether the loan has cost more since the last look than the collateral is reckoned to yield. */
    private boolean costs(State last, long owed, AgentView view) {
        long elapsed = view.block().timeMillis() - last.seenMillis;
        if (yield.isEmpty() || last.owed == 0 || elapsed == 0) {
            return false;
        }
        double earned = value(held(view), view) * (yield.get().growth(elapsed) - 1);
        return owed - last.owed > earned;
    }

    /** What so much collateral is worth in base units of the debt, as the venue counts it. */
    private double value(long units, AgentView view) {
        var books = view.venue(venue);
        double price = books.price(capital.asset())
                .map(each -> each.value().toDouble())
                .getOrElse(Double.NaN);
        double of = books.price(debt).map(each -> each.value().toDouble()).getOrElse(Double.NaN);
        return capital.asset().wholeAsDouble(units) * price / of * StrictMath.pow(10, debt.decimals());
    }

    /** What lies in the wallet is deposited; then a round, up to the leverage. */
    private List<Action> lever(Pledged bound, AgentView view) {
        long there = StrictMath.min(capital.units(), view.balance(view.self(), capital.asset()));
        long held = held(view);
        List<Action> first = held == 0 && there > 0
                ? List.of(new Action.Deposit(venue, capital.asset(), Quantity.of(there)))
                : List.empty();
        Pledged with = first.isEmpty() ? bound : bound.withCollateral(there);
        double value = value(held + (first.isEmpty() ? 0 : there), view);
        double owed = owed(view);
        double wanted = (leverage.value().toDouble() - 1) * (value - owed) - owed;
        long drawn = StrictMath.min((long) wanted, with.roomTo(Pledged.SLACK));
        return drawn <= WORTH_A_ROUND * owed || drawn <= 0
                ? first
                : first.append(new Action.Borrow(venue, debt, Quantity.of(drawn)))
                        .append(swap(debt, new Quantity.ResultOf(first.size()), capital.asset()))
                        .append(new Action.Deposit(venue, capital.asset(), new Quantity.ResultOf(first.size() + 1)));
    }

    /** A round back: collateral out as far as it may, sold for debt that is repaid. */
    private List<Action> unwind(double health, Pledged own, Pledged bound, AgentView view) {
        long loose = StrictMath.min(held(view), bound.looseAt(Pledged.SLACK));
        double fetched = loose == 0 ? 0 : (double) quote(capital.asset(), loose, debt, view) / loose;
        if (!(fetched > 0)) {
            return List.empty();
        }
        // Of what is owed, and a little more as its price falls on the way.
        double all = ENOUGH * own.debts() / own.perDebt() / fetched;
        double gain = health * fetched * own.perDebt() - own.perCollateral();
        double needed = health == Double.POSITIVE_INFINITY || gain <= 0
                ? all
                : StrictMath.min(all, (health * own.debts() - own.assets()) / gain);
        long sold = (long) StrictMath.min((double) loose, StrictMath.ceil(needed));
        return sold <= 0
                ? List.empty()
                : List.of(
                        new Action.Withdraw(venue, capital.asset(), Quantity.of(sold)),
                        swap(capital.asset(), new Quantity.ResultOf(0), debt),
                        new Action.Repay(venue, debt, new Quantity.ResultOf(1)));
    }

    private Action swap(Asset give, Quantity quantity, Asset get) {
        return exit.<Action>map(amm -> new Action.Swap(amm, give, quantity, get, 0))
                .getOrElse(() -> new Action.MarketOrder(market, give, quantity, get));
    }

    private long quote(Asset give, long units, Asset get, AgentView view) {
        return exit.map(amm -> view.quote(amm, give, units, get).getOrElse(0L))
                .getOrElse(() -> view.quote(market, give, units, get));
    }
}
