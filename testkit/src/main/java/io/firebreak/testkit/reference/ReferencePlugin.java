package io.firebreak.testkit.reference;

import io.firebreak.api.plugin.FirebreakModule;

/** Offers the reference mechanisms, so that a script in which they keep company replays. */
public final class ReferencePlugin extends FirebreakModule {
    @Override
    protected void mechanisms() {
        mechanism("reference-loan", ReferenceLoan.class);
        mechanism("reference-perp", ReferencePerp.class);
        mechanism("reference-loan-to-value", LoanToValue.class);
        mechanism("reference-of-notional", OfNotional.class);
        mechanism("reference-pool", ReferencePool.class);
        mechanism("reference-spread", ReferenceSpread.class);
        mechanism("reference-auction", ReferenceAuction.class);
        mechanism("reference-fund", ReferenceFund.class);
        mechanism("reference-halt", ReferenceHalt.class);
        mechanism("reference-limit", ReferenceLimit.class);
        mechanism("reference-keeper", ReferenceKeeper.class);
    }
}
