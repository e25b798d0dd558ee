package io.firebreak.core.scenario;

import io.firebreak.core.CorePlugin;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.PluginLoader;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;

/** A sound scenario and its files in memory, to be spoiled one way at a time. */
record ScenarioFolder(LinkedHashMap<String, String> files) implements ScenarioSource {
    static final Mechanisms MECHANISMS =
            PluginLoader.of(new CorePlugin(), new SampleModule()).get();

    static ScenarioFolder sound() {
        return new ScenarioFolder(
                LinkedHashMap.of(
                        "crash.yaml",
                        """
                scenario: small-crash
                title: A small crash
                seeds: 3
                design: do nothing
                clock:
                  start: 2020-03-12T13:35:00Z
                  end: 2020-03-12T14:35:00Z
                  block-time: 13.5 s
                  gas-per-block: 10 M
                  gas-price: 20 gwei
                  gas-asset: ETH
                assets:
                  ETH: { decimals: 9 }
                  DAI: {}
                outside-markets:
                  ETH: { path: { replay: { file: eth.csv } }, depth: 4 M USD per 2%, recovery: 20 min, impact: gross }
                oracles:
                  eth: { heartbeat: { of: ETH, heartbeat: 1 h, deviation: 1% } }
                venues:
                  maker:
                    vault: { collateral: ETH, debt: DAI, min-ratio: 150%, fee: 8% per year, oracle: eth, ceiling: 140 M DAI }
                    accounts:
                      - { file: vaults.csv, name: vault, collateral: { ETH: collateral_eth }, debt: { DAI: debt_dai } }
                      - synthetic:
                          count: 2 k
                          ratio: { uniform: { from: 150%, to: 3 } }
                          debt: { pareto: { min: 50 DAI, shape: 1.1, max: 2 M DAI } }
                          collateral: ETH
                          debt-asset: DAI
                          price: 195 USD
                      - { account: alice, holdings: [10 ETH, -1500 DAI] }
                    liquidation: hold
                    losses: [ buffer, buffer: { most: 500 k DAI } ]
                    seed: { treasury: [ 500 k DAI ] }
                    watch-every: 4 blocks
                agents:
                  keepers: { keeper: { count: 12, capital: 90 k DAI, venues: [ maker ], market: ETH } }
                shocks:
                  - { at: 20 min, market: ETH, move: -30% }
                actions:
                  - { block: 7, account: bob, action: { kick: { venue: maker, target: alice } } }
                  - { block: 3, account: alice, action: { repay: { venue: maker, asset: DAI, quantity: 100.5 DAI } } }
                worlds:
                  short of capital: { agents.keepers.capital: 60 k DAI }
                  priced out: { agents.keepers.gas-cap: 160 gwei, agents.keepers.capital: 300 k DAI }
                compare:
                  falling: { venues.maker.liquidation: { falling-price: { curve: { straight: { to: 2 h } }, whole: true } } }
                  with a halt: { venues.maker.safeguards: [ halt: { move: 15%, within: 10 min } ] }
                impact-modes: [ gross, none ]
                metrics: { kicks: { count: { what: kicks } }, kicks again: { count: { what: kicks } } }
                notes: { input: [ the path ], calibrated: [ the keepers ] }
                """,
                        "eth.csv",
                        """
                time,open,high,low,close,volume
                2020-03-12T13:30:00Z,170,171,169,170,10
                2020-03-12T13:35:00Z,170,171,160,165,
                """,
                        "vaults.csv",
                        """
                vault,lots,collateral_eth,debt_dai
                V0001,18,856.998709,95356.062
                V0002,1,5.1388361234,570.2911234
                """));
    }

    ScenarioFolder with(String from, String to) {
        return in(scenario(), from, to);
    }

    ScenarioFolder in(String file, String from, String to) {
        String text = files.get(file).get();
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " has no '" + from + "'");
        }
        return new ScenarioFolder(files.put(file, text.replace(from, to)));
    }

    /** What the reader says of it, a line each. */
    Seq<String> mistakes() {
        return read().swap()
                .getOrElseThrow(() -> new AssertionError("the reader finds no mistake"))
                .map(Problem::toString);
    }

    Scenario scenarioRead() {
        return read().getOrElseThrow(mistakes -> new AssertionError(mistakes.mkString("\n")));
    }

    Either<Seq<Problem>, Scenario> read() {
        return new ScenarioReader(MECHANISMS).read(this);
    }

    @Override
    public String scenario() {
        return "crash.yaml";
    }

    @Override
    public Either<String, byte[]> read(String name) {
        return files.get(name)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toEither("is not there, or cannot be read");
    }
}
