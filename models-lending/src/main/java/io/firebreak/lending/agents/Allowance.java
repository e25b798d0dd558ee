package io.firebreak.lending.agents;

/**
 * How many transactions may still be sent: so many come in a minute, and a few are saved up.
 *
 * @param left what is left; a whole one is needed for each
 * @param countedMillis until when it was counted; negative before the first time
 */
public record Allowance(double left, long countedMillis) {
    public static final Allowance FRESH = new Allowance(0, -1);
    private static final double LEAST_SAVED = 3;

    /** Counts up to now; what comes in twenty seconds is saved up, and at least three. */
    Allowance grow(double perMinute, long now) {
        if (perMinute == 0) {
            return new Allowance(0, now);
        }
        double elapsed = countedMillis < 0 ? 0 : now - countedMillis;
        double saved = Math.max(LEAST_SAVED, perMinute / 3);
        double grown = countedMillis < 0 ? 1 : left + perMinute * elapsed / 60_000;
        return new Allowance(Math.min(saved, grown), now);
    }

    boolean any() {
        return left >= 1;
    }

    Allowance spend() {
        return new Allowance(left - 1, countedMillis);
    }
}
