package io.firebreak.core.economy;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.venue.Venue;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * A venue and what is wired to it.
 *
 * @param margin none: the venue's own
 * @param accounts margin accounts that exist when the run begins
 * @param liquidation none: accounts are watched, never liquidated
 * @param losses the waterfall, upper layer first
 * @param seed what the venue's own accounts hold when the run begins, by account name (pool reserves, treasury)
 * @param watchEveryBlocks how often the venue looks at its accounts: 1 is every block
 */
public record VenueSpec(
        VenueRef name,
        Venue<?> venue,
        Option<MarginModel> margin,
        Seq<AccountGroup> accounts,
        Option<LiquidationModel<?>> liquidation,
        Seq<LossModel<?>> losses,
        Seq<Safeguard<?>> safeguards,
        Seq<SeedBalance> seed,
        int watchEveryBlocks) {
    /** What an own account of the venue holds when the run begins. */
    public record SeedBalance(String account, Parcel parcel) {}
}
