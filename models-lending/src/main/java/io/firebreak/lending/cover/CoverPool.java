package io.firebreak.lending.cover;

import static io.firebreak.api.action.Reason.INSUFFICIENT_FUNDS;
import static io.firebreak.api.action.Reason.LIMIT_REACHED;
import static io.firebreak.api.action.Reason.NOT_OFFERED;
import static io.firebreak.api.action.Reason.TOO_SMALL;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Redeems;
import io.firebreak.api.venue.StatesCapital;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * A mutual: members provide capital for shares, and it stands in for the losses of another venue, whose loss layer {@link
 * Cover} draws on it. It is a venue because members come and go; it is not a loss layer because those answer no users.
 *
 * <p>Capital must not fall below {@code cover ÷ gearing} by a redemption: of 120 under a cover of 480 at a gearing of 4.8, 20
 * may leave. What is required moves towards that by no more than {@code dailyMove} of what it was a day ago. A payout may leave
 * less than is required: then nobody redeems until there is enough again. Shares are worth their part of the capital, rounded
 * against whoever comes or goes; {@value #NOBODYS} of them, and one base unit, are nobody's, so that a gift inflates no share.
 */
@About(
        value =
                "Members' capital covers the losses of another venue; it may be redeemed only above the capital requirement.",
        follows = "Nexus Mutual v2: MCR.sol, getMCR; Pool.sol",
        simplifies =
                "shares at book value instead of a bonding curve; the cover that was sold does not change, and goes on where"
                        + " its premiums have run out")
public record CoverPool(
        @Parameter("the venue whose losses it covers, by a layer called cover") VenueRef insured,
        @Parameter("the cover that was sold, in the asset of the capital") Parcel cover,
        @Parameter(
                        value = "cover per unit of capital that must stand behind it",
                        unit = "multiple",
                        preset = "4.8",
                        min = "1",
                        source = "MCR.sol: gearingFactor")
                Decimal gearing,
        @Parameter(
                        value = "how far what is required may move in a day",
                        unit = "ratio",
                        preset = "5%",
                        min = "0",
                        max = "1",
                        source = "MCR.sol: maxMCRIncrement")
                Ratio dailyMove,
        @Parameter("what is required when the run begins; as much as the cover asks for where left out")
                Option<Parcel> requiredAtStart,
        @Parameter(
                        value =
                                "what the cover costs, without interest on it: the capital earns it out of the account premiums, in"
                                        + " which it was paid before the run; nothing without it",
                        min = "0% per year",
                        max = "1000% per year")
                Option<Rate> premium)
        implements Venue<CoverPool.Requirement>, Redeems<CoverPool.Requirement>, StatesCapital {
    private static final String CAPITAL = "capital";
    private static final String SHARE = "share";
    private static final String PREMIUMS = "premiums";
    private static final int NOBODYS = 1000;
    private static final long DAY = Duration.ofDays(1).toMillis();

    /**
     * What was required at a time.
     *
     * @param sinceMillis none before the first block
     * @param carry what was earned of the premiums and is less than a base unit
     */
    public record Requirement(long units, Option<Long> sinceMillis, double carry) {}

    private Asset asset() {
        return cover.asset();
    }

    @Override
    public String purse() {
        return CAPITAL;
    }

    @Override
    public String premiums() {
        return PREMIUMS;
    }

    @Override
    public Plan plan() {
        return Plan.empty()
                .own(CAPITAL)
                .own(PREMIUMS)
                .claim(SHARE, Math.min(Asset.MAX_DECIMALS, asset().decimals() + 3), Plan.Kind.SHARE);
    }

    @Override
    public Requirement initial() {
        return new Requirement(requiredAtStart.map(Parcel::units).getOrElse(this::geared), Option.none(), 0);
    }

    private long geared() {
        return Exact.dividedUp(cover.units(), gearing);
    }

    /** Base units of capital that are required at a time. */
    long required(Requirement state, long now) {
        long most = Exact.mulDivDown(
                dailyMove.ofDown(state.units()), now - state.sinceMillis().getOrElse(now), DAY);
        return state.units() < geared()
                ? Math.min(geared(), state.units() + most)
                : Math.max(geared(), state.units() - most);
    }

    /** Begins a day anew where one has passed: within it what is required moves by a part of what it was at the beginning. */
    private Requirement at(Requirement state, long now) {
        Requirement next =
                new Requirement(state.units(), Option.some(state.sinceMillis().getOrElse(now)), state.carry());
        for (long day = next.sinceMillis().get() + DAY; day <= now; day += DAY) {
            next = new Requirement(required(next, day), Option.some(day), state.carry());
        }
        return next;
    }

    /** What lies there and is nobody's becomes the treasury's; then the capital earns its premiums, as long as there are any. */
    @Override
    public Step<Requirement> advance(Requirement state, VenueView view) {
        Requirement now = at(state, view.block().timeMillis());
        double earned = now.carry() + premium(view.stepMillis());
        long paid = Math.min((long) earned, Math.max(0, view.balance(view.own(PREMIUMS), asset())));
        Requirement next = new Requirement(now.units(), now.sinceMillis(), earned - (long) earned);
        return Step.of(next.equals(state) ? state : next)
                .move(view.own(CAPITAL), view.treasury(), view.issued(SHARE), unowned(view))
                .move(view.own(PREMIUMS), view.own(CAPITAL), asset(), paid);
    }

    private double premium(long millis) {
        return premium.map(rate -> rate.perPeriod().toDouble() * cover.units() * millis / rate.periodMillis())
                .getOrElse(0.0);
    }

    private long capital(VenueView view) {
        return Math.max(0, view.balance(view.own(CAPITAL), asset()));
    }

    private static long shares(VenueView view) {
        return -view.balance(view.own(CAPITAL), view.issued(SHARE));
    }

    /** Shares of what lies there while nobody has any. */
    private long unowned(VenueView view) {
        return shares(view) == 0 ? Math.multiplyExact(capital(view), NOBODYS) : 0;
    }

    private long worthDown(long shares, VenueView view) {
        long issued = shares(view) + unowned(view);
        return Exact.mulDivDown(shares, capital(view) + 1, Math.addExact(issued, NOBODYS));
    }

    @Override
    public Either<Rejection, Step<Requirement>> act(
            Requirement state, AccountId sender, Action.AtVenue action, VenueView view) {
        try {
            if (action instanceof Action.Provide provide && provide.quantities().size() == 1) {
                return funded(provide.quantities().head(), sender, asset(), view)
                        .flatMap(units -> provide(Step.of(state), sender, units, view));
            }
            if (action instanceof Action.Redeem redeem && redeem.shares().equals(view.issued(SHARE))) {
                return funded(redeem.quantity(), sender, redeem.shares(), view)
                        .flatMap(shares -> redeem(Step.of(state), sender, shares, view));
            }
        } catch (ArithmeticException overflow) {
            return refuse(LIMIT_REACHED, "amounts beyond what can be counted: " + overflow.getMessage());
        }
        return refuse(NOT_OFFERED, "members provide " + asset() + " and redeem shares");
    }

    private Either<Rejection, Step<Requirement>> provide(
            Step<Requirement> step, AccountId sender, long units, VenueView view) {
        long issued = shares(view) + unowned(view);
        long bought = Exact.mulDivDown(units, Math.addExact(issued, NOBODYS), capital(view) + 1);
        Math.addExact(issued, bought);
        return bought == 0
                ? refuse(TOO_SMALL, asset().show(units) + " buys no share")
                : Either.right(step.move(view.own(CAPITAL), view.treasury(), view.issued(SHARE), unowned(view))
                        .move(sender, view.own(CAPITAL), asset(), units)
                        .move(view.own(CAPITAL), sender, view.issued(SHARE), bought)
                        .returning(bought));
    }

    private Either<Rejection, Step<Requirement>> redeem(
            Step<Requirement> step, AccountId sender, long sold, VenueView view) {
        long units = worthDown(sold, view);
        long required = required(step.state(), view.block().timeMillis());
        if (units == 0) {
            return refuse(TOO_SMALL, "the shares are worth nothing");
        }
        return capital(view) - units < required
                ? refuse(LIMIT_REACHED, asset().show(required) + " of " + asset().show(capital(view)) + " must stay")
                : Either.right(step.move(sender, view.own(CAPITAL), view.issued(SHARE), sold)
                        .move(view.own(CAPITAL), sender, asset(), units)
                        .returning(units));
    }

    /** The quantity as units, where the account has as many. */
    private static Either<Rejection, Long> funded(Quantity quantity, AccountId account, Asset asset, VenueView view) {
        long there = view.balance(account, asset);
        long units = view.amount(quantity, there);
        return units <= there
                ? Either.right(units)
                : refuse(INSUFFICIENT_FUNDS, asset.show(units) + " wanted, " + asset.show(there) + " there");
    }

    private static <T> Either<Rejection, T> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }

    @Override
    public Seq<Parcel> redemption(Requirement state, Asset claim, long units, VenueView view) {
        return claim.equals(view.issued(SHARE)) ? List.of(new Parcel(asset(), worthDown(units, view))) : List.empty();
    }
}
