package io.firebreak.core.economy;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** Margin accounts that exist when the run begins. */
public sealed interface AccountGroup {
    /** Draws of ratio and debt, fresh for every seed. */
    record Synthetic(
            String name,
            int count,
            Asset collateral,
            Asset debt,
            Distribution ratio,
            Distribution size,
            double priceOfCollateral)
            implements AccountGroup {}

    /** Accounts given one by one, from a file or a list. */
    record Given(Seq<Row> rows) implements AccountGroup {}

    /**
     * One account.
     *
     * @param holdings signed whole quantities of the venue's legs as base units: collateral positive, debt negative, in the
     *     asset owed
     * @param owner none: a wallet of the group's that stands for its borrowers
     */
    record Row(String name, Seq<Parcel> holdings, Option<String> owner) {}

    /** How a number is drawn. */
    sealed interface Distribution {
        record Constant(double value) implements Distribution {}

        record Uniform(double from, double to) implements Distribution {}

        record LogNormal(double median, double sigma) implements Distribution {}

        /** Density ∝ x^−(shape+1) on [min, max]. */
        record Pareto(double min, double shape, double max) implements Distribution {}
    }
}
