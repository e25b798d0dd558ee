package io.firebreak.testkit.reference;

import static io.firebreak.testkit.world.Setting.ETH;
import static io.firebreak.testkit.world.Setting.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Composition;
import io.firebreak.testkit.world.Setting;
import org.junit.jupiter.api.Test;

final class ReferenceSpreadTest {
    private static Stage loans(String smallBelow, double factor) {
        Composition company =
                Companions.loan().with(new ReferenceSpread(Ratio.of("0.5"), Ratio.of("0.05"), Decimal.of(smallBelow)));
        return new Stage(company, factor).next();
    }

    @Test
    void givesTheBonusAndNoMore() {
        Stage stage = loans("0", 0.88);
        AccountId target = stage.account("venue/holder-1");
        long received = stage.act("bob", Stage.bid(target, ETH, USD, 1760 * Stage.DOLLAR))
                .get();

        assertThat(received).isEqualTo(1_050_000_000);
    }

    @Test
    void takesHalfOfALargeExposure() {
        Stage stage = loans("0", 0.88);
        long owed = -stage.held(USD);
        stage.act("bob", Stage.bid(stage.account("venue/holder-1"), ETH, USD, owed))
                .get();

        assertThat(-stage.held(USD)).isEqualTo(owed - owed / 2);
    }

    @Test
    void takesAllOfASmallOne() {
        Stage stage = loans("1000000", 0.88);
        long owed = -stage.held(USD);
        stage.act("bob", Stage.bid(stage.account("venue/holder-1"), ETH, USD, owed))
                .get();

        assertThat(stage.held(USD)).isZero();
        assertThat(stage.scene().offer(0, stage.account("venue/holder-1").index(), null))
                .isEmpty();
    }

    @Test
    void whatCollateralDoesNotCoverFallsToTheFundAndThenToTheSuppliers() {
        Stage stage = loans("1000000", 0.3);
        long owed = -stage.held(USD);
        stage.act("bob", Stage.bid(stage.account("venue/holder-1"), ETH, USD, owed))
                .get();
        long missing = -stage.balance("venue/shortfall", USD);
        stage.next();

        assertThat(missing).isPositive();
        assertThat(-stage.balance("venue/bad-debt", USD)).isEqualTo(Math.max(0, missing - 10_000 * Stage.DOLLAR));
        assertThat(stage.isStopped()).isFalse();
    }

    @Test
    void hasNothingToKick() {
        Stage stage = loans("0", 0.88);

        assertThat(stage.act("bob", new Action.Kick(Setting.VENUE, stage.account("venue/holder-1")))
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.NOT_DUE);
    }
}
