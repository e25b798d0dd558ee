package io.firebreak.testkit.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.Scene;
import io.firebreak.core.engine.Witness;
import io.firebreak.testkit.examination.Driver;
import io.firebreak.testkit.generate.Sketches;
import io.firebreak.testkit.trial.Trial;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Composition;
import io.firebreak.testkit.world.Improviser;
import io.firebreak.testkit.world.Setting;
import io.firebreak.testkit.world.Sketch;
import io.firebreak.testkit.world.Workshop;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BalanceSheetProperties {
    @Provide
    Arbitrary<Sketch> sketches() {
        return Sketches.any(20);
    }

    @Provide
    Arbitrary<Composition> company() {
        return Arbitraries.of(Companions.loan(), Companions.perp());
    }

    @Property(tries = 100)
    void balancesAfterEveryActionAndMissesWhoeverIsLeftOut(
            @ForAll("company") Composition company, @ForAll("sketches") Sketch sketch) {
        Trial trial = new Workshop(company).world(sketch);
        Playback playback = Playback.of(trial.economy(), Playback.Settings.of(1), Witness.NOBODY)
                .get();
        Driver driver = new Improviser(sketch.choices());
        Scene scene = playback.scene();
        for (long block = 0; block < trial.economy().clock().blocks(); block++) {
            playback.open();
            for (Option<ScriptedAction> next = driver.next(scene); next.isDefined(); next = driver.next(scene)) {
                playback.act(next.get());
                assertThat(BalanceSheet.of(scene).imbalances()).isEmpty();
            }
            playback.close();
        }
        BalanceSheet sheet = BalanceSheet.of(scene);
        for (BalanceSheet.Holder holder : sheet.accounts()) {
            BalanceSheet others = new BalanceSheet(sheet.accounts().remove(holder));
            assertThat(others.balances()).as(holder.account()).isFalse();
            assertThat(others.imbalances().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            holder.parcels().map(parcel -> parcel.asset().symbol()));
        }
    }

    @Example
    void isReadByVenueAndByAccount() {
        Sketch sketch = Sketches.any(0).sample();
        Trial trial = new Workshop(Companions.loan()).world(sketch);
        Scene scene = Playback.of(trial.economy(), Playback.Settings.of(1), Witness.NOBODY)
                .get()
                .scene();
        BalanceSheet sheet = BalanceSheet.of(scene);
        assertThat(sheet.units("alice", Setting.ETH)).isEqualTo(100_000_000_000L);
        assertThat(sheet.units("nobody", Setting.ETH)).isZero();
        assertThat(sheet.units("outside", Setting.BTC)).isZero();
        assertThat(sheet.at("venue").accounts())
                .allMatch(holder -> holder.account().startsWith("venue/"));
        assertThat(sheet.at("").accounts().map(BalanceSheet.Holder::account)).contains("outside", "mallory");
        assertThat(sheet.toString()).contains("outside\n", "\nvenue\n", "  alice  100 ETH, 1000000 USD");
    }
}
