package io.firebreak.core.engine;

import io.firebreak.api.metric.Event;
import io.firebreak.api.metric.Metric;
import io.firebreak.core.economy.MetricSpec;

/** A metric of a plugin during a run. */
final class Gauge<S> {
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
        state = world.ask(name, () -> metric.observe(state, event, world.everything));
    }

    void sample() {
        state = world.ask(name, () -> metric.sample(state, world.everything));
    }

    RunResult.Measure measure() {
        double value = world.ask(name, () -> metric.value(state, world.everything));
        return new RunResult.Measure(name, value, metric.unit(), metric.better());
    }
}
