package io.firebreak.lending.stability;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.core.wiring.Socket;
import io.firebreak.lending.losses.Redistribute;
import io.firebreak.lending.pooled.SeveralAssets;
import io.firebreak.lending.trove.Trove;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

class OffsetWithDepositorsKitTest extends LiquidationModelKit {
    @Override
    protected Offset mechanism() {
        return new Offset(Ratio.of("1.1"), Ratio.of("0.05"), Option.some(new Parcel(Setting.USD, 2_000_001)));
    }

    /** Somebody pays debts off only where there are depositors. */
    @Override
    protected Seq<Subject> subjects() {
        return super.subjects()
                .append(new Subject(
                        "Offset × depositors",
                        Socket.LIQUIDATION,
                        mechanism(),
                        Companions.loan()
                                .with(mechanism())
                                .withLosses(Vector.of(new Redistribute()))
                                .beside(new StabilityPool(Setting.VENUE, Setting.USD, Setting.ETH))))
                .append(SeveralAssets.of(mechanism()))
                .append(new Subject(
                        "Offset × troves",
                        Socket.LIQUIDATION,
                        mechanism(),
                        Companions.around(new Trove(
                                        Setting.ETH,
                                        Setting.USD,
                                        Setting.ORACLE,
                                        Ratio.of("1.1"),
                                        Ratio.of("1.5"),
                                        Ratio.of("0.005"),
                                        Ratio.of("0.05"),
                                        Option.some(new Parcel(Setting.USD, 9_000_000)),
                                        Option.some(new Parcel(Setting.USD, 1_000_000))))
                                .with(mechanism())
                                .withLosses(Vector.of(new Redistribute()))
                                .beside(new StabilityPool(Setting.VENUE, Setting.USD, Setting.ETH))));
    }
}
