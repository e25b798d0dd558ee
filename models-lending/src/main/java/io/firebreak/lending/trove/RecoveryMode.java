package io.firebreak.lending.trove;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.MovingMargin;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.view.Price;
import io.vavr.control.Option;
import java.math.RoundingMode;

/**
 * A minimum ratio that rises to the ratio of all accounts together where that is below a critical one: whoever is below it may
 * be liquidated then, and new debt must keep the critical ratio itself.
 *
 * <p>Its state is the ratio of all accounts while it is below the critical one.
 */
@About(
        value = "A minimum ratio that rises to the ratio of all accounts together where that is critical.",
        follows = "Liquity v1 b9dcdbd3: LiquityBase.sol, TroveManager.sol, _liquidateRecoveryMode")
public record RecoveryMode(
        @Parameter("what is held") Asset collateral,
        @Parameter("what is owed") Asset debt,
        @Parameter(value = "least collateral value ÷ debt", unit = "ratio", preset = "110%") Ratio minRatio,
        @Parameter(
                        value = "the mode begins where all collateral is worth less than this times all debt",
                        unit = "ratio",
                        preset = "150%")
                Ratio criticalRatio)
        implements MovingMargin<Option<Decimal>> {
    @Override
    public Weight weight(Leg leg, Requirement requirement) {
        return new Weight(Decimal.ONE, minRatio.value());
    }

    @Override
    public Option<Decimal> initial() {
        return Option.none();
    }

    @Override
    public Option<Decimal> observe(Option<Decimal> state, MarginView view) {
        Option<Price> price = view.price(collateral);
        long held = 0;
        long owed = 0;
        for (AccountId account : view.debtors()) {
            held = Math.addExact(held, view.holding(account, collateral));
            owed = Math.addExact(owed, -view.holding(account, debt));
        }
        if (price.isEmpty() || owed == 0) {
            return Option.none();
        }
        long value = Exact.convert(
                held, price.get().value(), Decimal.ONE, debt.decimals() - collateral.decimals(), RoundingMode.DOWN);
        return value >= criticalRatio.ofUp(owed)
                ? Option.none()
                : Option.some(Decimal.of(value).dividedDown(Decimal.of(owed)));
    }

    @Override
    public LinearMargin now(Option<Decimal> state) {
        return state.<LinearMargin>map(total -> new Strict(
                        total.compareTo(minRatio.value()) > 0 ? total : minRatio.value(), criticalRatio.value()))
                .getOrElse(this);
    }

    /** What holds in recovery mode. */
    private record Strict(Decimal maintenance, Decimal initial) implements LinearMargin {
        @Override
        public Weight weight(Leg leg, Requirement requirement) {
            return new Weight(Decimal.ONE, requirement == Requirement.INITIAL ? initial : maintenance);
        }
    }
}
