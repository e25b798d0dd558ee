package io.firebreak.bridge;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.Backing;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Quotes;
import io.firebreak.api.venue.StatesBacking;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.Duration;

/**
 * A bridge: an asset is locked in its account {@code reserve}, and after a delay the reserve issues a wrapped twin of it,
 * one for one; burning the twin releases the asset after the same delay.
 *
 * <p>Until a theft the reserve is what circulates wrapped, plus what both kinds of message carry. After one, releases are
 * served first come, first served until the reserve is empty, and refused from then on; what a theft during the delay leaves
 * unpaid is issued to its owner again. The wrapped twin stays an asset like any other: whoever lends on it learns of the
 * theft only by its price.
 *
 * <p>What circulates when a run begins is a scenario's to seed on both sides: {@code { reserve: [ 1000 ETH, -1000
 * wETH ] }}.
 */
@About(
        value =
                "Locks an asset and issues a wrapped twin of it, one for one, after a delay; its reserve can be stolen.",
        follows = "the lock-and-mint pattern of Wormhole's and Ronin's token bridges",
        simplifies = "both sides share one clock and one ledger; no guardians, no rate limits, no fee")
public record LockAndMint(
        @Parameter("what is locked") Asset asset,
        @Parameter("the declared asset that the bridge issues for it, of equal decimals") Asset wrapped,
        @Parameter(value = "how long a message takes to the other side", preset = "15 min", min = "0 s") Duration delay,
        @Parameter(value = "whether a scripted theft can empty the reserve", preset = "false") boolean stealable)
        implements Venue<InFlight>, Quotes<InFlight>, StatesBacking<InFlight> {

    private static final String RESERVE = "reserve";

    public LockAndMint {
        if (asset.equals(wrapped)) {
            throw new IllegalArgumentException("a bridge wraps " + asset + " as another asset, not as itself");
        }
        if (asset.decimals() != wrapped.decimals()) {
            throw new IllegalArgumentException("a bridge issues one for one: " + asset + " has " + asset.decimals()
                    + " decimals, " + wrapped + " has " + wrapped.decimals());
        }
    }

    @Override
    public Plan plan() {
        return Plan.empty().own(RESERVE, wrapped).issuerOf(wrapped);
    }

    @Override
    public InFlight initial() {
        return InFlight.NOTHING;
    }

    /** Delivers the messages that are due. */
    @Override
    public Step<InFlight> advance(InFlight state, VenueView view) {
        long now = view.block().timeMillis();
        if (!state.due(now)) {
            return Step.of(state);
        }
        AccountId reserve = view.own(RESERVE);
        long held = view.balance(reserve, asset);
        InFlight rest = state;
        Step<InFlight> step = Step.of(state);
        while (rest.due(now)) {
            InFlight.Message message = rest.messages().head();
            rest = rest.delivered();
            long released = Math.min(message.releasing(), held);
            held -= released;
            step = step.move(reserve, message.to(), asset, released)
                    .move(reserve, message.to(), wrapped, message.units() - released);
        }
        return new Step<>(rest, step.reversed(), step.marks(), 0);
    }

    @Override
    public Either<Rejection, Step<InFlight>> act(
            InFlight state, AccountId sender, Action.AtVenue action, VenueView view) {
        if (action instanceof Action.Lock lock && lock.asset().equals(asset)) {
            return send(state, InFlight.Kind.MINT, sender, asset, lock.quantity(), view);
        }
        if (action instanceof Action.Release release && release.wrapped().equals(wrapped)) {
            return send(state, InFlight.Kind.RELEASE, sender, wrapped, release.quantity(), view);
        }
        if (action instanceof Action.Steal theft && theft.asset().equals(asset) && stealable) {
            return steal(state, sender, theft, view);
        }
        return refuse(
                Reason.NOT_OFFERED,
                "the bridge locks " + asset + " and releases it for " + wrapped
                        + (stealable ? "" : "; its reserve cannot be stolen unless the scenario says stealable: true"));
    }

    /** Takes {@code taken} from the sender now and sends its twin. Returns the units where they arrive at once, 0 else. */
    private Either<Rejection, Step<InFlight>> send(
            InFlight state, InFlight.Kind kind, AccountId sender, Asset taken, Quantity quantity, VenueView view) {
        long funds = view.balance(sender, taken);
        long units = view.amount(quantity, funds);
        if (units <= 0) {
            return refuse(Reason.TOO_SMALL, "nothing would be sent");
        }
        if (units > funds) {
            return refuse(Reason.INSUFFICIENT_FUNDS, "wanted " + taken.show(units) + ", there is " + taken.show(funds));
        }
        if (kind == InFlight.Kind.RELEASE && units > free(state, view)) {
            return refuse(
                    Reason.INSUFFICIENT_FUNDS,
                    "the reserve can release " + asset.show(free(state, view)) + " more, not " + asset.show(units));
        }
        AccountId reserve = view.own(RESERVE);
        if (delay.isZero()) {
            Asset paid = kind == InFlight.Kind.MINT ? wrapped : asset;
            return Either.right(Step.of(state)
                    .move(sender, reserve, taken, units)
                    .move(reserve, sender, paid, units)
                    .returning(units));
        }
        long due = view.block().timeMillis() + delay.toMillis();
        InFlight next = state.send(new InFlight.Message(due, kind, sender, units));
        return Either.right(Step.of(next).move(sender, reserve, taken, units));
    }

    private Either<Rejection, Step<InFlight>> steal(
            InFlight state, AccountId thief, Action.Steal theft, VenueView view) {
        AccountId reserve = view.own(RESERVE);
        long held = view.balance(reserve, asset);
        long units = view.amount(theft.quantity(), held);
        if (units > held) {
            return refuse(
                    Reason.INSUFFICIENT_FUNDS,
                    "wanted " + asset.show(units) + ", the reserve holds " + asset.show(held));
        }
        return Either.right(Step.of(state).move(reserve, thief, asset, units).returning(units));
    }

    /** What the reserve could release besides what it already promised. */
    private long free(InFlight state, VenueView view) {
        return Math.max(0, view.balance(view.own(RESERVE), asset) - state.releasing());
    }

    @Override
    public Seq<Backing> backings(InFlight state, VenueView view) {
        long promised = state.messages().map(InFlight.Message::units).sum().longValue();
        return List.of(new Backing(wrapped, view.own(RESERVE), asset, promised));
    }

    /** One for one, after the delay; a wrapped unit is worth nothing here once the reserve cannot release the amount. */
    @Override
    public long quote(InFlight state, Asset give, long units, Asset get, VenueView view) {
        if (give.equals(asset) && get.equals(wrapped)) {
            return units;
        }
        return give.equals(wrapped) && get.equals(asset) && units <= free(state, view) ? units : 0;
    }

    private static Either<Rejection, Step<InFlight>> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
