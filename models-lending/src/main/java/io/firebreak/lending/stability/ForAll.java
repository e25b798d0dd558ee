package io.firebreak.lending.stability;

import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.margin.MarginView;
import io.vavr.control.Option;

/**
 * All that is there for all that is owed, a part for its part, whatever either is worth.
 *
 * @param owed base units of what is wanted
 * @param there base units of what is given, positive
 */
record ForAll(long owed, long there) implements Ask {
    @Override
    public Option<AskPrice> price(Pair pair, MarginView view) {
        return Option.some(new AskPrice(owed, there, AskPrice.UNTIL_PRICES_CHANGE));
    }
}
