package io.firebreak.core.experiment;

/** A 95 % interval. */
public record Interval(double low, double high) {
    /** 1 or −1 where the whole interval is above or below zero, else 0. */
    public int side() {
        return low > 0 ? 1 : high < 0 ? -1 : 0;
    }
}
