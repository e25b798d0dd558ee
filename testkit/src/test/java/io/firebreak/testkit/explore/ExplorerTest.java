package io.firebreak.testkit.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.number.Ratio;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.kit.Campaign;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.reference.ReferenceAuction;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Composition;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExplorerTest {
    private static final ReferenceAuction HONEST =
            new ReferenceAuction(Ratio.of("1.2"), Ratio.of("0.5"), Duration.ofDays(1));
    private static final Forgetful FORGETFUL = new Forgetful(HONEST);
    private static final Composition FORGETFUL_LOANS = Companions.loan().with(FORGETFUL);
    private static final Seq<Rule> THROWS = Vector.of(Catalogue.rule(113));

    @Test
    void findsAFaultThatNeedsFourActionsInARow() {
        Exploration exploration = new Explorer(FORGETFUL_LOANS, THROWS).explore(4, 20_000);
        assertThat(exploration.findings()).hasSize(1);
        Exploration.Finding found = exploration.findings().head();
        assertThat(found.breach().detail()).contains("who restarted it?");
        assertThat(found.shortest().script().map(ScriptedAction::action).map(Object::getClass))
                .containsExactly(Action.Kick.class, Action.Bid.class, Action.Restart.class, Action.Settle.class);
    }

    @Test
    void findsWhatDrawnTrialsMiss() {
        Subject subject = new Subject("forgetful", Socket.LIQUIDATION, FORGETFUL, FORGETFUL_LOANS);
        assertThat(new Campaign(subject, THROWS)
                        .run(new Campaign.Effort(500, 1))
                        .broken())
                .isEmpty();
    }

    @Test
    void holdsNothingAgainstTheHonestAuctionThatItWraps() {
        Exploration exploration = new Explorer(Companions.loan().with(HONEST), Catalogue.all()).explore(3, 300);
        assertThat(exploration.findings()).isEmpty();
    }

    @Test
    void doesNotGoOnTwiceFromTheSameState() {
        Exploration exploration = new Explorer(Companions.perp(), Catalogue.all()).explore(3, 5000);
        assertThat(exploration.isCutOff()).isFalse();
        assertThat(exploration.completed()).isEqualTo(3);
        assertThat(exploration.pruned()).isPositive();
        assertThat(exploration.states() + exploration.pruned()).isEqualTo(exploration.histories());
    }

    @Test
    void seesTheSameWheneverItLooks() {
        assertThat(new Explorer(FORGETFUL_LOANS, THROWS).explore(2, 500))
                .isEqualTo(new Explorer(FORGETFUL_LOANS, THROWS).explore(2, 500));
    }

    @Test
    void saysWhenTheBudgetEndedFirst() {
        Exploration exploration = new Explorer(Companions.loan(), THROWS).explore(3, 100);
        assertThat(exploration.histories()).isEqualTo(100);
        assertThat(exploration.isCutOff()).isTrue();
        assertThat(exploration.completed()).isLessThan(3);
        assertThat(exploration)
                .hasToString(exploration.histories() + " histories, " + exploration.states()
                        + " states, " + exploration.pruned() + " known before, complete to " + exploration.completed()
                        + " of 3 steps");
    }

    @Test
    void looksAtAllPricesOfTheFirstBlock() {
        Exploration exploration = new Explorer(Companions.loan(), THROWS).explore(0, 10);
        assertThat(exploration.histories()).isEqualTo(3);
        assertThat(exploration.states()).isEqualTo(3);
    }
}
