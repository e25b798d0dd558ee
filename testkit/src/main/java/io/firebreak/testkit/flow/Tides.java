package io.firebreak.testkit.flow;

import io.firebreak.api.safeguard.StatesBreaker;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** All that ever came to a venue and left it, each change with its time. Nothing is summed up before somebody asks. */
public final class Tides {
    private final long first;
    private final List<Change> changes = new ArrayList<>();

    /** What came, or left where it is negative. */
    private record Change(long millis, long units) {}

    /**
     * Begins.
     *
     * @param held what was there for long
     */
    public Tides(long held) {
        first = held;
    }

    /** What is there now: whatever came or went since the last look did so at that time. */
    public void see(long held, long millis) {
        long units = held - held();
        if (units != 0) {
            changes.add(new Change(millis, units));
        }
    }

    /** What was there at the last look. */
    public long held() {
        return first + changes.stream().mapToLong(Change::units).sum();
    }

    /** What had been there when the window began: all that came and went, but for what counts still. */
    public long settled(long now, StatesBreaker limit) {
        long settled = first;
        long begun = Long.MIN_VALUE;
        long until = Long.MAX_VALUE;
        for (Change change : changes) {
            if (until <= change.millis) {
                begun = change.millis;
            }
            until = Math.max(begun, beginOfTick(change.millis, limit))
                    + limit.window().toMillis();
            settled += until <= now ? change.units : 0;
        }
        return settled;
    }

    private static long beginOfTick(long millis, StatesBreaker limit) {
        long tick = Math.max(1, limit.tick().toMillis());
        return Math.floorDiv(millis, tick) * tick;
    }

    /** The least that must be left of what had been there when the window began. */
    public static long least(long settled, StatesBreaker limit) {
        return settled < 0
                ? settled
                : settled < limit.beginsAt()
                        ? 0
                        : BigDecimal.valueOf(settled)
                                .multiply(limit.keep().value().toBigDecimal())
                                .setScale(0, RoundingMode.FLOOR)
                                .longValueExact();
    }
}
