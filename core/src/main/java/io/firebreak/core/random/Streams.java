package io.firebreak.core.random;

import io.firebreak.api.view.Draws;
import java.nio.charset.StandardCharsets;

/**
 * All random numbers of a run. Each has an address (seed, stream, subject, block, how many were drawn there before), so that
 * a further stream, agent or account shifts nobody else's draws, and every variant of a comparison faces the same world.
 */
public final class Streams {
    private final long seed;

    public Streams(long seed) {
        this.seed = seed;
    }

    /**
     * What is drawn for one purpose.
     *
     * @param name any words, for example {@code oracle eth}; equal names are equal streams
     */
    public Stream stream(String name) {
        return new Stream(seed, hash(name));
    }

    /** The draws of a subject (an agent, an account, or 0) in a block, from the first on. */
    public Draws at(String stream, int subject, long block) {
        return stream(stream).at(subject, block);
    }

    /** FNV-1a, 64 bits: the same on every machine. */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    /** One stream of a run: to be kept by whoever draws from it often, since finding it costs a hash. */
    public static final class Stream {
        private final long seed;
        private final long key;

        private Stream(long seed, long key) {
            this.seed = seed;
            this.key = key;
        }

        /** The draws of a subject (an agent, an account, or 0) in a block, from the first on. */
        public Draws at(int subject, long block) {
            return new CounterDraws(seed, key, subject, block);
        }
    }
}
