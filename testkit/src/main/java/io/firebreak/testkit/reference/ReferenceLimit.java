package io.firebreak.testkit.reference;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.safeguard.LimitsOutflow;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.Verdict;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Stops what users take out of a venue once it would have less than a share of what it had a window ago.
 *
 * <p>What came in since then may leave again, and stretches the limit by no more than itself: the share is taken of what was
 * there when the window began. Liquidations are never stopped, though what they take out counts. Of 1,000,000 of which 70 %
 * must stay, 300,000 may leave within the window and 300,001 may not.
 *
 * @source ERC-7265, {@code v1-core}: {@code LimiterLib.sol}
 */
@About(
        value = "Bounds how much of an asset may leave a venue within a window.",
        follows = "ERC-7265 (v1-core, LimiterLib.sol)",
        simplifies =
                "what exceeds the limit is refused instead of delayed; looks back over blocks, not single transfers")
public record ReferenceLimit(
        @Parameter("the asset whose outflow is bounded") Asset asset,
        @Parameter(value = "the share that must stay", unit = "ratio", preset = "70%", min = "0", max = "1") Ratio keep,
        @Parameter(value = "the window", preset = "4 h", min = "1 s") Duration window)
        implements Safeguard<Vector<ReferenceLimit.Sample>>, LimitsOutflow {
    /** What the venue had at the beginning of a block: what the block before had left. */
    public record Sample(long timeMillis, long held) {}

    @Override
    public Vector<Sample> initial() {
        return Vector.empty();
    }

    @Override
    public Option<Asset> counted() {
        return Option.some(asset);
    }

    @Override
    public long most(long held) {
        return held - keep.ofUp(Math.max(0, held));
    }

    /** Forgets what blocks before the window have changed. */
    @Override
    public Vector<Sample> observe(Vector<Sample> state, MarginView view) {
        long now = view.block().timeMillis();
        Vector<Sample> samples = state.append(new Sample(now, view.held(asset)));
        while (samples.size() > 1 && samples.head().timeMillis() <= now - window.toMillis()) {
            samples = samples.tail();
        }
        return samples;
    }

    @Override
    public Verdict judge(Vector<Sample> state, Proposal proposal, MarginView view) {
        if (!(proposal instanceof Proposal.Outflow) || state.isEmpty()) {
            return Verdict.ALLOW;
        }
        long least = state.head().held() - most(state.head().held());
        return view.held(asset) >= least
                ? Verdict.ALLOW
                : new Verdict.Stop("less than " + asset.show(least) + " would be left within " + window);
    }
}
