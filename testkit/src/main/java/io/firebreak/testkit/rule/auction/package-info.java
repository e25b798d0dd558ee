/** Rules of auctions and of other offers that stand for a while: that they end, how their prices move, who gets what. */
@NullMarked
package io.firebreak.testkit.rule.auction;

import org.jspecify.annotations.NullMarked;
