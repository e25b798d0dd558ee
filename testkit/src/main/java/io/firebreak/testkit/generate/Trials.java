package io.firebreak.testkit.generate;

import io.firebreak.testkit.examination.Examiner;
import io.firebreak.testkit.trial.Trial;
import io.firebreak.testkit.world.Composition;
import io.firebreak.testkit.world.Improviser;
import io.firebreak.testkit.world.Sketch;
import io.firebreak.testkit.world.Workshop;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;

/** Arbitrary trials: worlds in which a script has been made up, for properties of a designer's own. */
public final class Trials {
    private static final int LONGEST = 40;

    private Trials() {}

    /** Trials of a composition. */
    public static Arbitrary<Trial> in(Composition composition) {
        Workshop workshop = new Workshop(composition);
        return Sketches.any(LONGEST).map(sketch -> played(workshop, sketch));
    }

    private static Trial played(Workshop workshop, Sketch sketch) {
        Trial world = workshop.world(sketch);
        return world.withScript(new Examiner(Vector.empty())
                .examine(world, new Improviser(sketch.choices()))
                .played());
    }
}
