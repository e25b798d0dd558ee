package io.firebreak.lending.spread;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.core.wiring.Socket;
import io.firebreak.lending.pooled.InterestRate;
import io.firebreak.lending.pooled.Market;
import io.firebreak.lending.pooled.PooledLending;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** A close factor that is cut for most loans so that enough is left, of loans with one debt and with two. */
class FixedSpreadLeavingEnoughKitTest extends LiquidationModelKit {
    @Override
    protected FixedSpread mechanism() {
        return new FixedSpread(
                new CloseRule.ByHealthAndSize(Ratio.of("0.7"), Ratio.of("0.8"), Decimal.of(700), Decimal.of(600)),
                new Bonus.ByHealth(Ratio.of("0.1"), Ratio.of("0.5"), Ratio.of("0.9")),
                Ratio.ZERO);
    }

    @Override
    protected Seq<Subject> subjects() {
        PooledLending pool = new PooledLending(
                Setting.USD,
                List.of(market(Setting.ETH, Option.some(Setting.ORACLE)), market(Setting.USD, Option.none())));
        return super.subjects()
                .append(new Subject(
                        "FixedSpread × loans of several assets",
                        Socket.LIQUIDATION,
                        mechanism(),
                        Companions.around(pool).with(mechanism())));
    }

    private static Market market(Asset asset, Option<OracleRef> oracle) {
        return new Market(
                asset,
                oracle,
                Ratio.of("0.75"),
                Ratio.of("0.8"),
                new InterestRate.Kinked(Ratio.ZERO, Ratio.of("0.04"), Ratio.of("0.6"), Ratio.of("0.9")),
                Ratio.of("0.1"),
                Option.none(),
                Option.some(new Parcel(asset, 50_000_000_000_000L)));
    }
}
