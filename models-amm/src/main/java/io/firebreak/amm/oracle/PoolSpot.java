package io.firebreak.amm.oracle;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.oracle.Live;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;

/**
 * Shows the price at which a pool stands at every moment, inside a block too: whoever trades there moves it, for as long as
 * nobody trades back.
 */
@About("The price at which a pool stands at every moment, after each trade inside a block too: easily moved.")
public record PoolSpot(
        @Parameter("the pool that it reads") VenueRef venue,
        @Parameter("whose price") Asset asset,
        @Parameter("in what") Asset in)
        implements OracleModel<Nothing>, Live {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Publication<Nothing> step(Nothing state, OracleView view) {
        return Spots.publication(state, Spots.of(venue, asset, in, view), view);
    }
}
