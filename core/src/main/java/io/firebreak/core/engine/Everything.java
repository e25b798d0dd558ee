package io.firebreak.core.engine;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.view.Block;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** What metrics and invariants see. */
final class Everything implements RunView {
    private final World world;

    Everything(World world) {
        this.world = world;
    }

    @Override
    public Block block() {
        return world.block;
    }

    @Override
    public long balance(AccountId account, Asset asset) {
        return world.ledger.balance(asset.index(), account.index());
    }

    @Override
    public Seq<Asset> assets() {
        return Array.ofAll(world.ledger.assets());
    }

    @Override
    public int accounts() {
        return world.accounts.size();
    }

    @Override
    public String name(AccountId account) {
        return world.accounts.name(account.index());
    }

    @Override
    public Option<AccountId> account(String name) {
        return world.account(name);
    }

    @Override
    public MarginView books(VenueRef venue) {
        return world.desk(venue).eyes;
    }

    @Override
    public Option<Long> quote(VenueRef venue, Asset give, long units, Asset get) {
        return world.desk(venue).quote(give, units, get);
    }

    @Override
    public double worth(Asset asset) {
        return world.worth(asset);
    }
}
