package io.firebreak.core.engine;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.core.book.Journal;
import io.firebreak.core.book.LawBroken;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.ScriptedAction;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A run taken step by step: whoever drives it says what each block's actions are, and looks at everything in between. The
 * same blocks in the same order as {@link Engine#run}; the economy's own scripted actions are the driver's to play.
 *
 * <p>After a mechanism was stopped nothing happens any more.
 */
public final class Playback {
    private final Session session;
    private final Scene scene;
    private RunResult.@Nullable Failure failure;
    private @Nullable Either<Rejection, Long> played;
    private long next;

    /**
     * How a run is played.
     *
     * @param scan whether every account is looked at each time: the naive twin
     * @param keepPostings whether {@link Scene#postings} tells them
     */
    public record Settings(long seed, boolean scan, boolean keepPostings) {
        /** For small worlds, in which scanning is cheaper than an index. */
        public static Settings of(long seed) {
            return new Settings(seed, true, false);
        }
    }

    private Playback(Session session, Settings settings, Witness witness) {
        this.session = session;
        World world = session.world();
        scene = new Scene(world);
        if (settings.keepPostings()) {
            world.ledger.keep(new Journal());
        }
        guarded(session::start);
        world.watchedBy(witness, scene);
    }

    /**
     * Sets an economy up; {@link #open} begins its first block.
     *
     * @return the run, or why it cannot begin
     */
    public static Either<RunResult.Failure, Playback> of(Economy economy, Settings settings, Witness witness) {
        try {
            RunOptions options = new RunOptions(settings.seed(), Assurance.ACTION, false, 0);
            Session session = new Session(economy, options, settings.scan());
            return Either.right(new Playback(session, settings, witness));
        } catch (Stopped stopped) {
            return Either.left(stopped.failure());
        }
    }

    /** Begins the next block: all that happens before its actions. */
    public void open() {
        guarded(() -> session.open(next));
    }

    /** The next block comes later than the clock says: so much time passes first. */
    public void pause(Duration time) {
        session.pause(time.toMillis());
    }

    /** Gives a wallet something, bought from {@code outside}: for what happens after a script. */
    public void grant(String wallet, Parcel parcel) {
        World world = session.world();
        world.ledger.allowDebt(world.outside, parcel.asset());
        guarded(() -> world.ledger.post(
                world.outside, world.wallet(wallet), parcel.asset().index(), parcel.units()));
    }

    /** Plays an action in the block under way: what it returned, or why it was refused; none once the run was stopped. */
    public Option<Either<Rejection, Long>> act(ScriptedAction action) {
        played = null;
        guarded(() -> played = session.play(action));
        return Option.of(played);
    }

    /** Ends the block: its agents act, its losses are borne. */
    public void close() {
        guarded(session::close);
        next++;
    }

    /** Checks all books from scratch and ends the run. */
    public RunResult end() {
        guarded(session::checkAtEnd);
        return session.tally().result(failure().getOrNull());
    }

    public boolean isStopped() {
        return failure().isDefined();
    }

    /** Why the run was stopped. */
    public Option<RunResult.Failure> failure() {
        return Option.of(failure).orElse(() -> Option.of(session.world().found).map(Stopped::failure));
    }

    public Scene scene() {
        return scene;
    }

    private void guarded(Runnable deed) {
        if (isStopped()) {
            return;
        }
        try {
            deed.run();
        } catch (Stopped stopped) {
            failure = stopped.failure();
        } catch (LawBroken broken) {
            failure = new Stopped("the engine", session.world().block.number(), broken).failure();
        }
    }
}
