package io.firebreak.lending.losses;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.Seller;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.Bearing.Outcome;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.loss.StatesTarget;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.view.Price;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Bears losses from the venue's treasury, and sells what forfeited accounts held at a discount, for the treasury.
 *
 * <p>What is missing is paid as far as the treasury reaches; while there is still something to sell, the rest waits for it.
 * The discount is {@code storeFrontPriceFactor · (1 − liquidationFactor)}: at 0.5 and 0.6, collateral of 200 $ sells for 160 $.
 * Nothing is for sale while the treasury, less what is missing, holds its target or more. An estate sells one asset after the other; what it held of
 * the missing asset itself is the treasury's.
 */
@About(
        value = "The treasury pays the debts of forfeited accounts and sells their collateral at a discount.",
        follows = "Compound III d5a30b0a: Comet.sol, absorb, buyCollateral, quoteCollateral",
        simplifies =
                "reserves are never below nothing: what they lack waits for the sale, or for the next layer; one discount"
                        + " for all collaterals")
public record Absorb(
        @Parameter(
                        value = "the part of the liquidation penalty that buyers get",
                        unit = "ratio",
                        preset = "60%",
                        min = "0",
                        max = "1",
                        source = "Compound III mainnet, USDC: storeFrontPriceFactor")
                Ratio storeFrontPriceFactor,
        @Parameter(
                        value = "what collateral counts for when an account is absorbed",
                        unit = "ratio",
                        preset = "93%",
                        min = "0",
                        max = "1",
                        source = "Compound III mainnet, USDC: WETH's liquidationFactor")
                Ratio liquidationFactor,
        @Parameter(
                        value =
                                "nothing is sold while the treasury, less what is missing, holds so much; without it all is sold",
                        source = "Compound III: targetReserves")
                Option<Parcel> target)
        implements LossModel<Nothing>, Seller<Nothing>, StatesTarget {
    /**
     * The oracle's price less a discount, while the treasury, less what is missing, has less than its target.
     *
     * @param share {@code 1 − discount}
     */
    public record StoreFront(Decimal share, Option<Parcel> target) implements Ask {
        @Override
        public Option<AskPrice> price(Pair pair, MarginView view) {
            boolean full = target.exists(parcel ->
                    view.balance(view.treasury(), parcel.asset()) - view.missing(parcel.asset()) >= parcel.units());
            Option<Price> give = view.price(pair.give());
            Option<Price> want = view.price(pair.want());
            return full || give.isEmpty() || want.isEmpty()
                    ? Option.none()
                    : Option.some(AskPrice.of(
                            give.get().value().timesDown(share),
                            want.get().value(),
                            pair.want(),
                            pair.give(),
                            // What the treasury holds changes with every sale.
                            target.isDefined() ? view.block().timeMillis() : AskPrice.UNTIL_PRICES_CHANGE));
        }
    }

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
        Asset asset = shortfall.missing().asset();
        Bearing<Nothing> paid = Bearing.paying(state, shortfall, view.balance(view.treasury(), asset));
        boolean waits =
                paid.outcome() == Outcome.EXHAUSTED && shortfall.estates().nonEmpty();
        Bearing<Nothing> bearing = new Bearing<>(state, waits ? Outcome.PENDING : paid.outcome(), paid.reversed());
        return shortfall
                .estates()
                .filter(estate -> view.offer(estate).isEmpty())
                .foldLeft(bearing, (all, estate) -> all.then(next(estate, List.empty(), asset, view)));
    }

    /** Offers what an estate holds next besides what is sold; closes it where that is nothing. */
    private Order next(AccountId estate, List<Asset> sold, Asset wanted, MarginView view) {
        return view.holdings(estate)
                .map(Parcel::asset)
                .find(asset -> !asset.equals(wanted) && !sold.contains(asset))
                .<Order>map(asset -> new Order.Offer(
                        estate, Option.some(new Pair(asset, wanted)), Limit.whole(), new StoreFront(share(), target)))
                .getOrElse(() -> new Order.Close(estate));
    }

    private Decimal share() {
        Decimal penalty = Decimal.ONE.minus(liquidationFactor.value());
        return Decimal.ONE.minus(storeFrontPriceFactor.value().times(penalty));
    }

    @Override
    public Ruling<Nothing> rule(Nothing state, Docket docket) {
        return Ruling.of(state);
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        if (!(call instanceof Call.Bid bid)) {
            return Ruling.refuse(Reason.NOT_OFFERED, "the estate is for sale as it stands");
        }
        Pair pair = bid.offer().pair();
        return Ruling.fillAtAsk(state, bid)
                .map(ruling -> ruling.orders()
                                .exists(order -> order instanceof Order.Fill fill
                                        && fill.give().units() == view.holding(bid.target(), pair.give()))
                        ? ruling.then(next(bid.target(), List.of(pair.give()), pair.want(), view))
                        : ruling);
    }

    @Override
    public Purse paysFrom() {
        return Purse.TREASURY;
    }
}
