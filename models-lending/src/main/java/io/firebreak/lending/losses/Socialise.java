package io.firebreak.lending.losses;

import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.Bearing.Outcome;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;

/**
 * Lets whoever lent what is missing bear it, at once and each in proportion: their shares of the pool stand for less.
 *
 * <p>Where nobody in particular lent it, because the venue issues it, nobody bears it here.
 */
@About(
        value = "The lenders of the missing asset bear the loss in proportion to their shares.",
        follows = "Morpho Blue 3085651a: Morpho.sol, liquidate")
public record Socialise() implements LossModel<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
        return view.lenders(shortfall.missing().asset())
                .map(pool -> Bearing.paying(
                        state, shortfall, view.balance(pool, shortfall.missing().asset())))
                .getOrElse(() -> Bearing.of(state, Outcome.EXHAUSTED));
    }

    @Override
    public Purse paysFrom() {
        return Purse.LENDERS;
    }
}
