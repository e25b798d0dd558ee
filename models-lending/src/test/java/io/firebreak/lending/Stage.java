package io.firebreak.lending;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.Scene;
import io.firebreak.core.engine.Witness;
import io.firebreak.core.scenario.ScenarioReader;
import io.firebreak.core.wiring.PluginLoader;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scenario given as text, played action by action through the engine. */
public final class Stage {
    private final Playback playback;

    private Stage(Playback playback) {
        this.playback = playback;
        playback.open();
    }

    public static Stage of(Path folder, String scenario) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), scenario);
        Playback playback = new PluginLoader()
                .load(Option.none())
                .mapLeft(faults -> faults.mkString("\n"))
                .flatMap(mechanisms ->
                        new ScenarioReader(mechanisms).read(file).mapLeft(problems -> problems.mkString("\n")))
                .flatMap(read -> Playback.of(
                                read.variants().head().economy(),
                                new Playback.Settings(1, false, false),
                                new Witness() {
                                    @Override
                                    public void before(Deed deed, Scene scene) {}

                                    @Override
                                    public void after(Deed deed, Scene scene) {}

                                    @Override
                                    public void refused(Deed deed, Rejection rejection, Scene scene) {}
                                })
                        .mapLeft(Object::toString))
                .getOrElseThrow(problems -> new AssertionError(problems));
        return new Stage(playback).checked();
    }

    private Stage checked() {
        assertThat(playback.failure()).isEmpty();
        return this;
    }

    public Scene scene() {
        return playback.scene();
    }

    /** Does it, and says what came of it. */
    public Either<Rejection, Long> tries(String who, Action action) {
        Either<Rejection, Long> result = playback.act(
                        new ScriptedAction(scene().block().number(), who, action))
                .getOrElseThrow(() -> new AssertionError(playback.failure()));
        checked();
        return result;
    }

    /** Does what must not be refused; what it returned. */
    public long does(String who, Action action) {
        return tries(who, action).getOrElseThrow(refused -> new AssertionError(who + ": " + refused));
    }

    public void kick(String who, String venue, String account) {
        does(who, new Action.Kick(new VenueRef(venue), scene().account(account).get()));
    }

    /** Ends the block and begins the next. */
    public Stage next() {
        playback.close();
        playback.open();
        return checked();
    }

    public Asset asset(String symbol) {
        return scene().assets().find(asset -> asset.symbol().equals(symbol)).get();
    }

    /** What an account has, in whole units. */
    public double has(String account, String symbol) {
        Asset asset = asset(symbol);
        return asset.wholeAsDouble(scene().balance(scene().account(account).get(), asset));
    }

    /** What a margin account holds of a leg, in whole units; negative where it owes. */
    public double holds(String account, String symbol) {
        int number = scene().account(account).get().index();
        Asset asset = asset(symbol);
        return asset.wholeAsDouble(scene().view(scene().venueOf(number)).holding(scene().id(number), asset));
    }

    /** Checks all books from scratch. */
    public void ends() {
        playback.close();
        assertThat(playback.end().failure()).isEmpty();
    }
}
