package io.firebreak.amm.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.api.plugin.OracleRef;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class MedianTest {
    private static Seen<?> of(String... names) {
        return new Seen<>(new Median(Vector.of(names).map(OracleRef::new)));
    }

    @Test
    void oneLiarDoesNotMoveIt() {
        Seen<?> seen = of("one", "two", "three").other("one", "100", 1).other("two", "101", 2);
        assertThat(seen.other("three", "9000", 3).look().get().value()).hasToString("101");
        assertThat(seen.other("three", "0.1", 3).look().get().value()).hasToString("100");
    }

    @Test
    void ofAnEvenNumberItIsTheMeanOfTheMiddle() {
        Seen<?> seen = of("one", "two", "three", "four");
        seen.other("one", "1", 1).other("two", "4", 1).other("three", "2.5", 1);
        assertThat(seen.look().get().value()).as("the fourth has not spoken").hasToString("2.5");
        assertThat(seen.other("four", "100", 1).look().get().value()).hasToString("3.25");
    }

    @Test
    void waitsForAMajorityAndIsAsOldAsTheYoungestOne() {
        Seen<?> seen = of("one", "two", "three").other("one", "1", 70);
        assertThat(seen.look()).isEmpty();
        assertThat(seen.other("two", "1", 50).look().get().observedMillis()).isEqualTo(50);
        assertThat(seen.other("three", "1", 10).look().get().observedMillis())
                .as("who speaks late with an old price makes it no older")
                .isEqualTo(50);
        assertThat(seen.other("three", "1", 60).look().get().observedMillis()).isEqualTo(60);
    }

    @Test
    void needsSomebody() {
        assertThatThrownBy(() -> new Median(Vector.empty())).hasMessageContaining("needs an oracle");
    }
}
