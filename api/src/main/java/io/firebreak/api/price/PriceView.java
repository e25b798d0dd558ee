package io.firebreak.api.price;

import io.firebreak.api.view.Block;
import io.firebreak.api.view.Draws;

/** What a price model may see: time and chance, nothing of the economy. */
public interface PriceView {
    Block block();

    /** Length of a block in milliseconds. */
    long stepMillis();

    Draws draws();

    /** Draws shared by all paths of the scenario that name the same factor, for correlated baskets. */
    Draws shared(String factor);
}
