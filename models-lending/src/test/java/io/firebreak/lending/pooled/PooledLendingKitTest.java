package io.firebreak.lending.pooled;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.List;
import io.vavr.control.Option;

class PooledLendingKitTest extends VenueKit {
    @Override
    protected PooledLending mechanism() {
        return new PooledLending(
                Setting.USD,
                List.of(
                        market(Setting.ETH, Option.some(Setting.ORACLE), "0.8", "0.825"),
                        market(Setting.USD, Option.none(), "0.77", "0.8")));
    }

    private static Market market(Asset asset, Option<OracleRef> oracle, String loanToValue, String threshold) {
        return new Market(
                asset,
                oracle,
                Ratio.of(loanToValue),
                Ratio.of(threshold),
                new InterestRate.Kinked(Ratio.ZERO, Ratio.of("0.04"), Ratio.of("0.6"), Ratio.of("0.9")),
                Ratio.of("0.1"),
                Option.none(),
                Option.some(new Parcel(asset, 50_000_000_000_000L)));
    }
}
