package io.firebreak.amm.agents;

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
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Keeps its liquidity in the range that is around the price: when the price has all but left its range it returns its
 * shares, swaps at the pool until its holdings fit the next range, and provides there.
 *
 * <p>A range that the price has left downwards is all of the first asset, and the follower sells some of it: after the
 * price. Several of them that look at the same time sell together. Where the price stands in a range it tells by what the
 * shares stand for, so that of a range in which nobody has provided it knows nothing.
 */
@About(
        value = "Moves its liquidity to the range that is around the price, swapping at the pool: with others in step.",
        follows = "automated position keepers of Uniswap v3, as Charm's Alpha Vaults (AlphaVault.sol: rebalance)",
        simplifies = "One range at a time; it swaps, where Charm places a second order beside the price")
public record RangeFollower(
        @Parameter("the pool, of two assets") VenueRef venue,
        @Parameter(
                        value = "the ranges that it moves between, by number; all where there are none",
                        preset = "[]",
                        min = "1")
                Seq<Integer> ranges,
        @Parameter("what it has of the pool's first asset") Parcel capital,
        @Parameter("what it has of the other asset") Parcel otherCapital,
        @Parameter(value = "how often it looks", preset = "10 min", min = "1 ms") Duration every,
        @Parameter(
                        value = "it moves when less than this part of its worth is of one of the assets",
                        unit = "ratio",
                        preset = "5%",
                        min = "0",
                        max = "50%")
                Ratio edge,
        @Parameter(
                        value = "it swaps no more at a time than brings so much less than the price, its fee included",
                        unit = "ratio",
                        preset = "1%",
                        min = "0",
                        max = "1")
                Ratio slippage,
        @Parameter(
                        value = "it bids what this share of the block's transactions pays less than",
                        unit = "ratio",
                        preset = "0.6",
                        min = "0",
                        max = "1")
                double gasQuantile,
        @Parameter(value = "how many of them, which look at the same time", preset = "1", min = "1") int count)
        implements AgentModel<RangeFollower.State> {

    /** Whether something of it is on its way. */
    public enum State {
        WATCHING,
        WAITING
    }

    /** Holdings that fit a range to within this part of their worth need no swap. */
    private static final double FITS = 0.01;

    private static final double WORTH_ADDING = 0.1;
    private static final int SEARCH_STEPS = 20;
    private static final long MANY = 1_000_000_000_000L;

    @Override
    public State initial() {
        return State.WATCHING;
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(capital, otherCapital);
    }

    @Override
    public Decision<State> decide(State state, AgentView view) {
        if (state == State.WAITING && view.receipts().isEmpty()) {
            return Decision.idle(state, Wake.never());
        }
        Seq<Asset> claims = view.claims(venue);
        Seq<Asset> used = ranges.isEmpty()
                ? claims
                : ranges.filter(each -> each <= claims.size()).map(each -> claims.get(each - 1));
        double price = price(view);
        Option<Asset> held = used.find(claim -> view.balance(view.self(), claim) > 0);
        Option<Asset> best = used.maxBy(claim -> balance(claim, price, view))
                .filter(claim -> balance(claim, price, view) > edge.value().toDouble());
        Option<Action> action = Option.none();
        if (held.isEmpty()) {
            action = best.flatMap(claim -> enter(claim, price, view));
        } else if (balance(held.get(), price, view) >= edge.value().toDouble()) {
            action = isWorthAdding(held.get(), price, view) ? enter(held.get(), price, view) : action;
        } else if (best.isDefined()) {
            action = Option.some(new Action.Redeem(venue, held.get(), Quantity.all()));
        }
        Wake later = Wake.at(view.block().timeMillis() + every.toMillis());
        // Asked again at once after a receipt: what was redeemed is provided elsewhere in the next block.
        boolean failed = view.receipts().exists(receipt -> receipt.result().isLeft());
        return action.isEmpty() || failed
                ? Decision.idle(State.WATCHING, later)
                : new Decision<>(
                        State.WAITING, List.of(Bids.submission(action.get(), gasQuantile, view)), Wake.never());
    }

    /** What the pool pays for a little of the first asset, in base units; 0 where it pays nothing. */
    private double price(AgentView view) {
        long probe = StrictMath.max(1, capital.asset().unitsDown(Decimal.ONE) / 1000);
        return (double) view.quote(venue, capital.asset(), probe, otherCapital.asset())
                        .getOrElse(0L)
                / probe;
    }

    /** The lesser asset's part of what a share is worth: none where the price is outside the range, but for its fees. */
    private static double balance(Asset claim, double price, AgentView view) {
        double part = firstPart(claim, price, view);
        return StrictMath.min(part, 1 - part);
    }

    /** The first asset's part of what a share is worth. */
    private static double firstPart(Asset claim, double price, AgentView view) {
        Seq<Parcel> parts = view.redemption(claim, MANY);
        if (parts.size() != 2 || !(price > 0)) {
            return 0;
        }
        double first = price * parts.get(0).units();
        double all = first + parts.get(1).units();
        return all > 0 ? first / all : 0;
    }

    /** Whether it has much that found no place when it last provided. */
    private boolean isWorthAdding(Asset claim, double price, AgentView view) {
        Seq<Parcel> parts = view.redemption(claim, view.balance(view.self(), claim));
        double inside = price * parts.get(0).units() + parts.get(1).units();
        double outside =
                price * view.balance(view.self(), capital.asset()) + view.balance(view.self(), otherCapital.asset());
        return outside > WORTH_ADDING * inside;
    }

    /** The most of an amount that is swapped for no less than the slippage allows: the price is in base units. */
    private long swappable(Asset give, double most, Asset get, double price, AgentView view) {
        double least = price * (1 - slippage.value().toDouble());
        double low = 0;
        double high = most;
        for (int step = 0; step < SEARCH_STEPS && high - low > 1; step++) {
            double in = step == 0 ? high : (low + high) / 2;
            boolean allowed = view.quote(venue, give, (long) in, get).getOrElse(0L) >= in * least;
            low = allowed ? in : low;
            high = allowed ? high : in;
        }
        return (long) low;
    }

    /** Provides all it has, after a swap of what is too much of one asset. */
    private Option<Action> enter(Asset claim, double price, AgentView view) {
        long units = view.balance(view.self(), capital.asset());
        long others = view.balance(view.self(), otherCapital.asset());
        Action provide = new Action.Provide(venue, List.of(Quantity.all(), Quantity.all()), Option.some(claim));
        double worth = price * units + others;
        if (!(price > 0) || worth < 1) {
            return Option.none();
        }
        double fits = firstPart(claim, price, view);
        double surplus = price * units - fits * worth;
        if (StrictMath.abs(surplus) <= FITS * worth) {
            return Option.some(provide);
        }
        Asset give = surplus > 0 ? capital.asset() : otherCapital.asset();
        Asset get = surplus > 0 ? otherCapital.asset() : capital.asset();
        long in = surplus > 0
                ? swappable(give, surplus / price, get, price, view)
                : swappable(give, -surplus, get, 1 / price, view);
        long quoted = in == 0 ? 0 : view.quote(venue, give, in, get).getOrElse(0L);
        return Option.some(
                quoted == 0
                        ? provide
                        : new Action.Bundle(Vector.of(
                                new Action.Swap(venue, give, Quantity.of(in), get, quoted / 100 * 99), provide)));
    }
}
