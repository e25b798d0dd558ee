package io.firebreak.perp;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.vavr.Function1;
import io.vavr.collection.Seq;
import java.math.RoundingMode;

/**
 * Isolated margin on the size at entry: unsafe where margin less an unrealised loss is below {@code size ÷ maxLeverage}, or
 * below {@code size · positionFee + liquidationFee + accrued funding}.
 *
 * <p>An unrealised profit does not count. The fixed fee makes a small position liquidatable while its equity is positive.
 * Being the lower of two lines the rule is not a {@link io.firebreak.api.margin.LinearMargin}. Contracts without a size at
 * entry, taken over from someone else, count at their present value. It reads the legs of a {@link PoolPerp}, by their
 * place.
 *
 * @source GMX v1, {@code VaultUtils.validateLiquidation}
 */
@About(
        value = "Isolated margin: unsafe below size ÷ max-leverage, or below the fees and a fixed liquidation fee.",
        follows = "GMX v1 (VaultUtils.validateLiquidation)",
        simplifies = "its states 1 (liquidated) and 2 (leverage too high, closed) are one: unsafe")
public record EntrySizeMargin(
        @Parameter(
                        value = "size at entry ÷ equity above which a position may be liquidated",
                        unit = "multiple",
                        preset = "50",
                        min = "1",
                        source = "GMX v1")
                Decimal maxLeverage,
        @Parameter(
                        value = "size at entry ÷ equity that a trade or a withdrawal may leave",
                        unit = "multiple",
                        preset = "50",
                        min = "1",
                        source = "GMX v1 asks no more than not to be liquidatable")
                Decimal initialLeverage,
        @Parameter(value = "fee for closing, on the size", preset = "0.1%", min = "0", source = "GMX v1")
                Ratio positionFee,
        @Parameter(
                        value = "a fixed charge that a position must be able to pay",
                        unit = "of the collateral",
                        preset = "5",
                        min = "0",
                        source = "GMX v1: 5 USD")
                Decimal liquidationFee)
        implements MarginModel {

    @Override
    public Health health(Seq<Parcel> holdings, Seq<Leg> legs, Function1<Parcel, Long> value, Requirement requirement) {
        long[] worth = new long[Position.LEGS];
        for (int leg = 0; leg < Position.LEGS; leg++) {
            worth[leg] = value.apply(holdings.get(leg));
        }
        long profit = worth[Position.CONTRACTS] + worth[Position.QUOTE];
        long funding = -worth[Position.SIZE] - worth[Position.PREPAID];
        long size = exposed(-holdings.get(Position.SIZE).units(), worth[Position.CONTRACTS]);
        long remaining = Math.addExact(worth[Position.MARGIN], Math.min(0, profit));
        Asset collateral = legs.get(Position.MARGIN).asset();
        long required = 0;
        if (size > 0) {
            long fixed = Exact.convert(1, liquidationFee, Decimal.ONE, collateral.decimals(), RoundingMode.UP);
            long fees = Math.addExact(Math.addExact(positionFee.ofUp(size), fixed), funding);
            Decimal leverage = requirement == Requirement.INITIAL ? initialLeverage : maxLeverage;
            required = Math.max(fees, Exact.dividedUp(size, leverage));
        }
        // What is left below zero is a debt, so that both sides of the comparison are amounts.
        long debts = Math.addExact(required, Math.max(0, -remaining));
        long assets = Math.max(0, remaining);
        return new Health(assets, debts, assets < debts);
    }

    /** The size that counts: none without contracts, and their value where they have no size at entry. */
    private static long exposed(long size, long contractsWorth) {
        return contractsWorth == 0 ? 0 : size > 0 ? size : Math.abs(contractsWorth);
    }
}
