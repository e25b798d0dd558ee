package io.firebreak.testkit.world;

import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.StatesBand;
import io.firebreak.api.safeguard.StatesBreaker;
import io.firebreak.api.safeguard.StatesMaxAge;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;

/**
 * How long blocks take where a safeguard says how long something lasts: in two of three worlds so long that it ends just with
 * the first, second or third block after it began, and several of them meet within the few blocks there are.
 */
final class Paces {
    private static final int MOST_BLOCKS = 3;

    private Paces() {}

    /** The sketch, with blocks of another length where that leads to an edge. */
    static Sketch led(Sketch sketch, Composition composition) {
        Seq<Duration> lengths = composition.safeguards().flatMap(Paces::lengths).filter(each -> each.toMillis() > 0);
        long draw = sketch.seed() / 3;
        if (lengths.isEmpty() || sketch.seed() % 3 == 1) {
            return sketch;
        }
        Duration length = lengths.get((int) (draw % lengths.size()));
        long blocks = 1 + draw / lengths.size() % MOST_BLOCKS;
        return new Sketch(
                Math.max(1, length.toMillis() / blocks),
                sketch.start(),
                sketch.moves(),
                sketch.feed(),
                sketch.depth(),
                sketch.holders(),
                sketch.choices(),
                sketch.seed());
    }

    private static Seq<Duration> lengths(Safeguard<?> safeguard) {
        Seq<Duration> ofBreaker = safeguard
                .power(StatesBreaker.class)
                .toVector()
                .flatMap(states -> Vector.of(states.window(), states.tick(), states.cooldown())
                        .appendAll(states.overriddenAfter()));
        Seq<Duration> ofBand = safeguard
                .power(StatesBand.class)
                .toVector()
                .flatMap(states ->
                        Vector.of(states.meanOver(), states.refreshEvery(), states.limitState(), states.pause()));
        Seq<Duration> ofAge = safeguard.power(StatesMaxAge.class).toVector().map(StatesMaxAge::maxAge);
        return ofBreaker.appendAll(ofBand).appendAll(ofAge);
    }
}
