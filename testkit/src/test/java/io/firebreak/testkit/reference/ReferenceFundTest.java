package io.firebreak.testkit.reference;

import static io.firebreak.testkit.world.Setting.ETH;
import static io.firebreak.testkit.world.Setting.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.Bearing.Outcome;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.testkit.world.OneVenue;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.List;
import org.junit.jupiter.api.Test;

final class ReferenceFundTest {
    private final OneVenue<Nothing> venue =
            new OneVenue<>(new ReferencePerp(USD, Setting.ORACLE, Ratio.of("0.05"), Ratio.of("0.1")), ETH, USD);

    private Bearing<Nothing> bear(long there, long missing) {
        venue.give(venue.self(), USD, there);
        return new ReferenceFund(new Parcel(USD, 100))
                .bear(
                        Nothing.NOTHING,
                        new Shortfall(new Parcel(USD, missing), venue.own("shortfall"), List.empty()),
                        venue);
    }

    private Order pays(long units) {
        return new Order.Pay(venue.own("shortfall"), new Parcel(USD, units));
    }

    @Test
    void paysWhatIsMissing() {
        assertThat(bear(60, 59)).isEqualTo(new Bearing<>(Nothing.NOTHING, Outcome.BORNE, List.of(pays(59))));
    }

    @Test
    void isNotExhaustedByItsLastUnit() {
        assertThat(bear(60, 60)).isEqualTo(new Bearing<>(Nothing.NOTHING, Outcome.BORNE, List.of(pays(60))));
    }

    @Test
    void paysWhatItHasAndPassesTheRestOn() {
        assertThat(bear(60, 61)).isEqualTo(new Bearing<>(Nothing.NOTHING, Outcome.EXHAUSTED, List.of(pays(60))));
    }

    @Test
    void isExhaustedWhenEmpty() {
        assertThat(bear(0, 1)).isEqualTo(Bearing.of(Nothing.NOTHING, Outcome.EXHAUSTED));
    }
}
