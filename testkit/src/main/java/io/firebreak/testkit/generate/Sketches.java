package io.firebreak.testkit.generate;

import io.firebreak.testkit.world.Intent;
import io.firebreak.testkit.world.Sketch;
import io.vavr.collection.Vector;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Arbitrary sketches of worlds and scripts. */
public final class Sketches {
    private Sketches() {}

    /** Worlds with up to three holders, up to eight blocks and up to {@code longest} choices. */
    public static Arbitrary<Sketch> any(int longest) {
        return Combinators.combine(
                        Arbitraries.of(1_000L, 12_000L, 60_000L, 600_000L, 3_600_000L),
                        Arbitraries.of(100, 1000, 2000, 2500),
                        moves(),
                        feed(),
                        Arbitraries.frequency(
                                Tuple.of(6, Double.POSITIVE_INFINITY), Tuple.of(1, 0.0), Tuple.of(3, 1_000_000.0)),
                        holder().list().ofMinSize(1).ofMaxSize(3),
                        choice().list().ofMaxSize(longest).withSizeDistribution(RandomDistribution.uniform()),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((block, start, moves, feed, depth, holders, choices, seed) -> new Sketch(
                        block,
                        start,
                        Vector.ofAll(moves),
                        feed,
                        depth,
                        Vector.ofAll(holders),
                        Vector.ofAll(choices),
                        seed));
    }

    /** Paths biased to cliffs and to the edges of the holders. */
    public static Arbitrary<List<Sketch.Move>> moves() {
        Arbitrary<Sketch.Move> cliff = Arbitraries.of(0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01, 1.1, 1.5, 3.0)
                .map(Sketch.Move.By::new);
        Arbitrary<Sketch.Move> edge = Combinators.combine(
                        Arbitraries.integers().between(0, 2), Arbitraries.of(-100, -3, -2, -1, 0, 1, 2))
                .as(Sketch.Move.ToEdge::new);
        Arbitrary<Sketch.Move> stay = Arbitraries.just(new Sketch.Move.Stay());
        return Arbitraries.frequencyOf(Tuple.of(2, stay), Tuple.of(3, cliff), Tuple.of(4, edge))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** How the venue sees the price: mostly as it is, and sometimes late, silent, coarse or wild. */
    public static Arbitrary<Sketch.Feed> feed() {
        return Arbitraries.frequency(
                Tuple.of(6, Sketch.Feed.LIVE),
                Tuple.of(1, Sketch.Feed.LATE),
                Tuple.of(1, Sketch.Feed.SILENT),
                Tuple.of(1, Sketch.Feed.COARSE),
                Tuple.of(2, Sketch.Feed.WILD));
    }

    /** Positions from dust to whales, from idle to the most that may be had. */
    public static Arbitrary<Sketch.Holder> holder() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(1, 2, 10, 100, 1000, 1000, 10_000, 12_345, 40_000),
                        Arbitraries.of(1000, 1000, 990, 900, 500, 100, 0),
                        Arbitraries.of(true, false))
                .as(Sketch.Holder::new);
    }

    /** Something that is done; bids and waiting are the most frequent. */
    public static Arbitrary<Sketch.Choice> choice() {
        Arbitrary<Intent> intent = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Intent.WAIT)),
                Tuple.of(6, Arbitraries.just(Intent.BID)),
                Tuple.of(5, Arbitraries.just(Intent.CALL)),
                Tuple.of(5, Arbitraries.of(Intent.drawn().asJava())));
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 40);
        return Combinators.combine(intent, number, number, number).as(Sketch.Choice::new);
    }
}
