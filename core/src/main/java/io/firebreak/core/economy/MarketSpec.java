package io.firebreak.core.economy;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.DataFile;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.price.PriceModel;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * A place outside where an asset trades against the unit of account (USD): its path × the impact of what was sold.
 *
 * @param depthValue how much value, in the unit of account, moves the price by {@code depthMove}; infinite: no impact; 0: no
 *     trade possible
 * @param depthMove 0.02 for "per 2 %"; 0.01 where nothing moves the price
 * @param recovery the impact halves in this time
 * @param record what was sold on the day that the path replays: columns {@code time} and {@code value}, in the unit of
 *     account; needed by {@link ImpactMode#NET_OF_RECORD}
 * @param arbitrage traders between this market and another of the same asset; none: nobody
 */
public record MarketSpec(
        MarketRef name,
        Asset asset,
        PriceModel<?> path,
        double depthValue,
        double depthMove,
        Duration recovery,
        ImpactMode impact,
        Option<DataFile> record,
        Option<Arbitrage> arbitrage) {
    public MarketSpec {
        depthMove = Double.isInfinite(depthValue) ? 0.01 : depthMove;
    }

    /** A market without a record of the day and without arbitrage. */
    public MarketSpec(
            MarketRef name,
            Asset asset,
            PriceModel<?> path,
            double depthValue,
            double depthMove,
            Duration recovery,
            ImpactMode impact) {
        this(name, asset, path, depthValue, depthMove, recovery, impact, Option.none(), Option.none());
    }
}
