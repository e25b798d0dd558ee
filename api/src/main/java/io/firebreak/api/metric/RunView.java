package io.firebreak.api.metric;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.view.Block;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** What a metric or an invariant may see: everything. */
public interface RunView {
    Block block();

    long balance(AccountId account, Asset asset);

    Seq<Asset> assets();

    int accounts();

    /** The account's name for a reader: {@code maker/V0322}. */
    String name(AccountId account);

    /** The account of that name; none where there is none (yet). */
    Option<AccountId> account(String name);

    /** Base units of {@code get} for {@code units} of {@code give} at a venue now; none where it does not quote. */
    Option<Long> quote(VenueRef venue, Asset give, long units, Asset get);

    /** The books of a venue. */
    MarginView books(VenueRef venue);

    /** The worth of a whole unit outside; NaN where the asset has no market. */
    double worth(Asset asset);
}
