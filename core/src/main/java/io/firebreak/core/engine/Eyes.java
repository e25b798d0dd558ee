package io.firebreak.core.engine;

import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.venue.VenueView;
import io.firebreak.api.view.Block;
import io.firebreak.api.view.Draws;
import io.firebreak.api.view.Price;
import io.firebreak.core.book.Accounts;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** What the mechanisms of one venue see, each with its own account. */
final class Eyes implements VenueView {
    private final Desk<?> desk;
    private final int self;

    Eyes(Desk<?> desk, int self) {
        this.desk = desk;
        this.self = self;
    }

    @Override
    public Block block() {
        return desk.world.block;
    }

    @Override
    public long balance(AccountId account, Asset asset) {
        return desk.world.ledger.balance(asset.index(), account.index());
    }

    @Override
    public Option<Price> price(Asset asset) {
        return desk.price(asset);
    }

    @Override
    public AccountId self() {
        return desk.world.id(self);
    }

    @Override
    public Health health(AccountId account, Requirement requirement) {
        return desk.book().health(account.index(), requirement);
    }

    @Override
    public Option<Weight> weight(Asset asset, Requirement requirement) {
        return desk.book().weight(asset, requirement);
    }

    @Override
    public Seq<Parcel> holdings(AccountId account) {
        return desk.book().holdings(account.index());
    }

    @Override
    public long holding(AccountId account, Asset asset) {
        return desk.book().holding(account.index(), asset);
    }

    @Override
    public Option<Exposure> exposure(AccountId account) {
        return Option.of(desk.book().exposure(account.index()));
    }

    @Override
    public long mostGive(AccountId account, Asset asset) {
        return desk.mostGive(account.index(), asset);
    }

    @Override
    public Option<Exposure> exposure(AccountId account, Pair pair) {
        return Option.of(desk.book().exposure(account.index(), pair));
    }

    @Override
    public Option<StandingOffer> offer(AccountId target) {
        return Option.of(desk.standing(target.index(), null));
    }

    @Override
    public AccountId owner(AccountId lot) {
        return desk.world.accounts.kind(lot.index()) == Accounts.Kind.LOT
                ? desk.world.id(desk.world.accounts.owner(lot.index()))
                : lot;
    }

    @Override
    public Option<AccountId> account(AccountId wallet) {
        return Option.when(
                desk.hasMarginAccount(wallet.index()), () -> desk.world.id(desk.marginAccount(wallet.index())));
    }

    @Override
    public Seq<AccountId> debtors() {
        return Array.range(0, desk.world.accounts.size())
                .filter(account -> desk.world.accounts.kind(account) == Accounts.Kind.MARGIN
                        && desk.world.accounts.venue(account) == desk.number
                        && desk.book().owes(account))
                .map(desk.world::id);
    }

    @Override
    public boolean onlyHolder(AccountId account, Asset asset) {
        for (int other = 0; other < desk.world.accounts.size(); other++) {
            if (other != account.index()
                    && desk.world.accounts.kind(other) == Accounts.Kind.MARGIN
                    && desk.world.accounts.venue(other) == desk.number
                    && desk.book().holding(other, asset) > 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Seq<AccountId> lots() {
        return desk.lots.open();
    }

    @Override
    public AccountId freshLot(int ordinal) {
        return desk.world.id(desk.lots.fresh(ordinal));
    }

    @Override
    public AccountId treasury() {
        return desk.world.id(desk.treasury);
    }

    @Override
    public Asset numeraire() {
        return desk.book().numeraire();
    }

    @Override
    public Seq<Asset> assets() {
        return desk.book == null ? Array.empty() : desk.book.legs().map(leg -> leg.asset());
    }

    @Override
    public long held(Asset asset) {
        return desk.world.ledger.held(asset.index(), desk.number);
    }

    @Override
    public long missing(Asset asset) {
        return -Math.addExact(balance(own("shortfall"), asset), balance(own("bad-debt"), asset));
    }

    @Override
    public Option<AccountId> cover() {
        return desk.cover();
    }

    @Override
    public Option<AccountId> lenders(Asset asset) {
        return desk.lenders(asset);
    }

    @Override
    public long ready(Asset want) {
        long sum = 0;
        for (Desk<?> each : desk.world.readyFor(desk)) {
            sum = Math.addExact(sum, each.atHand(want));
        }
        return sum;
    }

    @Override
    public Draws draws(AccountId account) {
        World world = desk.world;
        return world.streams.at("account " + world.accounts.name(account.index()), 0, world.block.number());
    }

    @Override
    public AccountId outside() {
        return desk.world.id(desk.world.outside);
    }

    @Override
    public AccountId own(String name) {
        return desk.id(name);
    }

    @Override
    public Asset issued(String name) {
        Asset asset = desk.issued.get(name);
        if (asset == null) {
            throw new IllegalArgumentException(
                    "venue " + desk.name() + " issues no '" + name + "'; it issues " + desk.issued.keySet());
        }
        return asset;
    }

    @Override
    public Option<Decimal> mark(String name) {
        return Option.of(desk.mark(name));
    }

    @Override
    public Option<Price> oracle(OracleRef oracle) {
        return Option.of(desk.world.price(oracle));
    }

    @Override
    public AccountId marginAccount(AccountId wallet) {
        return desk.world.id(desk.marginAccount(wallet.index()));
    }

    @Override
    public long amount(Quantity quantity, long available) {
        return Desk.amount(desk.world.resolve(quantity), available);
    }

    @Override
    public long stepMillis() {
        return desk.world.economy.clock().blockMillis();
    }
}
