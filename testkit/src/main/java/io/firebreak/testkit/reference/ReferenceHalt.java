package io.firebreak.testkit.reference;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.Verdict;
import io.firebreak.api.view.Price;
import io.vavr.collection.TreeMap;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Stops new liquidations for a while after a price moved far between two blocks.
 *
 * <p>Kicks and bids on accounts are stopped; lots that were seized before are sold on, and users may do all they could. A
 * move during a halt does not make it longer.
 */
@About("Stops new liquidations for a while after a large move of a price between two blocks.")
public record ReferenceHalt(
        @Parameter(
                        value = "a relative move, up or down, that starts a halt",
                        unit = "ratio",
                        preset = "15%",
                        min = "0.0001",
                        max = "1")
                Ratio move,
        @Parameter(value = "how long a halt lasts", preset = "10 min", min = "1 s") Duration pause)
        implements Safeguard<ReferenceHalt.Seen> {
    /**
     * What was seen.
     *
     * @param prices by the number of the asset
     * @param untilMillis when the last halt ends
     */
    public record Seen(TreeMap<Integer, Decimal> prices, long untilMillis) {}

    @Override
    public Seen initial() {
        return new Seen(TreeMap.empty(), Long.MIN_VALUE);
    }

    @Override
    public Seen observe(Seen state, MarginView view) {
        TreeMap<Integer, Decimal> prices = state.prices();
        boolean far = false;
        for (Asset asset : view.assets()) {
            for (Price price : view.price(asset)) {
                far |= prices.get(asset.index()).exists(before -> isFar(before, price.value()));
                prices = prices.put(asset.index(), price.value());
            }
        }
        long now = view.block().timeMillis();
        boolean halts = far && now >= state.untilMillis();
        return new Seen(prices, halts ? now + pause.toMillis() : state.untilMillis());
    }

    private boolean isFar(Decimal before, Decimal now) {
        BigDecimal then = before.toBigDecimal();
        return now.toBigDecimal()
                        .subtract(then)
                        .abs()
                        .compareTo(then.multiply(move.value().toBigDecimal()))
                >= 0;
    }

    @Override
    public Verdict judge(Seen state, Proposal proposal, MarginView view) {
        boolean begins = proposal instanceof Proposal.Liquidation step && step.begins();
        return begins && view.block().timeMillis() < state.untilMillis()
                ? new Verdict.Stop("a price moved by " + move + " between two blocks")
                : Verdict.ALLOW;
    }
}
