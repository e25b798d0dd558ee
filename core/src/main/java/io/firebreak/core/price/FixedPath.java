package io.firebreak.core.price;

import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.price.PriceModel;
import io.firebreak.api.price.PriceView;
import io.firebreak.api.price.Tick;

/** A path that does not move by itself: what moves the price is what is sold, and shocks. */
@About("A constant price.")
public record FixedPath(@Parameter(value = "the price", unit = "USD per whole unit", min = "0") double price)
        implements PriceModel<Nothing> {
    public FixedPath {
        Diffusion.positive("price", price);
    }

    @Override
    public Tick<Nothing> start(PriceView view) {
        return new Tick<>(Nothing.NOTHING, price);
    }

    @Override
    public Tick<Nothing> step(Nothing state, PriceView view) {
        return start(view);
    }
}
