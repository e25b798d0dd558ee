package io.firebreak.lending.safeguards;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.StatesHalt;
import io.firebreak.api.safeguard.Verdict;
import io.firebreak.api.view.Price;
import java.time.Duration;

/**
 * Stops kicks and takes on accounts for a while after a price the venue sees has moved far in a short time.
 *
 * <p>A move is {@code |p(now) ÷ p(then) − 1|} for any price that stood within the last {@code within}. Lots that were
 * seized before are sold on; repayments and deposits are never stopped. After a halt begins, moves count from the price at
 * which it began.
 */
@About(
        value = "Stops new liquidations for a while after a large move of a price that the venue sees.",
        simplifies = "any asset of the venue halts all of it")
public record PriceHalt(
        @Parameter(
                        value = "a relative move, up or down, that starts a halt",
                        unit = "ratio",
                        preset = "15%",
                        min = "0.0001",
                        max = "1")
                Ratio move,
        @Parameter(value = "how fast the move must be", preset = "10 min", min = "1 s") Duration within,
        @Parameter(value = "how long the halt lasts", preset = "1 h", min = "1 s") Duration pause)
        implements Safeguard<PriceWatch>, StatesHalt {
    @Override
    public PriceWatch initial() {
        return PriceWatch.NONE;
    }

    @Override
    public PriceWatch observe(PriceWatch state, MarginView view) {
        long now = view.block().timeMillis();
        PriceWatch seen = state;
        for (Asset asset : view.assets()) {
            for (Price price : view.price(asset)) {
                seen = seen.see(asset, price.value(), now - within.toMillis(), now);
            }
        }
        return seen.moved(move) ? seen.haltedUntil(now + pause.toMillis()) : seen;
    }

    @Override
    public Verdict judge(PriceWatch state, Proposal proposal, MarginView view) {
        boolean begins = proposal instanceof Proposal.Liquidation step && step.begins();
        return begins && view.block().timeMillis() < state.haltEndMillis()
                ? new Verdict.Stop("a price moved " + move + " within " + within)
                : Verdict.ALLOW;
    }
}
