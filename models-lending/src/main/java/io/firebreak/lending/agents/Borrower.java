package io.firebreak.lending.agents;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Receipt;
import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.agent.Wake;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Borrows once and defends the loan: where its health is under a level when it looks, it brings it back to a target with what it
 * kept aside, by repaying where that is what it owes and by adding collateral where it is that.
 *
 * <p>It fails to where it looks too seldom, where its message comes too late, or where what it kept aside is used up; then it
 * does what it can. What it borrowed is spent: it is never paid back from there.
 *
 * @formula health = Σ weighted collateral ÷ Σ weighted debt, by the venue's prices and its maintenance requirement; repaid = debt
 *     − collateral ÷ target; or added = target · debt − collateral
 */
@About("Borrows once, and repays or adds collateral from a reserve when its health falls.")
public record Borrower(
        @Parameter(value = "how many such borrowers there are", preset = "1", min = "0", max = "10000") int count,
        @Parameter("where it borrows") VenueRef venue,
        @Parameter("what each pledges; of one to whom the scenario gives an account that owes, nothing") Parcel pledge,
        @Parameter("what it borrows") Asset debt,
        @Parameter(
                        value = "the health at which it begins is drawn evenly from here on",
                        unit = "ratio",
                        preset = "130%",
                        min = "100%",
                        max = "10000%")
                Ratio leastHealth,
        @Parameter(value = "and up to here", unit = "ratio", preset = "200%", min = "100%", max = "10000%")
                Ratio mostHealth,
        @Parameter(value = "what each keeps aside, of its collateral or its debt: used in this order", preset = "[]")
                Seq<Parcel> reserve,
        @Parameter("what each has to pay gas with") Option<Parcel> gasReserve,
        @Parameter(
                        value = "the health under which it acts",
                        unit = "ratio",
                        preset = "115%",
                        min = "100%",
                        max = "10000%")
                Ratio actsBelow,
        @Parameter(
                        value = "the health to which it returns",
                        unit = "ratio",
                        preset = "130%",
                        min = "100%",
                        max = "10000%")
                Ratio target,
        @Parameter(value = "how often it looks, the first time at random within that", preset = "1 h", min = "1 ms")
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
        implements AgentModel<Borrower.State> {
    /**
     * What it remembers.
     *
     * @param opened whether it has borrowed
     * @param waiting whether something of it is on its way
     * @param left what is left of its reserve
     */
    public record State(boolean opened, boolean waiting, Seq<Parcel> left) {}

    @Override
    public State initial() {
        return new State(false, false, reserve);
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(pledge).appendAll(reserve).appendAll(gasReserve);
    }

    @Override
    public int latencyBlocks() {
        return latency;
    }

    @Override
    public Decision<State> decide(State before, AgentView view) {
        if (before.waiting && view.receipts().isEmpty()) {
            return Decision.idle(before, Wake.never());
        }
        Pledged own = Pledged.of(venue, pledge.asset(), debt, Requirement.MAINTENANCE, view);
        State told = view.receipts().foldLeft(before, Borrower::after);
        State state = new State(told.opened || own.debts() > 0, false, told.left);
        boolean refused = view.receipts().exists(receipt -> receipt.result().isLeft());
        List<Action> steps = List.empty();
        if (own.isPriced() && !refused && !state.opened) {
            steps = opening(own, view);
        } else if (own.isPriced() && !refused && own.health() < health(actsBelow)) {
            steps = defence(own, state, view);
        }
        long now = view.block().timeMillis();
        long pause =
                state.opened && !before.opened ? (long) (view.draws().uniform() * every.toMillis()) : every.toMillis();
        Outbox outbox = new Outbox(view, Option.none());
        boolean sent = outbox.send(steps, percentile);
        return new Decision<>(
                new State(state.opened, sent, state.left),
                outbox.submissions(),
                sent ? Wake.never() : Wake.at(now + pause));
    }

    private static double health(Ratio ratio) {
        return ratio.value().toDouble();
    }

    private List<Action> opening(Pledged none, AgentView view) {
        double span = health(mostHealth) - health(leastHealth);
        double begins = health(leastHealth) + view.draws().uniform() * span;
        long most = Pledged.of(venue, pledge.asset(), debt, Requirement.INITIAL, view)
                .withCollateral(pledge.units())
                .roomTo(Pledged.SLACK);
        long drawn = StrictMath.min(most, none.withCollateral(pledge.units()).roomTo(begins));
        return List.of(
                new Action.Deposit(venue, pledge.asset(), Quantity.of(pledge.units())),
                new Action.Borrow(venue, debt, Quantity.of(drawn)));
    }

    private List<Action> defence(Pledged now, State state, AgentView view) {
        List<Action> steps = List.empty();
        Pledged own = now;
        for (Parcel kept : state.left) {
            Asset asset = kept.asset();
            long most = StrictMath.min(kept.units(), view.balance(view.self(), asset));
            if (asset.equals(debt)) {
                long repaid = StrictMath.min(most, own.repaymentTo(health(target)));
                steps = repaid == 0 ? steps : steps.append(new Action.Repay(venue, debt, Quantity.of(repaid)));
                own = own.withDebt(-repaid);
            } else {
                long added = StrictMath.min(most, own.collateralTo(health(target)));
                steps = added == 0 ? steps : steps.append(new Action.Deposit(venue, asset, Quantity.of(added)));
                own = own.withCollateral(added);
            }
        }
        return steps;
    }

    /** What was sent has been done, or not; what it took is gone from the reserve. */
    private static State after(State state, Receipt receipt) {
        if (receipt.result().isLeft()) {
            return state;
        }
        Action sent = receipt.submission().action();
        Seq<Parcel> left = state.left;
        for (Action step : sent instanceof Action.Bundle bundle ? bundle.steps() : List.of(sent)) {
            if (state.opened && step instanceof Action.Repay repay) {
                left = less(left, repay.asset(), repay.quantity());
            } else if (state.opened && step instanceof Action.Deposit deposit) {
                left = less(left, deposit.asset(), deposit.quantity());
            }
        }
        return new State(true, false, left);
    }

    private static Seq<Parcel> less(Seq<Parcel> left, Asset asset, Quantity used) {
        return left.map(each -> each.asset().equals(asset) && used instanceof Quantity.Units units
                ? new Parcel(asset, each.units() - units.units())
                : each);
    }
}
