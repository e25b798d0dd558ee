package io.firebreak.core.experiment;

import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.engine.Assurance;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;

/**
 * The runs of a comparison: every variant with every seed. All variants of a seed face the same world.
 *
 * @param scenario its name
 * @param variants the first one's design is what the others are compared with, and its impact mode is that of the headlines
 * @param sampleMillis distance of the points of each timeline; 0: none
 */
public record Experiment(
        String scenario, Seq<Variant> variants, Seq<Long> seeds, Assurance assurance, long sampleMillis) {
    /** The impact mode whose figures come first. */
    public ImpactMode headline() {
        return variants.head().impact();
    }

    /** In the order of the results: variant by variant, seeds within. */
    public Array<Trial> trials() {
        return Array.range(0, variants.size() * seeds.size())
                .map(at -> new Trial(at, variants.get(at / seeds.size()), seeds.get(at % seeds.size())));
    }
}
