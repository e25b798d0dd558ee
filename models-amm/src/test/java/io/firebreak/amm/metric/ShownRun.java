package io.firebreak.amm.metric;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.metric.Metric;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.view.Block;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A run as a metric sees it: a pool of a coin and of money, its reserves and the coin's price set from outside. */
final class ShownRun<S> implements RunView {
    static final VenueRef POOL = new VenueRef("amm");
    private static final Asset COIN = new Asset(0, "COIN", 9);
    private static final Asset MONEY = new Asset(1, "MONEY", 9);
    private static final Asset SHARE = new Asset(2, "amm.shares", 9);
    private static final AccountId ACCOUNT = new AccountId(0);
    private static final long ONE = 1_000_000_000L;

    private final Metric<S> metric;
    private S state;
    private long coins;
    private long money;
    private double price;

    ShownRun(Metric<S> metric) {
        this.metric = metric;
        state = metric.initial();
    }

    /** A block ends like this. */
    ShownRun<S> block(double coinsThere, double moneyThere, double coinPrice) {
        coins = Math.round(coinsThere * ONE);
        money = Math.round(moneyThere * ONE);
        price = coinPrice;
        state = metric.sample(state, this);
        return this;
    }

    /** A block ends with a constant product, k = {@code k}, that trades at the outside price. */
    ShownRun<S> frictionless(double k, double coinPrice) {
        return block(Math.sqrt(k / coinPrice), Math.sqrt(k * coinPrice), coinPrice);
    }

    double value() {
        return metric.value(state, this);
    }

    @Override
    public Block block() {
        return new Block(0, 0);
    }

    /** One share. */
    @Override
    public long balance(AccountId account, Asset asset) {
        return asset.equals(COIN) ? coins : asset.equals(MONEY) ? money : -ONE;
    }

    @Override
    public Seq<Asset> assets() {
        return Vector.of(COIN, MONEY, SHARE);
    }

    @Override
    public int accounts() {
        return 1;
    }

    @Override
    public String name(AccountId account) {
        return "amm/pool";
    }

    @Override
    public Option<AccountId> account(String name) {
        return Option.when(name.equals("amm/pool"), ACCOUNT);
    }

    @Override
    public MarginView books(VenueRef venue) {
        throw new UnsupportedOperationException("no venue keeps books here");
    }

    @Override
    public Option<Long> quote(VenueRef venue, Asset give, long units, Asset get) {
        return Option.none();
    }

    @Override
    public double worth(Asset asset) {
        return asset.equals(COIN) ? price : 1;
    }
}
