package io.firebreak.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.AgentGroup;
import io.firebreak.core.economy.Clock;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.economy.InvariantSpec;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.economy.OracleSpec;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.Shock;
import io.firebreak.core.economy.StandIns;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.experiment.Variant;
import io.firebreak.core.oracle.SpotOracle;
import io.firebreak.core.price.ScriptedPath;
import io.firebreak.core.probe.Conservation;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ScenarioWriterTest {
    private static final ScenarioFolder SOUND = ScenarioFolder.sound();

    private static final ScenarioWriter WRITER = new ScenarioWriter(ScenarioFolder.MECHANISMS);

    private static String written(Economy economy) {
        return WRITER.write("written", "Written again", List.of("as a test asks"), economy);
    }

    private static Economy readBack(String text) {
        return new ScenarioFolder(SOUND.files().put(SOUND.scenario(), text))
                .scenarioRead()
                .variants()
                .head()
                .economy();
    }

    @Test
    void everyVariantReadsBackEqual() {
        for (Variant variant : SOUND.scenarioRead().variants()) {
            String text = written(variant.economy());
            assertThat(readBack(text)).as(text).isEqualTo(variant.economy());
        }
    }

    @Test
    void aTitleIsWrittenAsItReads() {
        String text =
                WRITER.write("quotient", "Debt ÷ collateral ≤ 80 % – “as read” \u00a0\u2028", List.empty(), script());
        assertThat(text).contains("title: \"Debt ÷ collateral ≤ 80 % – “as read” \\U000000a0\\U00002028\"");
    }

    @Test
    void aScriptIsReadAtAGlance() {
        assertThat(WRITER.write(
                        "rule-104",
                        "Rule 104 is broken: a liquidation takes more than there is",
                        List.of("Found with seed 7 after 12 tries.", "Replay: firebreak replay rule-104.yaml"),
                        script()))
                .isEqualTo(
                        """
                # Found with seed 7 after 12 tries.
                # Replay: firebreak replay rule-104.yaml
                scenario: rule-104
                title: "Rule 104 is broken: a liquidation takes more than there is"
                clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T01:00:00Z, block-time: 12 s }
                assets:
                  ETH: { decimals: 9 }
                  DAI: {}
                outside-markets:
                  ETH: { path: { scripted: { start: 2000, points: [ { at: 90 s, price: 1400 }, { at: 10 min, move: -12.5% } ] } }, depth: 4 M USD per 2% }
                oracles:
                  eth: { spot: { of: ETH } }
                venues:
                  maker:
                    vault: { collateral: ETH, debt: DAI, min-ratio: 150%, oracle: eth, ceiling: 140 M DAI }
                    accounts:
                      - { account: carol, holdings: [ 10 ETH, -12 k DAI ], owner: carol }
                      - { account: dust, holdings: [ 0.000000001 ETH, -0.000001 DAI ] }
                    liquidation: { falling-price: { curve: { cliff: { at: 6 h } }, whole: true } }
                    losses: [ { buffer: { most: 50 k DAI } }, buffer ]
                  pond:
                    pool: { asset: DAI }
                    seed: { pot: [ 10 k DAI ] }
                wallets:
                  alice: [ 100 ETH, 5000 DAI ]
                agents:
                  keepers: { keeper: { count: 3, capital: 90 k DAI, gas-cap: 160 gwei } }
                shocks:
                  - { at: 20 min, market: ETH, move: -30% }
                actions:
                  - { block: 0, account: alice, action: { deposit: { venue: maker, asset: ETH, quantity: 10 ETH } } }
                  - { block: 0, account: alice, action: { borrow: { venue: maker, asset: DAI, quantity: all } } }
                  - { block: 7, account: bob, action: { kick: { venue: maker, target: maker/alice } } }
                  - { block: 7, account: bob, action: { bid: { venue: maker, target: maker/lot-1, pair: { give: ETH, want: DAI }, pay: 1500.25 DAI, receive: 1.2 ETH } } }
                  - { block: 8, account: bob, action: { bundle: { steps: [ { kick: { venue: maker, target: maker/carol } }, { settle: { venue: maker, target: lot of step 0 } }, { swap: { venue: pond, give: DAI, quantity: { result-of: 1 }, get: pond.shares, at-least: 2.5 pond.shares } } ] } } }
                invariants:
                  - conservation
                """);
    }

    private static Economy script() {
        Asset eth = new Asset(0, "ETH", 9);
        Asset dai = new Asset(1, "DAI", 6);
        VenueRef maker = new VenueRef("maker");
        VenueRef pond = new VenueRef("pond");
        MarketRef market = new MarketRef("ETH");
        long start = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
        StandIns bundle = new StandIns();
        Action.Bundle steps = new Action.Bundle(Vector.of(
                new Action.Kick(maker, bundle.account("maker/carol")),
                new Action.Settle(maker, bundle.openedBy(0)),
                new Action.Swap(pond, dai, new Quantity.ResultOf(1), new Asset(2, "pond.shares", 4), 25_000)));
        return new Economy(
                new Clock(start, start + 3_600_000, 12_000, Option.none()),
                Vector.of(eth, dai),
                Vector.of(new MarketSpec(
                        market,
                        eth,
                        new ScriptedPath(
                                2000,
                                Vector.of(
                                        new ScriptedPath.Point(
                                                Duration.ofSeconds(90), Option.some(Decimal.of(1400)), Option.none()),
                                        new ScriptedPath.Point(
                                                Duration.ofMinutes(10),
                                                Option.none(),
                                                Option.some(Ratio.of("-0.125")))),
                                false),
                        4e6,
                        0.02,
                        Duration.ofMinutes(20),
                        ImpactMode.GROSS)),
                Vector.of(new OracleSpec(new OracleRef("eth"), new SpotOracle(market))),
                Vector.of(
                        new VenueSpec(
                                maker,
                                new SampleModule.Vault(
                                        eth,
                                        dai,
                                        Ratio.of("1.5"),
                                        Rate.perYear("0"),
                                        new OracleRef("eth"),
                                        Option.some(new Parcel(dai, 140_000_000_000_000L))),
                                Option.none(),
                                Vector.of(
                                        account(
                                                "carol",
                                                Option.some("carol"),
                                                eth,
                                                10_000_000_000L,
                                                dai,
                                                -12_000_000_000L),
                                        account("dust", Option.none(), eth, 1, dai, -1)),
                                Option.some(new SampleModule.FallingPrice(
                                        Ratio.of("1.2"),
                                        new SampleModule.FallingPrice.Cliff(Duration.ofHours(6)),
                                        SampleModule.Manner.IN_STEPS,
                                        true)),
                                Vector.of(
                                        new SampleModule.Buffer(Option.some(new Parcel(dai, 50_000_000_000L))),
                                        new SampleModule.Buffer(Option.none())),
                                Vector.empty(),
                                Vector.empty(),
                                1),
                        new VenueSpec(
                                pond,
                                new SampleModule.Pool(dai),
                                Option.none(),
                                Vector.empty(),
                                Option.none(),
                                Vector.empty(),
                                Vector.empty(),
                                Vector.of(new VenueSpec.SeedBalance("pot", new Parcel(dai, 10_000_000_000L))),
                                1)),
                Vector.of(new AgentGroup(
                        "keepers",
                        new SampleModule.Keeper(
                                3, new Parcel(dai, 90_000_000_000L), 160, 0, Vector.empty(), Option.none()))),
                Vector.of(new Shock(start + 1_200_000, market, 0.7)),
                Vector.of(
                        new ScriptedAction(
                                0,
                                "alice",
                                new Action.Deposit(maker, eth, Quantity.of(10_000_000_000L)),
                                Vector.empty()),
                        new ScriptedAction(0, "alice", new Action.Borrow(maker, dai, Quantity.all()), Vector.empty()),
                        new ScriptedAction(
                                7, "bob", new Action.Kick(maker, new AccountId(-1)), Vector.of("maker/alice")),
                        new ScriptedAction(
                                7,
                                "bob",
                                new Action.Bid(
                                        maker,
                                        new AccountId(-1),
                                        new Pair(eth, dai),
                                        Quantity.of(1_500_250_000L),
                                        1_200_000_000L),
                                Vector.of("maker/lot-1")),
                        new ScriptedAction(8, "bob", steps, bundle.names())),
                Vector.empty(),
                Vector.of(
                        new VenueSpec.SeedBalance("alice", new Parcel(eth, 100_000_000_000L)),
                        new VenueSpec.SeedBalance("alice", new Parcel(dai, 5_000_000_000L))),
                Vector.of(new InvariantSpec("conservation", new Conservation())));
    }

    private static AccountGroup account(
            String name, Option<String> owner, Asset held, long units, Asset owed, long debt) {
        return new AccountGroup.Given(Vector.of(
                new AccountGroup.Row(name, Vector.of(new Parcel(held, units), new Parcel(owed, debt)), owner)));
    }

    @Test
    void theScriptReadsBackEqual() {
        assertThat(readBack(written(script()))).isEqualTo(script()).hasToString(script().toString());
    }

    /** A mechanism that nobody registered. */
    private record Stranger(@Parameter("how much") Ratio share) implements LossModel<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
            return Bearing.of(state, Bearing.Outcome.EXHAUSTED);
        }
    }

    @Test
    void aStrangerIsWrittenByItsClassAndSaysSo() {
        Economy known = script();
        VenueSpec maker = known.venues().head();
        String text = written(new Economy(
                known.clock(),
                known.assets(),
                known.markets(),
                known.oracles(),
                known.venues()
                        .update(
                                0,
                                new VenueSpec(
                                        maker.name(),
                                        maker.venue(),
                                        maker.margin(),
                                        maker.accounts(),
                                        maker.liquidation(),
                                        Vector.of(new Stranger(Ratio.of("0.5"))),
                                        maker.safeguards(),
                                        maker.seed(),
                                        1)),
                known.agents(),
                known.shocks(),
                known.actions()));
        String name = Stranger.class.getName();
        assertThat(text)
                .contains(
                        "# Not to be replayed as it stands: loss model " + name + " is no registered mechanism",
                        "losses: [ { " + name + ": { share: 50% } } ]");
        assertThat(new ScenarioFolder(SOUND.files().put(SOUND.scenario(), text)).mistakes())
                .singleElement()
                .asString()
                .contains("'" + name + "' is no known loss model", "more come with --plugins");
    }

    @Test
    void whatNoScenarioCanSayIsSaidSo() {
        Economy known = script();
        Economy infinite = new Economy(
                known.clock(),
                known.assets(),
                known.markets(),
                known.oracles(),
                known.venues(),
                known.agents(),
                Vector.of(new Shock(0, new MarketRef("ETH"), Double.NaN)),
                Vector.of(new ScriptedAction(
                        0, "bob", new Action.Kick(new VenueRef("maker"), new AccountId(-3)), Vector.of("bob"))));
        assertThat(written(infinite))
                .contains(
                        "# Not to be replayed as it stands: factor is NaN, which no scenario can say",
                        "# Not to be replayed as it stands: an action has the account number -3, for which it has no name");
    }
}
