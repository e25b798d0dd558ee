package io.firebreak.amm.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.amm.Arbitrageur;
import io.firebreak.amm.ConstantProduct;
import io.firebreak.amm.JsonCases;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.core.economy.AgentGroup;
import io.firebreak.core.economy.Clock;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.economy.MetricSpec;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.engine.Engine;
import io.firebreak.core.engine.RunOptions;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.price.BrownianPath;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The loss by its closed form (Milionis, Moallemi, Roughgarden, Zhang, arXiv:2208.06046), and the share of it that is left where
 * arbitrage pays a fee and comes block by block (arXiv:2305.14604).
 */
class LossVersusRebalancingTest {
    private static ShownRun<LossVersusRebalancing.State> run(boolean realisedShare) {
        return new ShownRun<>(new LossVersusRebalancing(ShownRun.POOL, realisedShare));
    }

    @TestFactory
    Stream<DynamicTest> aConstantProductLosesAnEighthOfTheVariance() {
        return JsonCases.of("amm_il_lvr.json", each -> each.path("inputs").has("sigma"), (inputs, expected) -> {
            double sigma = Double.parseDouble(inputs.path("sigma").asText());
            assertThat(LossVersusRebalancing.frictionless(sigma * sigma))
                    .isCloseTo(Double.parseDouble(expected.path("value").asText()), within(1e-15));
        });
    }

    @TestFactory
    Stream<DynamicTest> alongAPath() {
        return JsonCases.of("amm_il_lvr.json", each -> each.path("inputs").has("path"), (inputs, expected) -> {
            double k = Double.parseDouble(inputs.path("K").asText());
            ShownRun<LossVersusRebalancing.State> lvr = run(false);
            ShownRun<ImpermanentLoss.State> il = new ShownRun<>(new ImpermanentLoss(ShownRun.POOL));
            double first = Double.NaN;
            for (JsonNode price : inputs.path("path")) {
                double at = Double.parseDouble(price.asText());
                first = Double.isNaN(first) ? 2 * Math.sqrt(k * at) : first;
                lvr.frictionless(k, at);
                il.frictionless(k, at);
            }
            assertThat(lvr.value() * first)
                    .isCloseTo(Double.parseDouble(expected.path("lvr").asText()), within(1e-5));
            assertThat(il.value()
                            * Double.parseDouble(expected.path("holdValueEnd").asText()))
                    .isCloseTo(
                            Double.parseDouble(expected.path("impermanentLoss").asText()), within(1e-5));
        });
    }

    /** Small steps without friction: all of it is realised. */
    @Test
    void allOfItIsRealisedWithoutAFee() {
        ShownRun<LossVersusRebalancing.State> run = run(true);
        SplittableRandom random = new SplittableRandom(7);
        double price = 100;
        for (int block = 0; block < 20_000; block++) {
            run.frictionless(1e8, price);
            price *= Math.exp(0.002 * random.nextGaussian());
        }
        assertThat(run.value()).isCloseTo(1, within(0.001));
    }

    /**
     * Blocks that come at random: {@code 1 ÷ (1 + √2·γ ÷ σ_b)}, γ the fee in logarithms and σ_b the deviation of the price over a
     * mean block.
     */
    @ParameterizedTest(name = "fee {0} times the deviation of a Poisson block: {1}")
    @CsvSource({"1, 0.414", "3, 0.191"})
    void aShareOfItIsRealisedWhereBlocksComeAtRandom(double ratio, double share) {
        assertThat(1 / (1 + Math.sqrt(2) * ratio)).isCloseTo(share, within(0.0005));
        SplittableRandom random = new SplittableRandom(42);
        assertThat(realised(ratio, () -> -Math.log(1 - random.nextDouble()), random))
                .isCloseTo(share, within(0.012));
    }

    /** A pool whose arbitrageur trades it to where a further unit would not pay its fee. */
    private static double realised(double ratio, java.util.function.DoubleSupplier time, SplittableRandom random) {
        double deviation = 0.0005;
        double kept = Math.exp(-ratio * deviation);
        ShownRun<LossVersusRebalancing.State> run = run(true);
        double coins = 100_000;
        double money = 1_000_000;
        double price = money / coins;
        for (int block = 0; block < 400_000; block++) {
            price *= Math.exp(deviation * Math.sqrt(time.getAsDouble()) * random.nextGaussian());
            double k = coins * money;
            if (money / coins < price * kept) {
                double left = Math.sqrt(k / (price * kept));
                money += (k / left - money) / kept;
                coins = left;
            } else if (money / coins * kept > price) {
                double left = Math.sqrt(k * price / kept);
                coins += (k / left - coins) / kept;
                money = left;
            }
            run.block(coins, money, price);
        }
        return run.value();
    }

    /** Through the engine: pool, arbitrageur and path, a block every twelve seconds: {@code 1 ÷ (1 + 1.7164·γ ÷ σ_b)}. */
    @ParameterizedTest(name = "fee {0} times the deviation of a fixed block: {1}")
    @CsvSource({"1, 0.368", "3, 0.163"})
    void aShareOfItIsRealisedBlockByBlock(double ratio, double share) {
        assertThat(1 / (1 + 1.7164 * ratio)).isCloseTo(share, within(0.0005));
        RunResult result = new Engine().run(market(ratio), RunOptions.of(11));
        assertThat(result.failure()).isEmpty();
        assertThat(measure(result, "realised")).isCloseTo(share, within(0.03));
        assertThat(measure(result, "loss")).isPositive();
        // A constant product of 1,000 moves by 2 % where about 1 % of it is sold.
        assertThat(measure(result, "depth")).isBetween(5.0, 15.0);
        assertThat(measure(result, "toxicity")).isBetween(0.0, 1.0);
    }

    private static double measure(RunResult result, String name) {
        return result.measures().find(each -> each.name().equals(name)).get().value();
    }

    private static Economy market(double ratio) {
        Asset ether = new Asset(0, "ETH", 9);
        Asset dollars = new Asset(1, "USD", 9);
        VenueRef pool = new VenueRef("amm");
        MarketRef outside = new MarketRef("ETH");
        long block = 12_000;
        // 0.1 % a block.
        double perYear = 0.001 * Math.sqrt(365.0 * 24 * 3_600_000 / block);
        long start = 1_700_000_000_000L;
        return new Economy(
                new Clock(start, start + 60_000 * block, block, Option.none()),
                Vector.of(ether, dollars),
                Vector.of(new MarketSpec(
                        outside,
                        ether,
                        new BrownianPath(
                                2000,
                                Ratio.of(-perYear * perYear / 2 + ""),
                                Ratio.of(perYear + ""),
                                Option.none(),
                                Ratio.ZERO),
                        Double.POSITIVE_INFINITY,
                        0.01,
                        Duration.ofMinutes(1),
                        ImpactMode.NONE)),
                Vector.empty(),
                Vector.of(new VenueSpec(
                        pool,
                        new ConstantProduct(ether, dollars, Ratio.of(ratio / 1000 + ""), 1000, false),
                        Option.none(),
                        Vector.empty(),
                        Option.none(),
                        Vector.empty(),
                        Vector.empty(),
                        Vector.of(
                                new VenueSpec.SeedBalance("pool", new Parcel(ether, 1_000_000_000_000L)),
                                new VenueSpec.SeedBalance("pool", new Parcel(dollars, 2_000_000_000_000_000L))),
                        1)),
                Vector.of(new AgentGroup(
                        "arbitrageurs",
                        new Arbitrageur(
                                pool,
                                outside,
                                new Parcel(dollars, 1_000_000_000_000_000L),
                                new Parcel(ether, 1_000_000_000_000L),
                                new Parcel(dollars, 0),
                                1000,
                                0.6,
                                0,
                                1))),
                Vector.empty(),
                Vector.empty(),
                Vector.of(
                        new MetricSpec("loss", new LossVersusRebalancing(pool, false)),
                        new MetricSpec("realised", new LossVersusRebalancing(pool, true)),
                        new MetricSpec(
                                "depth",
                                new Depth(pool, new Parcel(ether, 1_000_000), dollars, Ratio.of("0.02"), 1000)),
                        new MetricSpec("toxicity", new Toxicity(pool, ether, dollars, Duration.ofMinutes(5), 50, 50))),
                Vector.empty(),
                Vector.empty());
    }
}
