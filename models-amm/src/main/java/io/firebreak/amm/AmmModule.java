package io.firebreak.amm;

import io.firebreak.amm.agents.LiquidityProvider;
import io.firebreak.amm.agents.RangeFollower;
import io.firebreak.amm.concentrated.ConcentratedLiquidity;
import io.firebreak.amm.metric.Depth;
import io.firebreak.amm.metric.HandedIn;
import io.firebreak.amm.metric.ImpermanentLoss;
import io.firebreak.amm.metric.LossVersusRebalancing;
import io.firebreak.amm.metric.LowestPrice;
import io.firebreak.amm.metric.Toxicity;
import io.firebreak.amm.mint.MintBurn;
import io.firebreak.amm.oracle.Median;
import io.firebreak.amm.oracle.PoolSpot;
import io.firebreak.amm.oracle.TimeWeighted;
import io.firebreak.amm.soft.DiscountedWorth;
import io.firebreak.amm.soft.SoftLiquidation;
import io.firebreak.amm.stable.StableSwap;
import io.firebreak.amm.weighted.VaultStable;
import io.firebreak.amm.weighted.Weighted;
import io.firebreak.api.plugin.FirebreakModule;

/** Offers the automated market makers, and who trades against them. */
public final class AmmModule extends FirebreakModule {
    @Override
    protected void mechanisms() {
        mechanism("constant-product", ConstantProduct.class);
        mechanism("concentrated-liquidity", ConcentratedLiquidity.class);
        mechanism("stableswap", StableSwap.class);
        mechanism("weighted", Weighted.class);
        mechanism("vault-stable", VaultStable.class);
        mechanism("mint-burn", MintBurn.class);
        mechanism("pool-spot", PoolSpot.class);
        mechanism("twap", TimeWeighted.class);
        mechanism("median", Median.class);
        mechanism("soft-liquidation", SoftLiquidation.class);
        mechanism("discounted-worth", DiscountedWorth.class);
        mechanism("arbitrageur", Arbitrageur.class);
        mechanism("liquidity-provider", LiquidityProvider.class);
        mechanism("range-follower", RangeFollower.class);
        mechanism("impermanent-loss", ImpermanentLoss.class);
        mechanism("loss-versus-rebalancing", LossVersusRebalancing.class);
        mechanism("depth", Depth.class);
        mechanism("lowest-price", LowestPrice.class);
        mechanism("handed-in", HandedIn.class);
        mechanism("order-flow-toxicity", Toxicity.class);
    }
}
