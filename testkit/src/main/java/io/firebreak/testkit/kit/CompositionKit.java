package io.firebreak.testkit.kit;

import io.firebreak.api.plugin.Mechanism;
import io.firebreak.testkit.world.Composition;
import io.vavr.collection.Seq;

/** Tries several mechanisms together: the rules of every socket that the composition fills. */
public abstract class CompositionKit extends Kit {
    /** Who stands in the world, all of them on trial. */
    protected abstract Composition composition();

    @Override
    protected final Mechanism mechanism() {
        return composition().venue();
    }

    @Override
    protected final Seq<Subject> subjects() {
        return Subjects.of(getClass().getSimpleName(), composition());
    }
}
