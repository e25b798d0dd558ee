package io.firebreak.testkit.reference;

import static io.firebreak.testkit.world.Setting.ETH;
import static io.firebreak.testkit.world.Setting.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.core.economy.AgentGroup;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Composition;
import io.firebreak.testkit.world.Setting;
import org.junit.jupiter.api.Test;

final class ReferenceKeeperTest {
    private static Stage kept(Composition company, double factor) {
        ReferenceKeeper keeper = new ReferenceKeeper(Setting.VENUE, new Parcel(USD, 1_000_000 * Stage.DOLLAR));
        return new Stage(company.with(new AgentGroup("keepers", keeper)), factor).next();
    }

    @Test
    void takesWhatIsOnOffer() {
        Stage stage = kept(Companions.loan(), 0.88);
        long owed = -stage.held(USD);
        stage.next();

        assertThat(-stage.held(USD)).as("half, and interest of a minute").isBetween(owed / 2, owed / 2 + 2000);
    }

    @Test
    void kicksAndThenTakes() {
        Stage stage = kept(Companions.auction(), 0.88).next();
        assertThat(stage.scene().isOpenLot(stage.account("venue/lot-1").index()))
                .isTrue();
        stage.next();

        assertThat(stage.scene().isOpenLot(stage.account("venue/lot-1").index()))
                .isFalse();
        assertThat(stage.held(ETH)).isPositive();
    }

    @Test
    void putsUpMarginForContracts() {
        Stage stage = kept(Companions.perp(), 0.93);
        long contracts = stage.held(stage.claim("contract"));
        stage.next();

        assertThat(stage.held(stage.claim("contract"))).isLessThan(contracts);
        assertThat(stage.isStopped()).isFalse();
    }
}
