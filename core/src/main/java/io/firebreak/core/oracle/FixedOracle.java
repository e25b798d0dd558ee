package io.firebreak.core.oracle;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.view.Price;

/** Publishes the same price in every block, so that it never ages. */
@About("A constant price, always fresh: a peg by decree.")
public record FixedOracle(@Parameter(value = "the price", unit = "numeraire per whole unit", min = "0") Decimal price)
        implements OracleModel<Nothing> {
    public FixedOracle {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("price must be positive, and is " + price);
        }
    }

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Publication<Nothing> step(Nothing state, OracleView view) {
        return Publication.of(state, new Price(price, view.block().timeMillis()));
    }
}
