package io.firebreak.lending.agents;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.agent.Wake;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Supplies a venue and runs for good when it has reason to: what is lent out passes a part of what was supplied, something is
 * missing, or an asset has fallen. It takes what is at hand and comes back for the rest in every block.
 *
 * <p>Those that run in one block see the same at hand: whoever the block builder puts first has it, and the others are refused and
 * try again.
 *
 * @formula lent out = 1 − at hand ÷ supplied; missing = shortfall and bad debt ÷ supplied; fallen = 1 − worth ÷ highest worth
 *     that it saw
 */
@About("Supplies a lending venue or a stability pool and withdraws when utilisation, losses or a price tell it to.")
public record Supplier(
        @Parameter(value = "how many such suppliers there are", preset = "1", min = "0", max = "10000") int count,
        @Parameter("what it supplies: a venue that takes one asset for a claim") VenueRef venue,
        @Parameter("what each supplies") Parcel capital,
        @Parameter("what each has to pay gas with") Option<Parcel> gasReserve,
        @Parameter(
                        value = "it runs when more than this of what was supplied is lent out; not for that without it",
                        unit = "ratio",
                        min = "0",
                        max = "1")
                Option<Ratio> mostLent,
        @Parameter(
                        value = "it runs when more than this of what was supplied is missing; not for that without it",
                        unit = "ratio",
                        min = "0",
                        max = "1")
                Option<Ratio> mostMissing,
        @Parameter("it runs when an asset has fallen; not for that without it") Option<News> news,
        @Parameter(value = "how often it looks, the first time at random within that", preset = "10 min", min = "1 ms")
                Duration every,
        @Parameter(
                        value = "share of the rest of the world's transactions that it outbids",
                        unit = "ratio",
                        preset = "60%",
                        min = "0",
                        max = "1")
                Ratio percentile)
        implements AgentModel<Supplier.State> {
    /** An asset, and by how much it falls. */
    public record News(
            @Parameter("what falls, outside") Asset asset,
            @Parameter(value = "by so much of the highest that it saw", unit = "ratio", min = "0", max = "1")
                    Ratio fall) {}

    /**
     * What it remembers.
     *
     * @param supplied whether it has brought what it has
     * @param running whether it takes it out again
     * @param highest what the asset of its news was worth at most
     */
    public record State(boolean supplied, boolean running, double highest) {}

    private static final long MANY = 1_000_000_000_000L;

    @Override
    public State initial() {
        return new State(false, false, 0);
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(capital).appendAll(gasReserve);
    }

    @Override
    public Decision<State> decide(State state, AgentView view) {
        Option<Asset> claim = claim(view);
        if (claim.isEmpty()) {
            return Decision.idle(state, Wake.never());
        }
        long now = view.block().timeMillis();
        long claims = view.balance(view.self(), claim.get());
        boolean supplied = state.supplied || claims > 0;
        double worth = news.map(each -> view.worth(each.asset())).getOrElse(0.0);
        double highest = StrictMath.max(state.highest, Double.isNaN(worth) ? 0 : worth);
        boolean running = supplied && (state.running || runs(worth, highest, view));
        State next = new State(supplied, running, highest);
        if (running && claims == 0) {
            return Decision.idle(next, Wake.never());
        }
        if (!supplied) {
            Wake again = Wake.at(now + every.toMillis());
            return capital.units() == 0
                            || view.receipts()
                                    .exists(receipt -> receipt.result().isLeft())
                    ? Decision.idle(next, again)
                    : send(provide(claim.get(), view), next, again, view);
        }
        if (!running) {
            long pause =
                    state.supplied ? every.toMillis() : (long) (view.draws().uniform() * every.toMillis());
            return Decision.idle(next, Wake.at(now + pause));
        }
        long out = takeable(claim.get(), claims, view);
        return out == 0
                ? Decision.idle(next, Wake.everyBlock())
                : send(new Action.Redeem(venue, claim.get(), Quantity.of(out)), next, Wake.everyBlock(), view);
    }

    private Decision<State> send(Action action, State next, Wake wake, AgentView view) {
        Outbox outbox = new Outbox(view, Option.none());
        outbox.send(List.of(action), percentile);
        return new Decision<>(next, outbox.submissions(), wake);
    }

    /** The claim on what it supplies; where the venue does not say what its claims redeem for, the only one. */
    private Option<Asset> claim(AgentView view) {
        Seq<Asset> claims = view.claims(venue);
        return claims.find(each ->
                        view.redemption(each, MANY).exists(part -> part.asset().equals(capital.asset())))
                .orElse(() -> claims.size() == 1 ? claims.headOption() : Option.none());
    }

    private Action provide(Asset claim, AgentView view) {
        return new Action.Provide(
                venue, view.claims(venue).map(each -> Quantity.of(each.equals(claim) ? capital.units() : 0)));
    }

    private boolean runs(double worth, double highest, AgentView view) {
        MarginView books = view.venue(venue);
        Asset asset = capital.asset();
        double there = books.held(asset);
        double missing = books.missing(asset);
        double supplied = books.lenders(asset)
                .map(account -> view.balance(account, asset))
                .getOrElse(0L);
        return (supplied > 0
                        && mostLent.exists(
                                most -> 1 - there / supplied > most.value().toDouble()))
                || (missing > 0
                        && mostMissing.exists(most -> missing > most.value().toDouble() * supplied))
                || news.exists(
                        each -> worth < highest * (1 - each.fall().value().toDouble()));
    }

    /** As many of its claims as what is at hand pays. */
    private long takeable(Asset claim, long claims, AgentView view) {
        long there = StrictMath.max(0, view.venue(venue).held(capital.asset()));
        long worth = view.redemption(claim, claims)
                .find(part -> part.asset().equals(capital.asset()))
                .map(Parcel::units)
                .getOrElse(0L);
        return worth <= there ? claims : Exact.mulDivDown(claims, there, worth);
    }
}
