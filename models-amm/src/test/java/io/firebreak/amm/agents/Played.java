package io.firebreak.amm.agents;

import io.firebreak.api.ledger.Asset;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.Scene;
import io.firebreak.core.engine.Witness;
import io.firebreak.core.scenario.ScenarioReader;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.PluginLoader;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scenario, played block by block. */
final class Played {
    private static final Mechanisms MECHANISMS =
            new PluginLoader().load(Option.none()).getOrElseThrow(faults -> new AssertionError(faults.mkString("\n")));

    private final Playback playback;

    Played(String yaml) {
        playback = Playback.of(economy(yaml), Playback.Settings.of(1), Witness.NOBODY)
                .getOrElseThrow(failure -> new AssertionError(failure));
    }

    private static Economy economy(String yaml) {
        try {
            Path file = Files.writeString(Files.createTempDirectory("scenario").resolve("scenario.yaml"), yaml);
            return new ScenarioReader(MECHANISMS)
                    .read(file)
                    .getOrElseThrow(problems -> new AssertionError(problems.mkString("\n")))
                    .variants()
                    .head()
                    .economy();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    Played blocks(int count) {
        for (int block = 0; block < count; block++) {
            playback.open();
            playback.close();
        }
        playback.failure().forEach(failure -> {
            throw new AssertionError(failure);
        });
        return this;
    }

    long balance(String account, String symbol) {
        Scene scene = playback.scene();
        Asset asset = scene.assets().find(each -> each.symbol().equals(symbol)).get();
        return scene.balance(scene.account(account).get(), asset);
    }

    /** What the first venue pays for an amount, per unit. */
    double paid(String give, long units, String get) {
        Scene scene = playback.scene();
        Asset in = scene.assets().find(each -> each.symbol().equals(give)).get();
        Asset out = scene.assets().find(each -> each.symbol().equals(get)).get();
        return (double) scene.quote(0, in, units, out).get() / units;
    }
}
