package io.firebreak.core.market;

import io.firebreak.core.economy.Arbitrage;
import java.util.ArrayDeque;

/** Those who carry value between two markets of one asset, on what they saw when the transfer began. */
final class Carriers {
    private final OutsideMarket here;
    private final OutsideMarket there;
    private final double valuePerMilli;
    private final long delayMillis;
    private final ArrayDeque<Seen> seen = new ArrayDeque<>();
    private long lastMillis = Long.MIN_VALUE;

    /** The difference of two prices at a time. */
    private record Seen(long timeMillis, double gap) {}

    Carriers(OutsideMarket here, OutsideMarket there, Arbitrage arbitrage) {
        this.here = here;
        this.there = there;
        this.valuePerMilli = arbitrage.valuePerHour() / 3_600_000;
        this.delayMillis = arbitrage.delay().toMillis();
    }

    void act(long nowMillis) {
        seen.addLast(new Seen(nowMillis, StrictMath.log(here.price() / there.price())));
        double gap = 0;
        while (!seen.isEmpty() && seen.getFirst().timeMillis <= nowMillis - delayMillis) {
            gap = seen.removeFirst().gap;
        }
        if (lastMillis != Long.MIN_VALUE && here.trades() && there.trades()) {
            here.carry(there, gap, valuePerMilli * (nowMillis - lastMillis));
        }
        lastMillis = nowMillis;
    }
}
