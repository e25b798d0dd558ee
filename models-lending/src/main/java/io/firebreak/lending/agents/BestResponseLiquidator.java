package io.firebreak.lending.agents;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.agent.Wake;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.Function1;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A liquidator that knows the rule of a close factor and plays its best response: within one bundle it first repays as much
 * as leaves the account just unsafe, and then what the close factor allows of the rest, and sells what it received.
 *
 * <p>Of a debt D against collateral C at a threshold LT, a bonus b and a close factor f, it takes {@code r = (D − LT · C) ÷ (1
 * − LT · (1 + b))} and {@code f · (D − r)}, where the naive liquidator takes {@code f · D}. Where a bundle was stopped by a
 * safeguard, it bids once.
 */
@About(
        value = "Splits a liquidation within a bundle so that the account stays unsafe until the last part of it.",
        follows = "Qin et al., An Empirical Study of DeFi Liquidations, IMC 2021: the optimal fixed-spread liquidation",
        simplifies = "takes one account in a block, sells on the outside market, and reckons with the asked price")
public record BestResponseLiquidator(
        @Parameter(value = "how many such liquidators there are", preset = "1", min = "0", max = "10000") int count,
        @Parameter("what each has to bid with, in the asset the venue's debts are in") Parcel capital,
        @Parameter("what each has to pay gas with") Option<Parcel> gasReserve,
        @Parameter("where it liquidates") VenueRef venue,
        @Parameter("where it sells what it received, at the outside price with its impact") MarketRef market,
        @Parameter(
                        value = "most parts of a bundle; 1 is the naive liquidator",
                        preset = "2",
                        min = "1",
                        max = "20",
                        source = "Qin et al. 2021: two are optimal where one part leaves the account just unsafe")
                int parts,
        @Parameter(
                        value = "share of the rest of the world's transactions that it outbids",
                        unit = "ratio",
                        preset = "90%",
                        min = "0",
                        max = "1")
                Ratio percentile)
        implements AgentModel<Boolean> {
    /** Base units by which assets, debts and a repaid share of a debt may be rounded. */
    private static final long ROUNDING = 3;

    @Override
    public Boolean initial() {
        return false;
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(capital).appendAll(gasReserve);
    }

    /** {@code stopped} says whether a bundle was stopped before. */
    @Override
    public Decision<Boolean> decide(Boolean stopped, AgentView view) {
        boolean once = stopped
                || view.receipts()
                        .exists(receipt -> receipt.result().isLeft()
                                && receipt.result().getLeft().reason() == Reason.STOPPED);
        Outbox outbox = new Outbox(view, Option.none());
        for (long fee : outbox.fee(percentile)) {
            double most = 0;
            Option<Action> best = Option.none();
            AccountId about = view.self();
            for (StandingOffer offer : view.offers(venue).filter(this::takes)) {
                Seq<Long> bids = parts(offer, once ? 1 : parts, view);
                Action action = bundle(offer, bids);
                double profit = profit(offer, bids, view) - outbox.cost(action.gas(), fee, capital.asset());
                if (profit > most) {
                    most = profit;
                    best = Option.some(action);
                    about = offer.target();
                }
            }
            for (Action action : best) {
                outbox.send(action, fee, about);
            }
        }
        return new Decision<>(once, outbox.submissions(), Wake.onOffer(venue));
    }

    private boolean takes(StandingOffer offer) {
        return offer.pair().want().equals(capital.asset()) && !(offer.ask() instanceof Ask.BestBid);
    }

    /** What it pays in each part, in the order of the bundle. */
    private Seq<Long> parts(StandingOffer offer, int most, AgentView view) {
        long cash = view.balance(view.self(), capital.asset());
        long allowed = Math.min(offer.mostWant(), offer.price().wantUp(offer.mostGive()));
        long owed = Math.max(allowed, -view.venue(venue).holding(offer.target(), capital.asset()));
        long room = mostThatLeavesUnsafe(offer, view.venue(venue));
        List<Long> bids = List.empty();
        long paid = 0;
        for (int part = 1; part < most && paid < room; part++) {
            long bid = Math.min(cash - paid, Math.min(room - paid, share(allowed, owed, paid)));
            if (bid <= 0) {
                break;
            }
            bids = bids.append(bid);
            paid += bid;
        }
        long last = Math.min(cash - paid, share(allowed, owed, paid));
        return last > 0 ? bids.append(last) : bids;
    }

    /** What the same close factor allows of what is left. */
    private static long share(long allowed, long owed, long paid) {
        return (long) ((double) allowed / owed * (owed - paid));
    }

    /** The most base units that may be repaid with the account still unsafe, but for a unit of collateral that is rounded. */
    private static long mostThatLeavesUnsafe(StandingOffer offer, MarginView books) {
        Asset give = offer.pair().give();
        Asset want = offer.pair().want();
        Health health = books.health(offer.target(), Requirement.MAINTENANCE);
        Option<BigDecimal> given = unit(give, Weight::held, books);
        Option<BigDecimal> cleared = unit(want, Weight::owed, books);
        if (given.isEmpty() || cleared.isEmpty() || offer.price().want() == 0) {
            return 0;
        }
        BigDecimal gain = cleared.get()
                .subtract(given.get()
                        .multiply(BigDecimal.valueOf(offer.price().give()))
                        .divide(BigDecimal.valueOf(offer.price().want()), 18, RoundingMode.UP));
        BigDecimal missing =
                BigDecimal.valueOf(health.debts() - health.assets() - ROUNDING).subtract(given.get());
        return gain.signum() <= 0
                ? offer.mostWant()
                : missing.divide(gain, 0, RoundingMode.DOWN)
                                .min(BigDecimal.valueOf(offer.mostWant()))
                                .longValue()
                        - 1;
    }

    /** What a base unit counts for, in base units of the numeraire; none where that cannot be said. */
    private static Option<BigDecimal> unit(Asset asset, Function1<Weight, Decimal> side, MarginView books) {
        int shift = books.numeraire().decimals() - asset.decimals();
        return books.weight(asset, Requirement.MAINTENANCE)
                .flatMap(weight -> books.price(asset).map(price -> price.value()
                        .toBigDecimal()
                        .multiply(side.apply(weight).toBigDecimal())
                        .movePointRight(shift)));
    }

    private double profit(StandingOffer offer, Seq<Long> bids, AgentView view) {
        long paid = bids.sum().longValue();
        long received = Math.min(offer.mostGive(), offer.price().giveDown(paid));
        return paid == 0 ? 0 : (double) view.quote(market, offer.pair().give(), received, capital.asset()) - paid;
    }

    /** Each part at no worse than the price that it was reckoned at, to within a unit; then all that was received is sold. */
    private Action bundle(StandingOffer offer, Seq<Long> bids) {
        Seq<Action> steps = bids.map(pay -> new Action.Bid(
                venue,
                offer.target(),
                offer.pair(),
                Quantity.of(pay),
                Math.max(0, offer.price().giveDown(pay) - 1)));
        return new Action.Bundle(steps.appendAll(bids.zipWithIndex((pay, step) ->
                new Action.MarketOrder(market, offer.pair().give(), new Quantity.ResultOf(step), capital.asset()))));
    }
}
