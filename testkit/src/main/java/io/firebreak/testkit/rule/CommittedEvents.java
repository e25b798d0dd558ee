package io.firebreak.testkit.rule;

import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;

/** Hands on what happened once it stands: what happens inside an action may still be undone. */
public abstract class CommittedEvents implements Watch {
    private int seen;

    @Override
    public void begin(Scene scene, Notes notes) {
        seen = scene.events();
    }

    @Override
    public void after(Deed deed, Scene scene, Notes notes) {
        if (!(deed instanceof Deed.Answer)) {
            int from = seen;
            seen = scene.events();
            scene.events(from, event -> happened(event, scene, notes));
        }
    }

    protected abstract void happened(Event event, Scene scene, Notes notes);
}
