package io.firebreak.lending.pooled;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.vavr.control.Option;

/** One asset of a {@link PooledLending}: how it counts as collateral and what it costs to borrow. */
public record Market(
        @Parameter("what is deposited and lent") Asset asset,
        @Parameter("its price in the asset in which the venue counts; none for that asset itself")
                Option<OracleRef> oracle,
        @Parameter(
                        value = "how much may be borrowed against a deposit; 0 is no collateral",
                        unit = "ratio",
                        preset = "80%",
                        min = "0%",
                        max = "100%",
                        source = "Aave v3 mainnet, WETH")
                Ratio loanToValue,
        @Parameter(
                        value =
                                "an account whose deposits, each times this, are worth less than its debts may be liquidated",
                        unit = "ratio",
                        preset = "82.5%",
                        min = "0%",
                        max = "100%",
                        source = "Aave v3 mainnet, WETH")
                Ratio liquidationThreshold,
        @Parameter("what debts grow by") InterestRate rate,
        @Parameter(
                        value = "the treasury's share of interest",
                        unit = "ratio",
                        preset = "10%",
                        min = "0%",
                        max = "100%",
                        source = "Aave v3 mainnet, USDC")
                Ratio reserveFactor,
        @Parameter("most that may be supplied; without it there is no cap") Option<Parcel> supplyCap,
        @Parameter("most that may be owed; without it there is no cap") Option<Parcel> borrowCap) {
    LendingPool pool() {
        return new LendingPool(asset);
    }

    PriceSource price() {
        return oracle.<PriceSource>map(PriceSource.Feed::new).getOrElse(new PriceSource.Unit());
    }
}
