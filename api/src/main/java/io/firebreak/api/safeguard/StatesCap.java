package io.firebreak.api.safeguard;

import io.firebreak.api.ledger.Parcel;
import io.vavr.control.Option;

/** A safeguard that bounds the liquidations that begin in a block and the lots on sale at a time, and stops none within. */
public interface StatesCap {
    /** Most liquidations of one account in a block. */
    int perAccount();

    /** Most debt liquidated in a block, but for the first liquidation; any where there is none. */
    Option<Parcel> perBlock();

    /** Most lots on sale at once; any number where there is none. */
    Option<Integer> auctions();
}
