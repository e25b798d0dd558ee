package io.firebreak.lending.pooled;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.List;
import io.vavr.control.Option;

/** A market whose accounts may hold three assets, and owe any of them. */
public final class SeveralAssets {
    private static final PooledLending MARKET = new PooledLending(
            Setting.USD,
            List.of(
                    market(Setting.ETH, Option.some(Setting.ORACLE)),
                    market(Setting.WETH, Option.some(Setting.ORACLE)),
                    market(Setting.USD, Option.none())));

    private SeveralAssets() {}

    /** A model tried there. */
    public static Subject of(LiquidationModel<?> model) {
        return new Subject(
                model.getClass().getSimpleName() + " × several assets",
                Socket.LIQUIDATION,
                model,
                Companions.around(MARKET).with(model));
    }

    private static Market market(Asset asset, Option<OracleRef> oracle) {
        return new Market(
                asset,
                oracle,
                Ratio.of("0.8"),
                Ratio.of("0.825"),
                new InterestRate.Kinked(Ratio.ZERO, Ratio.of("0.04"), Ratio.of("0.6"), Ratio.of("0.9")),
                Ratio.of("0.1"),
                Option.none(),
                Option.none());
    }
}
