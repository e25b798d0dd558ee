package io.firebreak.lending;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.plugin.FirebreakModule;
import io.firebreak.api.plugin.Mechanism;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.lending.agents.BestResponseLiquidator;
import io.firebreak.lending.agents.Keeper;
import io.firebreak.lending.batch.BatchAuction;
import io.firebreak.lending.bounds.Hold;
import io.firebreak.lending.bounds.Instant;
import io.firebreak.lending.cdp.CollateralisedDebt;
import io.firebreak.lending.cover.Cover;
import io.firebreak.lending.cover.CoverPool;
import io.firebreak.lending.dutch.DutchAuction;
import io.firebreak.lending.english.EnglishAuction;
import io.firebreak.lending.flash.FlashLender;
import io.firebreak.lending.losses.Absorb;
import io.firebreak.lending.losses.DebtAuction;
import io.firebreak.lending.losses.InsuranceFund;
import io.firebreak.lending.losses.Redistribute;
import io.firebreak.lending.losses.Reserve;
import io.firebreak.lending.losses.Socialise;
import io.firebreak.lending.losses.SurplusBuffer;
import io.firebreak.lending.safeguards.LiquidationCap;
import io.firebreak.lending.safeguards.PriceHalt;
import io.firebreak.lending.safeguards.RateLimit;
import io.firebreak.lending.safeguards.StaleOracleGuard;
import io.firebreak.lending.safeguards.VolatilityBrake;
import io.firebreak.lending.spread.FixedSpread;
import io.firebreak.lending.spread.GrowingDiscount;
import io.firebreak.lending.waiting.GracePeriod;
import io.firebreak.lending.waiting.Probabilistic;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LendingPluginTest {
    static Stream<Class<? extends Mechanism>> mechanisms() {
        return List.<Class<? extends Mechanism>>of(
                CollateralisedDebt.class,
                FlashLender.class,
                Hold.class,
                Instant.class,
                FixedSpread.class,
                GrowingDiscount.class,
                EnglishAuction.class,
                BatchAuction.class,
                GracePeriod.class,
                Probabilistic.class,
                BestResponseLiquidator.class,
                DutchAuction.class,
                SurplusBuffer.class,
                InsuranceFund.class,
                DebtAuction.class,
                Reserve.class,
                Socialise.class,
                Redistribute.class,
                Absorb.class,
                Cover.class,
                CoverPool.class,
                PriceHalt.class,
                RateLimit.class,
                StaleOracleGuard.class,
                LiquidationCap.class,
                VolatilityBrake.class,
                Keeper.class)
                .stream();
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(FirebreakModule.class))
                .anySatisfy(module -> assertThat(module).isInstanceOf(LendingPlugin.class));
    }

    @ParameterizedTest
    @MethodSource("mechanisms")
    void everyParameterIsDescribed(Class<? extends Mechanism> mechanism) {
        assertThat(mechanism.isRecord()).isTrue();
        assertThat(Stream.of(mechanism.getRecordComponents()).map(RecordComponent::getName))
                .allSatisfy(name -> assertThat(mechanism.getDeclaredMethod(name).getAnnotation(Parameter.class))
                        .as("%s.%s", mechanism.getSimpleName(), name)
                        .isNotNull());
    }
}
