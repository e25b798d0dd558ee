package io.firebreak.amm.oracle;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.view.Price;
import io.vavr.control.Option;

/** Prices at which pools stand, as far as they can be shown. */
final class Spots {
    /** An oracle shows nothing beyond these: a pool whose one side is all but empty has no price. */
    private static final double LEAST = 1e-13;

    private static final double MOST = 1e17;

    private Spots() {}

    static Option<Double> of(VenueRef venue, Asset asset, Asset in, OracleView view) {
        return view.spot(venue, asset, in).filter(price -> price >= LEAST && price <= MOST);
    }

    /** As of now; silent without a price. */
    static <S> Publication<S> publication(S state, Option<Double> price, OracleView view) {
        return new Publication<>(
                state,
                price.map(
                        value -> new Price(Decimal.ofDouble(value), view.block().timeMillis())));
    }
}
