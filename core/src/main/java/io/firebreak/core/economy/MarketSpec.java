package io.firebreak.core.economy;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.price.PriceModel;
import java.time.Duration;

/**
 * A place outside where an asset trades against the unit of account (USD): its path × the impact of what was sold.
 *
 * @param depthValue how much value, in the unit of account, moves the price by {@code depthMove}; infinite: no impact
 * @param depthMove 0.02 for "per 2 %"
 * @param recovery the impact halves in this time
 */
public record MarketSpec(
        MarketRef name,
        Asset asset,
        PriceModel<?> path,
        double depthValue,
        double depthMove,
        Duration recovery,
        ImpactMode impact) {}
