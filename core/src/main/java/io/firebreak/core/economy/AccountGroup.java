package io.firebreak.core.economy;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.plugin.Parameter;
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
        record Constant(@Parameter("the same for all") double value) implements Distribution {}

        record Uniform(@Parameter("smallest") double from, @Parameter("largest") double to) implements Distribution {
            public Uniform {
                if (!(from <= to)) {
                    throw new IllegalArgumentException(
                            "a uniform draw runs from the smaller number to the larger, not from " + from + " to "
                                    + to);
                }
            }
        }

        record LogNormal(
                @Parameter(value = "half are below", min = "0") double median,
                @Parameter(value = "standard deviation of the logarithm", unit = "ratio", min = "0") double sigma)
                implements Distribution {}

        /** Density ∝ x^−(shape+1) on [min, max]. */
        record Pareto(
                @Parameter(value = "smallest", min = "0") double min,
                @Parameter(value = "the larger, the thinner the tail", unit = "ratio", min = "0.01") double shape,
                @Parameter(value = "largest", min = "0") double max)
                implements Distribution {
            public Pareto {
                if (!(min > 0 && min <= max)) {
                    throw new IllegalArgumentException(
                            "a Pareto draw needs 0 < min <= max, not min " + min + " and max " + max);
                }
            }
        }
    }
}
