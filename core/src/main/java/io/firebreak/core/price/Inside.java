package io.firebreak.core.price;

/** How a replayed path walks from one row of its file to the next. */
public enum Inside {
    /**
     * Through all four prices of a bar: a falling bar (close below open) goes open, high, low, close; any other goes open, low,
     * high, close. Each of the three legs takes a third of the bar, straight in the logarithm. A file of single prices has
     * no bars and goes straight from row to row.
     */
    BRIDGE,
    /** The price that opens the row holds until the next row. */
    STEP,
    /** Straight in the logarithm: from open to close of a bar, or from price to price. */
    LINEAR
}
