package io.firebreak.lending.safeguards;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.StatesBand;
import io.firebreak.api.safeguard.Verdict;
import io.firebreak.api.view.Price;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Stops liquidations at prices outside a band around the mean of the last minutes, and pauses them where the price stays out.
 *
 * <p>The reference is the mean price of the last {@code meanOver}; it is set anew where the mean has moved by {@code
 * refreshAt} and {@code refreshEvery} has passed, but not while the price is at the limit: {@code band} or more off the
 * reference. A price that has been at the limit for {@code limitState} starts a pause; after it the reference is the price of
 * that time. Worked: reference 2000, band 5 %: at 1900 nothing is liquidated, and 15 s later nothing is for 5 minutes. Each
 * asset has its band, and stops the accounts that hold or owe it. Lots are sold on; users may do all they could.
 */
@About(
        value =
                "Limit up, limit down: no liquidations outside a band around the mean price of five minutes, and a pause where"
                        + " the price stays outside.",
        follows = "Plan to Address Extraordinary Market Volatility (limit up-limit down), Regulation NMS rule 608",
        simplifies = "the mean weighs prices by time instead of counting trades; no wider bands at open and close")
public record VolatilityBrake(
        @Parameter(
                        value = "how far from the reference the limits are",
                        unit = "ratio",
                        preset = "5%",
                        min = "0.0001",
                        max = "1",
                        source = "5 % for tier 1, 10 % for tier 2, 20 % under 3 $")
                Ratio band,
        @Parameter(value = "the reference is the mean price over so long", preset = "5 min", min = "1 s")
                Duration meanOver,
        @Parameter(
                        value = "the reference is set anew where the mean moved that far",
                        unit = "ratio",
                        preset = "1%",
                        min = "0",
                        max = "1")
                Ratio refreshAt,
        @Parameter(value = "how long a reference stands at least", preset = "30 s", min = "0 s") Duration refreshEvery,
        @Parameter(value = "a price at the limit for so long starts a pause", preset = "15 s", min = "0 s")
                Duration limitState,
        @Parameter(value = "how long a pause lasts", preset = "5 min", min = "1 s") Duration pause)
        implements Safeguard<TreeMap<Integer, VolatilityBrake.Band>>, StatesBand {
    /**
     * The band of one asset.
     *
     * @param setMillis when the reference was set
     * @param limitSince since when the price has been at the limit; none where it is not
     * @param pauseEnd when the pause ends; none where there is none
     */
    public record Band(
            Track prices, Decimal reference, long setMillis, Option<Long> limitSince, Option<Long> pauseEnd) {
        private static Band around(Decimal price, long now) {
            return new Band(Track.NONE.see(price, now), price, now, Option.none(), Option.none());
        }

        private boolean stops() {
            return limitSince.isDefined() || pauseEnd.isDefined();
        }
    }

    @Override
    public TreeMap<Integer, Band> initial() {
        return TreeMap.empty();
    }

    @Override
    public TreeMap<Integer, Band> observe(TreeMap<Integer, Band> state, MarginView view) {
        long now = view.block().timeMillis();
        TreeMap<Integer, Band> next = state;
        for (Asset asset : view.assets()) {
            for (Price price : view.price(asset)) {
                Band band = next.get(asset.index())
                        .map(before -> observe(before, price.value(), now))
                        .getOrElse(() -> Band.around(price.value(), now));
                next = next.put(asset.index(), band);
            }
        }
        return next;
    }

    private Band observe(Band before, Decimal price, long now) {
        if (before.pauseEnd().isDefined()) {
            return now < before.pauseEnd().get() ? before : Band.around(price, now);
        }
        long from = now - meanOver.toMillis();
        Track prices = before.prices().since(from).see(price, now);
        if (Track.isFar(before.reference(), price, band)) {
            long since = before.limitSince().getOrElse(now);
            Option<Long> end = Option.when(now - since >= limitState.toMillis(), now + pause.toMillis());
            return new Band(prices, before.reference(), before.setMillis(), Option.some(since), end);
        }
        Decimal mean = prices.mean(from, now);
        boolean refreshes =
                now - before.setMillis() >= refreshEvery.toMillis() && Track.isFar(before.reference(), mean, refreshAt);
        return new Band(
                prices,
                refreshes ? mean : before.reference(),
                refreshes ? now : before.setMillis(),
                Option.none(),
                Option.none());
    }

    @Override
    public Verdict judge(TreeMap<Integer, Band> state, Proposal proposal, MarginView view) {
        if (!(proposal instanceof Proposal.Liquidation step) || !step.begins()) {
            return Verdict.ALLOW;
        }
        return view.holdings(step.call().target())
                .map(Parcel::asset)
                .find(asset -> state.get(asset.index()).exists(Band::stops))
                .<Verdict>map(asset -> new Verdict.Stop("the price of " + asset + " left its band of " + band))
                .getOrElse(Verdict.ALLOW);
    }
}
