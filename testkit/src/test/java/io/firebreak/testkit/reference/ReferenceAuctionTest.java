package io.firebreak.testkit.reference;

import static io.firebreak.testkit.world.Setting.ETH;
import static io.firebreak.testkit.world.Setting.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Composition;
import io.firebreak.testkit.world.Setting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ReferenceAuctionTest {
    private static final String LOT = "venue/lot-1";
    private static final Duration LASTS = Duration.ofHours(6);

    private static Stage kicked(Composition company, double factor) {
        Stage stage =
                new Stage(company.with(new ReferenceAuction(Ratio.of("1.2"), Ratio.of("0.5"), LASTS)), factor).next();
        stage.act("carol", new Action.Kick(Setting.VENUE, stage.account("venue/holder-1")))
                .get();
        return stage;
    }

    private static StandingOffer offer(Stage stage) {
        return stage.scene().offer(0, stage.account(LOT).index(), null).get();
    }

    @Test
    void seizesTheAccountAsAWhole() {
        Stage stage = kicked(Companions.loan(), 0.88);

        assertThat(stage.held(ETH)).isZero();
        assertThat(stage.held(USD)).isZero();
        assertThat(stage.balance(LOT, ETH)).isEqualTo(10_000_000_000L);
    }

    @Test
    void thePriceFallsFromAboveTheOraclesToItsLast() {
        Stage stage = kicked(Companions.loan(), 0.88);
        assertThat(offer(stage).price().toDouble() * 1000).isEqualTo(2112);
        stage.after(Duration.ofHours(3).minusMinutes(1));
        assertThat(offer(stage).price().toDouble() * 1000).isEqualTo(1584);
        assertThat(new Falling(Ratio.of("0.5"), LASTS).price(Decimal.of(2112), LASTS.toMillis() + 1))
                .isEqualTo(Decimal.of(1056));
    }

    @Test
    void neverRaisesMoreThanTheDebtAndReturnsTheRest() {
        Stage stage = kicked(Companions.loan(), 0.88);
        long owed = -stage.scene().view(0).holding(stage.account(LOT), USD);
        AskPrice price = offer(stage).price();
        long before = stage.balance("bob", USD);
        long received = stage.act("bob", Stage.bid(stage.account(LOT), ETH, USD, before))
                .get();

        assertThat(before - stage.balance("bob", USD)).isEqualTo(owed);
        assertThat(received).isEqualTo(price.giveDown(owed));
        assertThat(stage.held(ETH)).isEqualTo(10_000_000_000L - received);
        assertThat(stage.scene().isOpenLot(stage.account(LOT).index())).isFalse();
    }

    @Test
    void sellsInParts() {
        Stage stage = kicked(Companions.loan(), 0.88);
        stage.act("bob", Stage.bid(stage.account(LOT), ETH, USD, 1000 * Stage.DOLLAR))
                .get();

        assertThat(stage.scene().isOpenLot(stage.account(LOT).index())).isTrue();
        assertThat(stage.act("bob", Stage.bid(stage.account(LOT), ETH, USD, 0))
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.TOO_SMALL);
    }

    @Test
    void dustOfADebtIsSoldForAUnitWhatIsPaidAboveItIsPenalty() {
        Stage stage = kicked(Companions.loan(), 0.88);
        AccountId lot = stage.account(LOT);
        long owed = -stage.scene().view(0).holding(lot, USD);
        stage.act("bob", Stage.bid(lot, ETH, USD, owed - 1)).get();
        long left = -stage.scene().view(0).holding(lot, USD);
        assertThat(offer(stage).price().giveDown(left)).isZero();
        long treasury = stage.balance("venue/treasury", USD);

        assertThat(stage.act("bob", Stage.bid(lot, ETH, USD, 10)).get()).isEqualTo(1);
        assertThat(stage.balance("venue/treasury", USD) - treasury).isEqualTo(3 - left);
        assertThat(stage.scene().isOpenLot(lot.index())).isFalse();
    }

    @Test
    void aSaleThatRanOutIsRestartedAtAFreshPrice() {
        Stage stage = kicked(Companions.loan(), 0.88);
        AccountId lot = stage.account(LOT);
        assertThat(stage.act("bob", new Action.Restart(Setting.VENUE, lot))
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.NOT_DUE);
        stage.after(LASTS);
        assertThat(stage.scene().offer(0, lot.index(), null)).isEmpty();
        stage.act("bob", new Action.Restart(Setting.VENUE, lot)).get();

        assertThat(offer(stage).price().toDouble() * 1000).isEqualTo(2112);
    }

    @Test
    void whatALotDoesNotCoverIsAShortfall() {
        Stage stage = kicked(Companions.loan(), 0.3);
        stage.act("bob", Stage.bid(stage.account(LOT), ETH, USD, 20_000 * Stage.DOLLAR))
                .get();

        assertThat(stage.balance("venue/shortfall", USD)).isNegative();
        assertThat(stage.balance(LOT, ETH)).isZero();
    }

    @Test
    void sellsContractsToo() {
        Stage stage = kicked(Companions.perp(), 0.93);
        AccountId lot = stage.account(LOT);
        stage.act("bob", new Action.Deposit(Setting.VENUE, USD, Quantity.of(900_000 * Stage.DOLLAR)))
                .get();
        stage.act("bob", Stage.bid(lot, stage.claim("contract"), stage.claim("quote"), 900_000 * Stage.DOLLAR))
                .get();

        assertThat(stage.balance(LOT, stage.claim("contract"))).isZero();
        assertThat(stage.balance("venue/bob", stage.claim("contract"))).isPositive();
        assertThat(stage.scene().isOpenLot(lot.index())).isFalse();
        assertThat(stage.held(USD)).isPositive();
    }
}
