package io.firebreak.core.engine;

import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.StatesBonus;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Whether each liquidation leaves an account worse than it was.
 *
 * @formula toxic where liquidationThreshold · (1 + liquidationBonus) ≥ 1; the threshold is the weight of what is held ÷ the
 *     weight of what is owed
 */
final class Toxicity {
    private Toxicity() {}

    /** A sentence for the first pair of what is held and owed that is toxic; none for models that state no bonus. */
    static Option<String> warning(String venue, Seq<Leg> legs, MarginModel margin, LiquidationModel<?> liquidation) {
        Option<StatesBonus> states = liquidation.power(StatesBonus.class);
        return states.isDefined() && margin instanceof LinearMargin linear
                ? legs.reject(held -> held instanceof Leg.SharedDebt || held instanceof Leg.Quote)
                        .flatMap(held -> legs.filter(owed -> borrowed(held, owed))
                                .flatMap(owed -> warning(venue, held, owed, linear, states.get())))
                        .headOption()
                : Option.none();
    }

    /** A quote that is settled in what is held has no price of its own against it. */
    private static boolean borrowed(Leg held, Leg owed) {
        return !(owed instanceof Leg.Holding)
                && !owed.asset().equals(held.asset())
                && !(owed instanceof Leg.Quote quote && quote.settlesIn().equals(held.asset()));
    }

    private static Option<String> warning(String venue, Leg held, Leg owed, LinearMargin margin, StatesBonus states) {
        BigDecimal counted = margin.weight(held, Requirement.MAINTENANCE).held().toBigDecimal();
        BigDecimal charged = margin.weight(owed, Requirement.MAINTENANCE).owed().toBigDecimal();
        Decimal factor = states.bonus().onePlus();
        return Option.when(
                counted.multiply(factor.toBigDecimal()).compareTo(charged) >= 0,
                () -> venue + " liquidates " + held.asset() + " against " + owed.asset() + " at a threshold of "
                        + counted.divide(charged, new MathContext(4))
                                .stripTrailingZeros()
                                .toPlainString()
                        + " with a factor of " + factor
                        + ": their product is not below 1, so that each liquidation leaves the account worse than it"
                        + " was. Maybe lower the bonus or the threshold.");
    }
}
