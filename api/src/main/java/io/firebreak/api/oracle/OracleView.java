package io.firebreak.api.oracle;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.view.Block;
import io.firebreak.api.view.Draws;
import io.firebreak.api.view.Price;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** What an oracle may see. */
public interface OracleView {
    Block block();

    /** What an asset trades at on an outside market now, sales included; NaN before the market opens. */
    double market(MarketRef market);

    /** The price at which a venue stands now, or else what it quotes for a whole unit; none where it does neither. */
    Option<Double> spot(VenueRef venue, Asset give, Asset get);

    /** What units of a claim would redeem for with the venue that issued it; empty where it is no claim, or cannot be redeemed. */
    Seq<Parcel> redemption(Asset claim, long units);

    /** What another oracle, declared earlier in the scenario, shows now. */
    Option<Price> other(OracleRef oracle);

    Draws draws();
}
