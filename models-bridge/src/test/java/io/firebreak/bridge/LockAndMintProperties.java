package io.firebreak.bridge;

import static io.firebreak.bridge.Crossing.ETH;
import static io.firebreak.bridge.Crossing.WETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LockAndMintProperties {
    private static final long ENDOWMENT = 500;

    /** Each move is one of: lock, release, wait; by one of two users; of some amount. */
    private static void move(Crossing bridge, int move) {
        AccountId user = bridge.venue.wallet(move % 2 == 0 ? "even" : "odd");
        long units = move / 6;
        switch (move / 2 % 3) {
            case 0 -> bridge.lock(user, units);
            case 1 -> bridge.release(user, units);
            default -> bridge.venue.after(units * 60_000);
        }
    }

    private static Crossing withUsers() {
        Crossing bridge = Crossing.ofAnHour();
        bridge.venue.give(bridge.venue.wallet("even"), ETH, ENDOWMENT).give(bridge.venue.wallet("odd"), ETH, ENDOWMENT);
        return bridge;
    }

    /** Messages that mint are backed already, messages that release are backed still. */
    private static long onTheWay(Crossing bridge) {
        return bridge.venue
                .state()
                .messages()
                .map(InFlight.Message::units)
                .sum()
                .longValue();
    }

    @Property(tries = 300)
    void untilATheftTheReserveIsWhatCirculatesAndWhatIsOnItsWay(
            @ForAll @Size(max = 40) List<@IntRange(max = 1200) Integer> moves) {
        Crossing bridge = withUsers();
        for (int move : moves) {
            move(bridge, move);
            assertThat(bridge.wrapped() + onTheWay(bridge)).isEqualTo(bridge.reserve());
        }
    }

    @Property(tries = 300)
    void aTheftTakesNothingFromWhoHoldsTheAssetItself(
            @ForAll @Size(max = 20) List<@IntRange(max = 1200) Integer> before,
            @ForAll @IntRange(max = 1200) int stolen,
            @ForAll @Size(max = 20) List<@IntRange(max = 1200) Integer> after) {
        Crossing bridge = withUsers();
        before.forEach(move -> move(bridge, move));
        long taken = bridge.steal(Quantity.of(stolen)).getOrElse(0L);
        for (int move : after) {
            move(bridge, move);
            assertThat(bridge.wrapped() + onTheWay(bridge)).isEqualTo(bridge.reserve() + taken);
        }
        bridge.hours(2);
        long claims = 0;
        for (String name : List.of("even", "odd")) {
            AccountId user = bridge.venue.wallet(name);
            claims += bridge.held(user, ETH) + bridge.held(user, WETH);
        }
        assertThat(claims).as("every claim survives, paid or not").isEqualTo(2 * ENDOWMENT);
    }
}
