package io.firebreak.amm.mint;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Quotes;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.firebreak.api.view.Price;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Burns one unit of a stablecoin for as much of another asset as the oracle says it is worth, newly minted, and the other way
 * round; a spread grows with what was swapped lately, and goes to the venue's treasury.
 *
 * <p>Whatever the price of the absorbing asset, the stablecoin is taken at par: what is redeemed below a falling price is paid
 * with ever more units of it. A swap that would bring more of an asset into being than the ledger counts is refused.
 *
 * <p>What circulates when a run begins is a scenario's to seed: {@code { issuer: [ -18 B UST, -340 M LUNA ] }}.
 *
 * @formula stable pool base + δ, other pool base² ÷ (base + δ); spread max(minSpread, (offer − ask) ÷ offer), ask = asked pool −
 *     base² ÷ (offered pool + offer); δ grows by what is burnt of the stablecoin, shrinks by what is minted, and by δ ÷ recovery
 *     each block
 * @source Terra classic-core, x/market/keeper/swap.go
 */
@About(
        value = "Mints and burns a stablecoin against another asset at the oracle's price, for a spread.",
        follows = "Terra classic-core (x/market)",
        simplifies =
                "One stablecoin, which counts as the unit in which the pools are kept; no swaps between stablecoins")
public record MintBurn(
        @Parameter("the stablecoin, always taken at par; the venue issues it") Asset stable,
        @Parameter("what it is redeemed for, and minted from; the venue issues it") Asset absorber,
        @Parameter("the price of the absorbing asset in the stablecoin's unit, as the venue sees it") OracleRef oracle,
        @Parameter("what either virtual pool holds at rest, in the stablecoin: 50 M SDR before May 2022")
                Parcel basePool,
        @Parameter(
                        value = "how many blocks it takes to work off what was swapped: one part in so many a block",
                        unit = "blocks",
                        preset = "36",
                        min = "1",
                        source = "Terra mainnet before 10 May 2022, PoolRecoveryPeriod")
                int recovery,
        @Parameter(
                        value = "least spread",
                        preset = "2%",
                        min = "0",
                        max = "50%",
                        source = "classic-core, DefaultMinStabilitySpread")
                Ratio minSpread)
        implements Venue<VirtualPools>, Quotes<VirtualPools> {

    private static final String ISSUER = "issuer";

    public MintBurn {
        if (stable.equals(absorber)) {
            throw new IllegalArgumentException(stable + " cannot absorb itself");
        }
        if (!basePool.asset().equals(stable) || basePool.units() <= 0) {
            throw new IllegalArgumentException("the base pool is an amount of " + stable + ", not " + basePool);
        }
    }

    @Override
    public Plan plan() {
        return Plan.empty().own(ISSUER, stable, absorber).issuerOf(stable).issuerOf(absorber);
    }

    @Override
    public VirtualPools initial() {
        return VirtualPools.AT_REST;
    }

    @Override
    public Step<VirtualPools> advance(VirtualPools state, VenueView view) {
        return Step.of(state.recovered(recovery));
    }

    /**
     * A swap as it would be now.
     *
     * @param out base units minted for the sender
     * @param fee base units minted for the treasury
     */
    private record Minted(long out, long fee, VirtualPools after) {}

    @Override
    public long quote(VirtualPools state, Asset give, long units, Asset get, VenueView view) {
        return minted(state, give, units, get, view).map(Minted::out).getOrElse(0L);
    }

    @Override
    public Either<Rejection, Step<VirtualPools>> act(
            VirtualPools state, AccountId sender, Action.AtVenue action, VenueView view) {
        if (!(action instanceof Action.Swap swap) || !trades(swap.give(), swap.get())) {
            return refuse(Reason.NOT_OFFERED, "the market swaps " + stable + " and " + absorber);
        }
        Asset give = swap.give();
        Asset get = swap.get();
        long funds = view.balance(sender, give);
        long in = view.amount(swap.quantity(), funds);
        if (in > funds) {
            return refuse(Reason.INSUFFICIENT_FUNDS, "wanted " + give.show(in) + ", there is " + give.show(funds));
        }
        if (view.oracle(oracle).isEmpty()) {
            return refuse(Reason.NO_PRICE, "oracle " + oracle + " has not published");
        }
        Option<Minted> minted = minted(state, give, in, get, view);
        if (minted.isEmpty()) {
            return refuse(Reason.TOO_SMALL, give.show(in) + " buys nothing here, or more than there can be");
        }
        long out = minted.get().out();
        if (out < swap.atLeast()) {
            return refuse(Reason.PRICE, "mints " + get.show(out) + ", asked at least " + get.show(swap.atLeast()));
        }
        AccountId issuer = view.own(ISSUER);
        return Either.right(Step.of(minted.get().after())
                .move(sender, issuer, give, in)
                .move(issuer, sender, get, out)
                .move(issuer, view.treasury(), get, minted.get().fee())
                .returning(out));
    }

    private boolean trades(Asset give, Asset get) {
        return give.equals(stable) ? get.equals(absorber) : give.equals(absorber) && get.equals(stable);
    }

    private Option<Minted> minted(VirtualPools state, Asset give, long units, Asset get, VenueView view) {
        if (!trades(give, get) || units <= 0) {
            return Option.none();
        }
        return view.oracle(oracle).map(Price::value).flatMap(price -> {
            // Base units of the stablecoin for one of the absorbing asset.
            BigDecimal rate = price.toBigDecimal().movePointRight(stable.decimals() - absorber.decimals());
            boolean stableOffered = give.equals(stable);
            BigDecimal given = BigDecimal.valueOf(units);
            BigDecimal offer = stableOffered ? given : given.multiply(rate);
            BigDecimal worth = stableOffered ? given.divide(rate, 18, RoundingMode.DOWN) : offer;
            BigDecimal base = BigDecimal.valueOf(basePool.units());
            BigDecimal spread =
                    state.spread(stableOffered, offer, base, minSpread.value().toBigDecimal());
            BigDecimal net = worth.subtract(spread.multiply(worth)).max(BigDecimal.ZERO);
            BigDecimal out = net.setScale(0, RoundingMode.DOWN);
            BigDecimal fee = worth.subtract(out).setScale(0, RoundingMode.DOWN);
            BigDecimal room = BigDecimal.valueOf(Long.MAX_VALUE + view.balance(view.own(ISSUER), get));
            return Option.when(
                    out.signum() > 0 && out.add(fee).compareTo(room) <= 0,
                    () -> new Minted(
                            out.longValueExact(),
                            fee.longValueExact(),
                            state.plus(stableOffered ? offer : net.negate())));
        });
    }

    private static <T> Either<Rejection, T> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
