package io.firebreak.api.safeguard;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.Mechanism;
import io.vavr.control.Option;

/**
 * When something must stop or slow down. Guards one venue; composes with any liquidation model. It never stops a repayment
 * or a deposit: repayment stays open whenever liquidation is.
 *
 * @param <S> its state, one immutable value
 */
public interface Safeguard<S> extends Mechanism {
    S initial();

    /** Looks at the world once a block, after the oracles published. */
    S observe(S state, MarginView view);

    /** The asset of which it wants to see every {@link Proposal.Outflow}. */
    default Option<Asset> counted() {
        return Option.none();
    }

    /** May it happen? */
    Verdict judge(S state, Proposal proposal, MarginView view);

    /**
     * Takes note of a proposal and its verdict. What it allowed it notes when it is done, and forgets where the action fails
     * after all; what it stopped it notes when the action has been undone, for good.
     */
    default S note(S state, Proposal proposal, Verdict verdict, MarginView view) {
        return state;
    }
}
