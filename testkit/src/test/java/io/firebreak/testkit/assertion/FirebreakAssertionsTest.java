package io.firebreak.testkit.assertion;

import static io.firebreak.testkit.assertion.FirebreakAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Engine;
import io.firebreak.core.engine.RunOptions;
import io.firebreak.core.engine.RunResult;
import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.replay.Replay;
import io.firebreak.testkit.sheet.BalanceSheet;
import io.firebreak.testkit.trial.Trial;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Setting;
import io.firebreak.testkit.world.Sketch;
import io.firebreak.testkit.world.Workshop;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class FirebreakAssertionsTest {
    private static final Parcel DEBT = new Parcel(Setting.USD, 15_000_000_000L);

    /** A lender with one borrower and a price that falls by so much. */
    private static Trial loan(double factor) {
        return new Workshop(Companions.loan().withLosses(Vector.empty()))
                .world(new Sketch(
                        12_000,
                        2000,
                        Vector.of(new Sketch.Move.Stay(), new Sketch.Move.By(factor), new Sketch.Move.Stay()),
                        Sketch.Feed.LIVE,
                        Double.POSITIVE_INFINITY,
                        Vector.of(new Sketch.Holder(0, 10_000, 1000, false)),
                        Vector.empty(),
                        1));
    }

    private static BalanceSheet sheet(long badDebt) {
        return new BalanceSheet(Vector.of(
                new BalanceSheet.Holder("", "alice", Accounts.Kind.WALLET, Vector.of(DEBT)),
                new BalanceSheet.Holder(
                        "venue",
                        "venue/bad-debt",
                        Accounts.Kind.SHORTFALL,
                        Vector.of(new Parcel(Setting.USD, -badDebt)))));
    }

    @Test
    void aRunWithoutLossesIsSolvent() {
        Trial trial = loan(0.99);
        Replay replay = Replay.of(trial, Catalogue.all());
        assertThat(replay).endsByItself().isSolvent().breaksNoRule();
        assertThat(replay.sheet()).balances().isSolvent();
        RunResult run = new Engine().run(trial.economy(), RunOptions.of(1));
        assertThat(run).endsByItself().isSolvent().hasBadDebtOf("venue", 0);
    }

    @Test
    void whatIsMissingIsToldWithTheSheet() {
        assertThat(sheet(DEBT.units())).balances().has("venue/bad-debt", new Parcel(Setting.USD, -DEBT.units()));
        assertThatThrownBy(() -> assertThat(sheet(DEBT.units())).isSolvent())
                .hasMessageContaining("venue/bad-debt  -15000 USD")
                .hasMessageContaining("alice  15000 USD");
    }

    @Test
    void whatDoesNotBalanceIsToldToTheUnit() {
        assertThatThrownBy(() -> assertThat(sheet(DEBT.units() - 1)).balances()).hasMessageContaining("(USD, 1)");
    }

    @Test
    void badDebtOfAnotherAmountIsRefused() {
        Replay replay = Replay.of(loan(0.99), Catalogue.all());
        assertThat(replay).hasBadDebtOf("venue", new Parcel(Setting.USD, 0));
        assertThatThrownBy(() -> assertThat(replay).hasBadDebtOf("venue", DEBT))
                .hasMessageContaining("Expected venue/bad-debt to have -15000 USD, but it has 0 USD");
    }

    @Test
    void aRuleThatHeldIsNotBroken() {
        Replay replay = Replay.of(loan(0.99), Catalogue.all());
        assertThatThrownBy(() -> assertThat(replay).breaksRule(402)).hasMessageContaining("every rule held");
    }

    @Test
    void aRunWithBadDebtIsNotSolvent() {
        RunResult sound = new Engine().run(loan(0.99).economy(), RunOptions.of(1));
        RunResult bad = new RunResult(
                sound.hash(),
                sound.blocks(),
                sound.measures()
                        .map(each -> each.name().equals("venue.bad-debt")
                                ? new RunResult.Measure(each.name(), 12.5, each.unit(), each.better())
                                : each),
                sound.timeline(),
                sound.events(),
                sound.accountNames(),
                sound.warnings(),
                sound.failure());
        assertThat(bad).hasBadDebtOf("venue", 12.5);
        assertThatThrownBy(() -> assertThat(bad).isSolvent()).hasMessageContaining("venue.bad-debt 12.5 USD");
    }
}
