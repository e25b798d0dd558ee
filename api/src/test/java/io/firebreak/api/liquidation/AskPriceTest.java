package io.firebreak.api.liquidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import org.junit.jupiter.api.Test;

class AskPriceTest {
    private static final Pair PAIR = new Pair(new Asset(0, "ETH-PERP", 9), new Asset(1, "quote", 6));

    @Test
    void whatCannotBeCountedIsAllThereCouldBe() {
        AskPrice price = new AskPrice(90, 1050, AskPrice.UNTIL_PRICES_CHANGE);

        assertThat(price.giveDown(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(price.giveDown(900)).isEqualTo(10_500);
        assertThat(new AskPrice(1050, 90, 0).wantUp(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(new AskPrice(0, 1, 0).giveDown(0)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void anUnlimitedBidTakesWhatIsOnOffer() {
        assertThat(filled(90, 1050, 21)).isEqualTo(2);
    }

    @Test
    void aFillThatCannotBeCountedIsRefused() {
        StandingOffer offer = offer(1050, 90, Long.MAX_VALUE);
        Call.Bid bid = new Call.Bid(new AccountId(1), new AccountId(2), offer, Long.MAX_VALUE, 0);

        assertThat(Ruling.fillAtAsk(Nothing.NOTHING, bid).isLeft()).isTrue();
    }

    private static long filled(long want, long give, long mostGive) {
        Call.Bid bid = new Call.Bid(new AccountId(1), new AccountId(2), offer(want, give, mostGive), Long.MAX_VALUE, 0);
        return ((Order.Fill)
                        Ruling.fillAtAsk(Nothing.NOTHING, bid).get().orders().head())
                .want()
                .units();
    }

    private static StandingOffer offer(long want, long give, long mostGive) {
        return new StandingOffer(
                new AccountId(2),
                PAIR,
                mostGive,
                Long.MAX_VALUE,
                new Ask.OverOracle(Ratio.ZERO),
                new AskPrice(want, give, AskPrice.UNTIL_PRICES_CHANGE));
    }
}
