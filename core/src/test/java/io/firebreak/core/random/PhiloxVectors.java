package io.firebreak.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** The known answers of Random123 ({@code kat_vectors}, philox4x64-10), and Commons RNG as a second witness. */
final class PhiloxVectors {
    @Test
    void ofZeroes() {
        assertThat(words(0, 0, 0, 0, 0, 0))
                .containsExactly(0x16554d9eca36314cL, 0xdb20fe9d672d0fdcL, 0xd7e772cee186176bL, 0x7e68b68aec7ba23bL);
    }

    @Test
    void ofOnes() {
        assertThat(words(-1, -1, -1, -1, -1, -1))
                .containsExactly(0x87b092c3013fe90bL, 0x438c3c67be8d0224L, 0x9cc7d7c69cd777b6L, 0xa09caebf594f0ba0L);
    }

    @Property
    void agreesWithCommonsRng(
            @ForAll long key0, @ForAll long key1, @ForAll long c0, @ForAll long c1, @ForAll long c2, @ForAll long c3) {
        // Commons RNG counts up before it draws; without the sign nothing is carried into the next word.
        long before = c0 & Long.MAX_VALUE;
        var witness = RandomSource.PHILOX_4X64.create(new long[] {key0, key1, before, c1, c2, c3});
        assertThat(words(key0, key1, before + 1, c1, c2, c3))
                .containsExactly(witness.nextLong(), witness.nextLong(), witness.nextLong(), witness.nextLong());
    }

    private static long[] words(long key0, long key1, long c0, long c1, long c2, long c3) {
        long[] out = new long[4];
        Philox.words(key0, key1, c0, c1, c2, c3, out);
        return out;
    }
}
