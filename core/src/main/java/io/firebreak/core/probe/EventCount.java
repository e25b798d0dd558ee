package io.firebreak.core.probe;

import io.firebreak.api.metric.Better;
import io.firebreak.api.metric.Event;
import io.firebreak.api.metric.Metric;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;

/** How often something happened. */
@About("How many events of one kind a run had.")
public record EventCount(@Parameter("the kind of event") Event.Kind of) implements Metric<Long> {
    @Override
    public Long initial() {
        return 0L;
    }

    @Override
    public Long observe(Long state, Event event, RunView view) {
        return event.kind() == of ? state + 1 : state;
    }

    @Override
    public double value(Long state, RunView view) {
        return state;
    }

    @Override
    public String unit() {
        return "events";
    }

    @Override
    public Better better() {
        return Better.NEITHER;
    }
}
