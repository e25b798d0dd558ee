package io.firebreak.core.engine;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Receipt;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.action.Submission;
import io.firebreak.core.gas.BlockSpace;
import io.firebreak.core.random.Streams;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What waits for a block: the best paying first, equal fees in the order of a seeded draw, one sender's in its own order. */
final class Mempool {
    private static final Comparator<Pending> BEST_FIRST = Comparator.<Pending>comparingLong(
                    pending -> -pending.submission.feeGwei())
            .thenComparingDouble(pending -> pending.draw)
            .thenComparingLong(pending -> pending.order);

    private final World world;
    private final Streams.Stream stream;
    private final List<Pending> waiting = new ArrayList<>();
    private long arrivals;

    Mempool(World world) {
        this.world = world;
        stream = world.streams.stream("order of equal fees");
    }

    void submit(AgentDesk<?> sender, Submission submission) {
        long arrives = world.block.number() + sender.latencyBlocks();
        waiting.add(new Pending(sender, submission, arrives, arrivals++));
    }

    /** Executes what fits into this block; after each committed action {@code committed} is told. */
    void fill(Executor executor, Runnable committed) {
        if (waiting.isEmpty()) {
            return;
        }
        List<Pending> ready = new ArrayList<>();
        long now = world.block.number();
        waiting.removeIf(pending -> {
            boolean arrived = pending.arrives <= now;
            if (arrived) {
                ready.add(pending);
            }
            return arrived;
        });
        sort(ready);
        BlockSpace space = world.space;
        long used = 0;
        for (Pending pending : ready) {
            Submission submission = pending.submission;
            long gas = submission.action().gas();
            if (space == null || gas == 0 || space.admits(submission.feeGwei(), used, gas)) {
                used += gas;
                Either<Rejection, Long> result =
                        executor.execute(pending.sender.wallet, submission.action(), submission.feeGwei());
                pending.sender.receive(new Receipt(submission, now, result));
                committed.run();
            } else if (now + 1 < pending.arrives + submission.lifetimeBlocks()) {
                waiting.add(pending);
            } else {
                pending.sender.receive(new Receipt(
                        submission,
                        now,
                        Either.left(new Rejection(
                                Reason.EXPIRED,
                                "a fee of " + submission.feeGwei() + " gwei found no space in "
                                        + submission.lifetimeBlocks() + " blocks"))));
            }
        }
    }

    private void sort(List<Pending> ready) {
        boolean sameSender = true;
        for (Pending pending : ready) {
            sameSender &= pending.sender == ready.get(0).sender;
        }
        if (!sameSender) {
            for (Pending pending : ready) {
                pending.draw =
                        stream.at(pending.sender.number, world.block.number()).uniform();
            }
        }
        if (!sameSender || world.space != null) {
            ready.sort(BEST_FIRST);
        }
    }

    private static final class Pending {
        final AgentDesk<?> sender;
        final Submission submission;
        final long arrives;
        final long order;
        double draw;

        Pending(AgentDesk<?> sender, Submission submission, long arrives, long order) {
            this.sender = sender;
            this.submission = submission;
            this.arrives = arrives;
            this.order = order;
        }
    }
}
