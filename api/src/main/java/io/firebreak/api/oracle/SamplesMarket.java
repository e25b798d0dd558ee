package io.firebreak.api.oracle;

import io.firebreak.api.plugin.MarketRef;

/** An oracle whose every price is what one outside market paid at the time it is dated, at the beginning of a block. */
public interface SamplesMarket {
    MarketRef of();
}
