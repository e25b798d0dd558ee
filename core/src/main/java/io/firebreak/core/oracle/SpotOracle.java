package io.firebreak.core.oracle;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.oracle.Live;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.oracle.SamplesMarket;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.view.Price;

/** Shows what an outside market pays at every moment, inside a block too: no delay, no smoothing. */
@About("The outside market's price as it is at every moment, after each trade inside a block too.")
public record SpotOracle(@Parameter("the market that it reads") MarketRef of)
        implements OracleModel<Nothing>, Live, SamplesMarket {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Publication<Nothing> step(Nothing state, OracleView view) {
        double price = view.market(of);
        return Double.isNaN(price)
                ? Publication.silent(state)
                : Publication.of(
                        state, new Price(Decimal.ofDouble(price), view.block().timeMillis()));
    }
}
