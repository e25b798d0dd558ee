package io.firebreak.testkit.pure;

import io.firebreak.api.plugin.Mechanism;
import io.firebreak.core.economy.AgentGroup;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.economy.OracleSpec;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.Scene;
import io.firebreak.core.engine.Witness;
import io.firebreak.testkit.examination.Driver;
import io.firebreak.testkit.trial.Trial;
import io.vavr.control.Option;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Plays a trial in which every mechanism is asked more often than the engine asks it. */
public final class Inquiry {
    private final Findings findings = new Findings();
    /** As many threads as questions lead to questions: an oracle that reads a pool waits for what the pool answers. */
    private final ExecutorService elsewhere = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "another thread");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Scene scene;

    private Inquiry() {}

    /** Plays the trial's script. */
    public static Findings of(Trial trial) {
        Inquiry inquiry = new Inquiry();
        try {
            inquiry.play(trial);
        } finally {
            inquiry.elsewhere.shutdownNow();
        }
        return inquiry.findings;
    }

    private void play(Trial trial) {
        Trial asked = new Trial(asked(trial.economy()), trial.seed());
        Driver script = Driver.of(trial);
        Playback.of(asked.economy(), Playback.Settings.of(trial.seed()), Witness.NOBODY)
                .forEach(playback ->
                        play(playback, script, trial.economy().clock().blocks()));
    }

    private void play(Playback playback, Driver script, long blocks) {
        scene = playback.scene();
        for (long block = 0; block < blocks && !playback.isStopped(); block++) {
            playback.open();
            for (var next = script.next(playback.scene()); next.isDefined(); next = script.next(playback.scene())) {
                playback.act(next.get());
            }
            playback.close();
        }
    }

    private Economy asked(Economy economy) {
        return new Economy(
                economy.clock(),
                economy.assets(),
                economy.markets()
                        .map(market -> new MarketSpec(
                                market.name(),
                                market.asset(),
                                asked(market.path()),
                                market.depthValue(),
                                market.depthMove(),
                                market.recovery(),
                                market.impact(),
                                market.record(),
                                market.arbitrage())),
                economy.oracles().map(oracle -> new OracleSpec(oracle.name(), asked(oracle.model()))),
                economy.venues()
                        .map(venue -> new VenueSpec(
                                venue.name(),
                                asked(venue.venue()),
                                venue.margin().map(this::asked),
                                venue.accounts(),
                                venue.liquidation().map(this::asked),
                                venue.losses().map(this::asked),
                                venue.safeguards().map(this::asked),
                                venue.seed(),
                                venue.watchEveryBlocks())),
                economy.agents().map(group -> new AgentGroup(group.name(), asked(group.model()))),
                economy.shocks(),
                economy.actions(),
                economy.metrics(),
                economy.wallets(),
                economy.invariants());
    }

    private <M extends Mechanism> M asked(M mechanism) {
        return Asking.of(mechanism, findings, () -> Option.of(scene), elsewhere);
    }
}
