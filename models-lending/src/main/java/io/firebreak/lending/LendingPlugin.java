package io.firebreak.lending;

import io.firebreak.api.plugin.FirebreakModule;
import io.firebreak.lending.agents.BestResponseLiquidator;
import io.firebreak.lending.agents.Keeper;
import io.firebreak.lending.agents.Opportunist;
import io.firebreak.lending.batch.BatchAuction;
import io.firebreak.lending.bounds.Hold;
import io.firebreak.lending.bounds.Instant;
import io.firebreak.lending.cdp.CollateralisedDebt;
import io.firebreak.lending.cover.Cover;
import io.firebreak.lending.cover.CoverPool;
import io.firebreak.lending.dutch.DutchAuction;
import io.firebreak.lending.english.EnglishAuction;
import io.firebreak.lending.flash.FlashLender;
import io.firebreak.lending.isolated.AbsorbingLending;
import io.firebreak.lending.isolated.IsolatedLending;
import io.firebreak.lending.losses.Absorb;
import io.firebreak.lending.losses.DebtAuction;
import io.firebreak.lending.losses.InsuranceFund;
import io.firebreak.lending.losses.Redistribute;
import io.firebreak.lending.losses.Reserve;
import io.firebreak.lending.losses.Socialise;
import io.firebreak.lending.losses.SurplusBuffer;
import io.firebreak.lending.pooled.PooledLending;
import io.firebreak.lending.pooled.PooledMargin;
import io.firebreak.lending.predictive.PredictiveMargin;
import io.firebreak.lending.safeguards.LiquidationCap;
import io.firebreak.lending.safeguards.PriceHalt;
import io.firebreak.lending.safeguards.RateLimit;
import io.firebreak.lending.safeguards.StaleOracleGuard;
import io.firebreak.lending.safeguards.VolatilityBrake;
import io.firebreak.lending.seizure.Seizure;
import io.firebreak.lending.spread.FixedSpread;
import io.firebreak.lending.spread.GrowingDiscount;
import io.firebreak.lending.stability.Offset;
import io.firebreak.lending.stability.StabilityPool;
import io.firebreak.lending.trove.Trove;
import io.firebreak.lending.waiting.GracePeriod;
import io.firebreak.lending.waiting.Probabilistic;

/** Offers the mechanisms of lending markets. */
public final class LendingPlugin extends FirebreakModule {
    @Override
    protected void mechanisms() {
        mechanism("collateralised-debt", CollateralisedDebt.class);
        mechanism("pooled-lending", PooledLending.class);
        mechanism("isolated-lending", IsolatedLending.class);
        mechanism("absorbing-lending", AbsorbingLending.class);
        mechanism("pooled-margin", PooledMargin.class);
        mechanism("predictive", PredictiveMargin.class);
        mechanism("trove", Trove.class);
        mechanism("stability-pool", StabilityPool.class);
        mechanism("flash-lender", FlashLender.class);
        mechanism("hold", Hold.class);
        mechanism("instant", Instant.class);
        mechanism("seizure", Seizure.class);
        mechanism("offset", Offset.class);
        mechanism("fixed-spread", FixedSpread.class);
        mechanism("growing-discount", GrowingDiscount.class);
        mechanism("english-auction", EnglishAuction.class);
        mechanism("dutch-auction", DutchAuction.class);
        mechanism("batch-auction", BatchAuction.class);
        mechanism("grace-period", GracePeriod.class);
        mechanism("probabilistic", Probabilistic.class);
        mechanism("surplus-buffer", SurplusBuffer.class);
        mechanism("insurance-fund", InsuranceFund.class);
        mechanism("debt-auction", DebtAuction.class);
        mechanism("reserve", Reserve.class);
        mechanism("socialise", Socialise.class);
        mechanism("redistribute", Redistribute.class);
        mechanism("absorb", Absorb.class);
        mechanism("cover", Cover.class);
        mechanism("cover-pool", CoverPool.class);
        mechanism("price-halt", PriceHalt.class);
        mechanism("rate-limit", RateLimit.class);
        mechanism("stale-oracle-guard", StaleOracleGuard.class);
        mechanism("liquidation-cap", LiquidationCap.class);
        mechanism("volatility-brake", VolatilityBrake.class);
        mechanism("keeper", Keeper.class);
        mechanism("opportunist", Opportunist.class);
        mechanism("best-response-liquidator", BestResponseLiquidator.class);
    }
}
