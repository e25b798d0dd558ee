package io.firebreak.api.liquidation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.view.Price;
import io.vavr.control.Option;

/**
 * What an offer asks for: a record, so that it can be compared, checkpointed and replayed. Further families are further
 * records. The engine evaluates each once per block for all agents.
 */
public interface Ask {
    /** The price now; none where it cannot be said, for example before the first oracle price. */
    Option<AskPrice> price(Pair pair, MarginView view);

    /** Whether a taker may take a part. */
    default boolean partial() {
        return true;
    }

    /** Whether a bid is filled, or refused, when it is made; else its money is locked, and who stands ready is not asked. */
    default boolean atOnce() {
        return true;
    }

    /**
     * The oracle's price with a bonus: value handed over ÷ value received is {@code 1 ÷ (1 + bonus)}.
     *
     * @param bonus 0.08 gives the taker 8 % more than it pays
     */
    record OverOracle(Ratio bonus) implements Ask {
        @Override
        public Option<AskPrice> price(Pair pair, MarginView view) {
            Option<Price> give = view.price(pair.give());
            Option<Price> want = view.price(pair.want());
            if (give.isEmpty() || want.isEmpty()) {
                return Option.none();
            }
            Decimal value = want.get().value();
            Decimal factor = bonus.onePlus();
            return Option.some(AskPrice.of(
                    give.get().value(),
                    value.equals(Decimal.ONE) ? factor : value.timesDown(factor),
                    pair.want(),
                    pair.give(),
                    AskPrice.UNTIL_PRICES_CHANGE));
        }
    }

    /**
     * A price that falls by a clock.
     *
     * @param top whole units of want per whole unit of give at {@code startMillis}
     */
    record Clock(Decimal top, Curve curve, long startMillis) implements Ask {
        @Override
        public Option<AskPrice> price(Pair pair, MarginView view) {
            long now = view.block().timeMillis();
            return Option.some(AskPrice.of(
                    curve.price(top, now - startMillis),
                    Decimal.ONE,
                    pair.want(),
                    pair.give(),
                    startMillis + curve.holdsUntilMillis(now - startMillis)));
        }
    }

    /** The least price of a batch, whole units of want per whole unit of give: bids are collected, and sold to later. */
    record Reserve(Decimal price) implements Ask {
        @Override
        public Option<AskPrice> price(Pair pair, MarginView view) {
            return Option.some(AskPrice.of(price, Decimal.ONE, pair.want(), pair.give(), AskPrice.UNTIL_PRICES_CHANGE));
        }

        @Override
        public boolean atOnce() {
            return false;
        }
    }

    /**
     * The next bid that an English auction accepts: at least {@code want} for at most {@code give}, as a whole.
     *
     * @param want base units; 0 where any bid is welcome
     * @param most base units beyond which a bid buys nothing more
     * @param give base units
     * @param leader whose bid stands; none before the first
     * @param untilMillis bids are taken up to, not including, this time
     */
    record BestBid(long want, long most, long give, Option<AccountId> leader, long untilMillis) implements Ask {
        /** One that takes bids for as long as it stands. */
        public BestBid(long want, long most, long give, Option<AccountId> leader) {
            this(want, most, give, leader, Long.MAX_VALUE);
        }

        @Override
        public Option<AskPrice> price(Pair pair, MarginView view) {
            return Option.when(view.block().timeMillis() < untilMillis, () -> new AskPrice(want, give, untilMillis));
        }

        @Override
        public boolean partial() {
            return false;
        }

        @Override
        public boolean atOnce() {
            return false;
        }
    }
}
