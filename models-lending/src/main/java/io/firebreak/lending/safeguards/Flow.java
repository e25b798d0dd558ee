package io.firebreak.lending.safeguards;

import io.vavr.collection.Vector;

/**
 * What came to a venue and left it, tick by tick: what is older than the window is settled, what is younger is not.
 *
 * @param settled base units that were there when the window began
 * @param recent what came since, less what left
 * @param ticks the changes since, oldest first
 * @source ERC-7265 (v1-core, LimiterLib.sol)
 */
public record Flow(long settled, long recent, Vector<Tick> ticks) {
    /**
     * What came less what left within a tick.
     *
     * @param startMillis when the tick began; where all before it had been settled, when that was
     */
    public record Tick(long startMillis, long change) {}

    /** All that is there has been there for long. */
    static Flow of(long held) {
        return new Flow(held, 0, Vector.empty());
    }

    long held() {
        return settled + recent;
    }

    /** Counts a change; what is a window old by then is settled. */
    Flow record(long change, long now, long windowMillis, long tickMillis) {
        if (change == 0) {
            return this;
        }
        long start = now - Math.floorMod(now, tickMillis);
        Flow next =
                ticks.isEmpty() ? new Flow(settled, recent, Vector.of(new Tick(start, 0))) : settle(now, windowMillis);
        Tick last = next.ticks.last();
        Vector<Tick> counted = last.startMillis() == start
                ? next.ticks.init().append(new Tick(start, last.change() + change))
                : next.ticks.append(new Tick(start, change));
        return new Flow(next.settled, next.recent + change, counted);
    }

    /** Settles the ticks that began a window ago or earlier; where none is left, one begins now. */
    Flow settle(long now, long windowMillis) {
        Vector<Tick> rest = ticks.dropWhile(tick -> now - tick.startMillis() >= windowMillis);
        if (rest.size() == ticks.size()) {
            return this;
        }
        long old = ticks.take(ticks.size() - rest.size()).foldLeft(0L, (sum, tick) -> sum + tick.change());
        return new Flow(settled + old, recent - old, rest.isEmpty() ? Vector.of(new Tick(now, 0)) : rest);
    }
}
