package io.firebreak.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.GasDemand;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.economy.MetricSpec;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.VenueSpec;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScenarioReaderTest {
    private static final Asset ETH = new Asset(0, "ETH", 9);
    private static final Asset DAI = new Asset(1, "DAI", 6);

    private final Scenario scenario = ScenarioFolder.sound().scenarioRead();

    private Economy variant(String design, String world) {
        return scenario.variant(design, world, ImpactMode.GROSS).get();
    }

    private VenueSpec maker(String design) {
        return variant(design, "priced out").venues().head();
    }

    @Test
    void equalTextsYieldEqualScenarios() {
        assertThat(ScenarioFolder.sound().scenarioRead()).isEqualTo(scenario);
    }

    @Test
    void everyDesignRunsInEveryWorldUnderEveryImpactMode() {
        assertThat(scenario.designs()).containsExactly("do nothing", "falling", "with a halt");
        assertThat(scenario.worlds()).containsExactly("short of capital", "priced out");
        assertThat(scenario.impactModes()).containsExactly(ImpactMode.GROSS, ImpactMode.NONE);
        assertThat(scenario.variants()).hasSize(12);
        assertThat(scenario.variant("falling", "priced out", ImpactMode.NONE)
                        .get()
                        .markets())
                .extracting(MarketSpec::impact)
                .containsExactly(ImpactMode.NONE);
    }

    @Test
    void saysWhatItIsAndWhatItIsMadeOf() {
        assertThat(scenario.name()).isEqualTo("small-crash");
        assertThat(scenario.title()).isEqualTo("A small crash");
        assertThat(scenario.seeds()).isEqualTo(3);
        assertThat(scenario.sha256()).matches("[0-9a-f]{64}");
        assertThat(scenario.files()).extracting(Scenario.SourceFile::name).containsExactly("eth.csv", "vaults.csv");
        assertThat(scenario.notes().calibrated()).containsExactly("the keepers");
        assertThat(scenario.notes().result()).isEmpty();
    }

    @Test
    void twoMetricsOfOneMechanismHaveTheirOwnNames() {
        assertThat(variant("falling", "priced out").metrics())
                .extracting(MetricSpec::name)
                .containsExactly("kicks", "kicks again");
    }

    @Test
    void clockCarriesTimesAndGas() {
        var clock = variant("falling", "priced out").clock();
        assertThat(clock.startMillis())
                .isEqualTo(Instant.parse("2020-03-12T13:35:00Z").toEpochMilli());
        assertThat(clock.blocks()).isEqualTo(267);
        assertThat(clock.gas().get().perBlock()).isEqualTo(10_000_000);
        assertThat(clock.gas().get().asset()).isEqualTo(ETH);
        assertThat(clock.gas().get().demand()).isEqualTo(new GasDemand.Constant(20));
    }

    @Test
    void mechanismsCarryTheirParametersExactly() {
        assertThat(maker("falling").venue())
                .isEqualTo(new SampleModule.Vault(
                        ETH,
                        DAI,
                        Ratio.of("1.5"),
                        Rate.perYear("0.08"),
                        new OracleRef("eth"),
                        Option.some(new Parcel(DAI, 140_000_000_000_000L))));
        assertThat(maker("falling").liquidation())
                .contains(new SampleModule.FallingPrice(
                        Ratio.of("1.2"),
                        new SampleModule.Straight(Duration.ofHours(2)),
                        SampleModule.Manner.IN_STEPS,
                        true));
        assertThat(maker("falling").losses())
                .containsExactly(
                        new SampleModule.Buffer(Option.none()),
                        new SampleModule.Buffer(Option.some(new Parcel(DAI, 500_000_000_000L))));
        assertThat(maker("falling").watchEveryBlocks()).isEqualTo(4);
        assertThat(maker("falling").seed())
                .containsExactly(new VenueSpec.SeedBalance("treasury", new Parcel(DAI, 500_000_000_000L)));
    }

    @Test
    void marketsCarryDepthAndRecovery() {
        MarketSpec market = variant("falling", "priced out").markets().head();
        assertThat(market.asset()).isEqualTo(ETH);
        assertThat(market.depthValue()).isEqualTo(4e6);
        assertThat(market.depthMove()).isEqualTo(0.02);
        assertThat(market.recovery()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void noImpactIsNotAnImpactLeftOut() {
        assertThat(ScenarioFolder.sound()
                        .with("impact: gross }", "impact: none }")
                        .with("impact-modes: [ gross, none ]", "")
                        .scenarioRead()
                        .impactModes())
                .containsExactly(ImpactMode.NONE);
    }

    @Test
    void aPatchChangesItsVariantAlone() {
        assertThat(maker("do nothing").liquidation()).contains(new SampleModule.Hold());
        assertThat(maker("with a halt").liquidation()).contains(new SampleModule.Hold());
        assertThat(maker("with a halt").safeguards())
                .containsExactly(new SampleModule.Halt(Ratio.of("0.15"), Duration.ofMinutes(10)));
        assertThat(maker("do nothing").safeguards()).isEmpty();
    }

    @Test
    void aPatchPassesTheMechanismsName() {
        assertThat(variant("falling", "short of capital").agents().head().model())
                .isEqualTo(keeper("60000", 400));
        assertThat(variant("falling", "priced out").agents().head().model()).isEqualTo(keeper("300000", 160));
    }

    private static SampleModule.Keeper keeper(String capital, double gasCap) {
        return new SampleModule.Keeper(
                12,
                new Parcel(DAI, DAI.unitsDown(io.firebreak.api.number.Decimal.of(capital))),
                gasCap,
                0,
                io.vavr.collection.Vector.of(new VenueRef("maker")),
                Option.some(new io.firebreak.api.plugin.MarketRef("ETH")));
    }

    @Test
    void accountsOfAFileAreRoundedAgainstTheirOwners() {
        var given = (AccountGroup.Given) maker("falling").accounts().head();
        assertThat(given.rows())
                .containsExactly(
                        row("V0001", 856_998_709_000L, -95_356_062_000L), row("V0002", 5_138_836_123L, -570_291_124L));
    }

    private static AccountGroup.Row row(String name, long eth, long dai) {
        return new AccountGroup.Row(
                name, io.vavr.collection.Vector.of(new Parcel(ETH, eth), new Parcel(DAI, dai)), Option.none());
    }

    @Test
    void accountsAreDrawnOrListed() {
        assertThat(maker("falling").accounts().get(1))
                .isEqualTo(new AccountGroup.Synthetic(
                        "synthetic",
                        2000,
                        ETH,
                        DAI,
                        new AccountGroup.Distribution.Uniform(1.5, 3),
                        new AccountGroup.Distribution.Pareto(50, 1.1, 2e6),
                        195));
        assertThat(((AccountGroup.Given) maker("falling").accounts().get(2)).rows())
                .containsExactly(row("alice", 10_000_000_000L, -1_500_000_000L));
    }

    @Test
    void actionsAreSortedAndTheirTargetsNamed() {
        assertThat(variant("falling", "priced out").actions())
                .containsExactly(
                        new ScriptedAction(
                                3, "alice", new Action.Repay(new VenueRef("maker"), DAI, Quantity.of(100_500_000))),
                        new ScriptedAction(
                                7, "bob", new Action.Kick(new VenueRef("maker"), new AccountId(-1)), List.of("alice")));
    }

    @Test
    void accountsAndWalletsMayHoldClaims() {
        Economy economy = ScenarioFolder.sound()
                .with("agents:\n", "  pond: { pool: { asset: DAI } }\nwallets: { bob: [ 2.5 pond.shares ] }\nagents:\n")
                .with("[10 ETH, -1500 DAI]", "[10 ETH, -3 pond.shares]")
                .scenarioRead()
                .variants()
                .head()
                .economy();
        Asset shares = new Asset(2, "pond.shares", 4);

        assertThat(economy.wallets()).containsExactly(new VenueSpec.SeedBalance("bob", new Parcel(shares, 25_000)));
        assertThat(((AccountGroup.Given) economy.venues().head().accounts().get(2))
                        .rows()
                        .head()
                        .holdings())
                .containsExactly(new Parcel(ETH, 10_000_000_000L), new Parcel(shares, -30_000));
    }

    @Test
    void shocksCountFromTheStart() {
        var shock = variant("falling", "priced out").shocks().head();
        assertThat(shock.atMillis())
                .isEqualTo(Instant.parse("2020-03-12T13:55:00Z").toEpochMilli());
        assertThat(shock.factor()).isEqualTo(0.7);
    }

    @Test
    void anchorsAndAliasesWork() {
        ScenarioFolder aliased = ScenarioFolder.sound()
                .with("end: 2020-03-12T14:35:00Z", "end: &end 2020-03-12T14:35:00Z")
                .with("at: 20 min", "at: *end");
        assertThat(aliased.scenarioRead()
                        .variants()
                        .head()
                        .economy()
                        .shocks()
                        .head()
                        .atMillis())
                .isEqualTo(Instant.parse("2020-03-12T14:35:00Z").toEpochMilli());
    }

    @Test
    void readsAFolder(@TempDir Path folder) throws Exception {
        for (var file : ScenarioFolder.sound().files()) {
            Files.writeString(folder.resolve(file._1), file._2, StandardCharsets.UTF_8);
        }
        assertThat(new ScenarioReader(ScenarioFolder.MECHANISMS)
                        .read(folder.resolve("crash.yaml"))
                        .get())
                .isEqualTo(scenario);
        assertThat(ScenarioSource.of(folder.resolve("crash.yaml"))
                        .read("../crash.yaml")
                        .getLeft())
                .contains("outside the scenario's folder");
        assertThat(ScenarioSource.of(folder.resolve("crash.yaml"))
                        .read("etc.csv")
                        .getLeft())
                .contains("Maybe 'eth.csv'");
    }
}
