package io.firebreak.api.liquidation;

/** As it may have been in another version; it is compiled against, and not packed. */
public interface Limit {
    static Limit half() {
        throw new UnsupportedOperationException();
    }
}
