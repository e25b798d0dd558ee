package io.firebreak.lending.dutch;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.lending.Stage;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten contracts at 100 with an equity of 49, a dollar below the requirement of 5 %, sold from 105 on. */
class DutchPositionTest {
    private static final VenueRef PERP = new VenueRef("perp");
    private static final String WORLD =
            """
            scenario: position
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T01:00:00Z, block-time: 1 min }
            assets: { ETH: { decimals: 9 }, USD: { decimals: 6 } }
            outside-markets:
              ETH: { path: { fixed: { price: 100 } } }
              USD: { path: { fixed: { price: 1 } } }
            oracles: { eth: { spot: { of: ETH } } }
            venues:
              perp:
                reference-perp: { collateral: USD, oracle: eth, maintenance-margin: 5%, initial-margin: 10% }
                seed: { pool: [ 10 k USD ] }
                accounts: [ { account: ann, holdings: [ 149 USD, 10 perp.contract, -1100 perp.quote ], owner: ann } ]
                liquidation: { dutch-auction: { buf: 105%, tail: 5 min, curve: { linear: { tau: 1 h } } } }
            wallets: { ann: [ 100 USD ], bob: [ 1000 USD ] }
            """;

    private final Stage stage;

    DutchPositionTest(@TempDir Path folder) throws IOException {
        stage = Stage.of(folder, WORLD);
    }

    @BeforeEach
    void kick() {
        stage.kick("bob", "perp", "perp/ann");
    }

    private AccountId ann() {
        return stage.scene().account("perp/ann").get();
    }

    private Option<StandingOffer> offer() {
        return stage.scene().offer(0, ann().index(), null);
    }

    private Either<Rejection, Long> bid(long quote) {
        Pair pair = new Pair(stage.asset("perp.contract"), stage.asset("perp.quote"));
        return stage.tries("bob", new Action.Bid(PERP, ann(), pair, new Quantity.Units(quote), 0));
    }

    private void deposit(String who, long dollars) {
        stage.does(who, new Action.Deposit(PERP, stage.asset("USD"), new Quantity.Units(dollars * 1_000_000)));
    }

    @Test
    void itIsSoldUntilItsAccountIsSafe() {
        deposit("bob", 1000);
        assertThat(bid(525_000_000).isRight()).isTrue();
        assertThat(stage.holds("perp/ann", "perp.contract")).isEqualTo(5);
        assertThat(stage.holds("perp/bob", "perp.contract")).isEqualTo(5);
        assertThat(stage.holds("perp/ann", "perp.quote")).isEqualTo(-575);
        assertThat(offer()).isEmpty();
        assertThat(stage.scene().targets(0)).isEmpty();
        stage.ends();
    }

    @Test
    void whoTakesItMustHaveMargin() {
        assertThat(bid(525_000_000).getLeft().reason()).isEqualTo(Reason.UNSAFE_AFTERWARDS);
        deposit("bob", 70);
        assertThat(bid(525_000_000).getLeft().reason()).isEqualTo(Reason.UNSAFE_AFTERWARDS);
        deposit("bob", 10);
        assertThat(bid(525_000_000).isRight()).isTrue();
    }

    @Test
    void theSaleEndsWhenItsAccountIsCured() {
        deposit("ann", 100);
        stage.next();
        assertThat(offer()).isEmpty();
        assertThat(bid(525_000_000).getLeft().reason()).isEqualTo(Reason.NOT_THERE);
    }

    @Test
    void itFallsAndIsRestartedAfterItsTail() {
        assertThat(offer().get().price().wantUp(1_000_000_000)).isEqualTo(105_000_000);
        for (int minute = 1; minute <= 5; minute++) {
            stage.next();
            assertThat(offer().get().price().wantUp(1_000_000_000)).isEqualTo(105_000_000 - minute * 1_750_000L);
        }
        stage.next();
        assertThat(offer()).isEmpty();
        stage.does("bob", new Action.Restart(PERP, ann()));
        assertThat(offer().get().price().wantUp(1_000_000_000)).isEqualTo(105_000_000);
        assertThat(offer().get().mostGive()).isEqualTo(10_000_000_000L);
    }
}
