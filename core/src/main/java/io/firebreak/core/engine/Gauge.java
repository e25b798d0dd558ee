package io.firebreak.core.engine;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.metric.Event;
import io.firebreak.api.metric.Metric;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.view.Block;
import io.firebreak.core.economy.MetricSpec;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;

/** A metric of a plugin during a run. */
final class Gauge<S> implements RunView {
    private final World world;
    private final String name;
    private final Metric<S> metric;
    private S state;

    private Gauge(World world, String name, Metric<S> metric) {
        this.world = world;
        this.name = name;
        this.metric = metric;
        state = metric.initial();
    }

    static Gauge<?> of(World world, MetricSpec spec) {
        return of(world, spec.name(), spec.model());
    }

    private static <S> Gauge<S> of(World world, String name, Metric<S> metric) {
        return new Gauge<>(world, name, metric);
    }

    void observe(Event event) {
        state = world.ask(name, () -> metric.observe(state, event, this));
    }

    RunResult.Measure measure() {
        double value = world.ask(name, () -> metric.value(state, this));
        return new RunResult.Measure(name, value, metric.unit(), metric.better());
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
    public double worth(Asset asset) {
        return world.worth(asset);
    }
}
