/** Auctions with rising bids: lots of seized collateral for the best bidder, in two phases. */
@NullMarked
package io.firebreak.lending.english;

import org.jspecify.annotations.NullMarked;
