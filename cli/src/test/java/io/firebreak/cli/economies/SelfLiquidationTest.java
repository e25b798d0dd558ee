package io.firebreak.cli.economies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.Scene;
import io.firebreak.core.engine.Witness;
import io.vavr.collection.List;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Fees as a shield against who makes a loan unsafe to liquidate it: within a block he sells into the pool that the lender's
 * oracle reads, liquidates, and buys back.
 *
 * <p>Pool of 10,000 ETH and 28,000,000 USD, debt of 32,000 USD on 20.12 ETH, threshold 0.85, bonus 5 %. The price that pays
 * best is the one at which the debt just buys all the collateral, {@code 32,000 · 1.05 ÷ 20.12}.
 *
 * <p>Source: Sadeghi and Feinstein, arXiv:2602.12104, example 5: above a fee of .17 % (recomputed .1656 %) the attack does not
 * pay. There the fee leaves the pool, as it does where liquidity is concentrated; what is left of a difference is whether the
 * oracle's price counts the fee. A constant product keeps its fees as reserves: to push its price as far costs less, and it
 * takes .1904 % to stop that.
 */
class SelfLiquidationTest {
    private static final String WORLD =
            """
            scenario: self-liquidation
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:02:00Z, block-time: 12 s }
            assets: { ETH: { decimals: 9 }, USD: { decimals: 6 } }
            oracles: { eth: { %s } }
            venues:
              pool:
                %s
                seed: { pool: [ 10 k ETH, 28 M USD ] }
              lender:
                collateralised-debt: { collateral: ETH, debt: USD, oracle: eth, min-ratio: 1.176470588,
                  stability-fee: 0%% per year }
                accounts:
                  - { account: loan, holdings: [ 20.12 ETH, -32000 USD ] }
                  - { account: others, holdings: [ 1 M ETH, -100 M USD ] }
                liquidation: { fixed-spread: { close-factor: 100%%, liquidation-bonus: 5%% } }
            wallets: { attacker: [ 4 k ETH, 32000 USD ] }
            """;

    private static final String SPOT = "pool-spot: { venue: pool, asset: ETH, in: USD }";
    private static final String MEAN = "twap: { venue: pool, asset: ETH, in: USD, window: 30 min }";
    private static final String CONCENTRATED =
            "concentrated-liquidity: { a: ETH, b: USD, price: 2800, tick-spacing: 1, fee: %s }";
    private static final String PRODUCT = "constant-product: { a: ETH, b: USD, fee: %s }";

    private static final VenueRef POOL = new VenueRef("pool");
    private static final double WANTED = 32_000 * 1.05 / 20.12;
    private static final double RESERVE = 10_000;
    private static final double PRICE = 2800;

    /** One attack, block by block. */
    private static final class Attack {
        private final Playback playback;
        private final Scene scene;
        private final Asset ether;
        private final Asset dollar;

        Attack(String oracle, String pool, double fee) {
            String venue = pool.formatted(new BigDecimal(String.format(Locale.ROOT, "%.6f", fee)).toPlainString());
            playback = Playback.of(
                            Scenarios.economy(WORLD.formatted(oracle, venue)), Playback.Settings.of(1), Witness.NOBODY)
                    .get();
            scene = playback.scene();
            ether = asset("ETH");
            dollar = asset("USD");
            playback.open();
        }

        private Asset asset(String symbol) {
            return scene.assets().find(each -> each.symbol().equals(symbol)).get();
        }

        long act(Action action, String... names) {
            return playback.act(new ScriptedAction(0, "attacker", action, List.of(names)))
                    .get()
                    .get();
        }

        /** Sells so much that the pool stands at the wanted price; what it is paid. */
        long push(double fee, boolean feeStays) {
            double high = 2 * RESERVE;
            double low = 0;
            for (int step = 0; step < 80; step++) {
                double sold = (low + high) / 2;
                double traded = RESERVE + sold * (1 - fee);
                double price = RESERVE * RESERVE * PRICE / traded / (feeStays ? RESERVE + sold : traded);
                low = price > WANTED ? sold : low;
                high = price > WANTED ? high : sold;
            }
            return act(new Action.Swap(POOL, ether, Quantity.of((long) (high * 1e9) + 1), dollar, 0));
        }

        Action bid() {
            Pair pair = new Pair(ether, dollar);
            long all = dollar.unitsDown(Decimal.of(32_000));
            return new Action.Bid(new VenueRef("lender"), AccountId.openedBy(0), pair, Quantity.of(all), 0);
        }

        void buyBack() {
            act(new Action.Swap(POOL, dollar, Quantity.all(), ether, 0));
        }

        /** In USD at the price before: ETH beyond the first 4,000, less the 32,000 that were paid. */
        double profit() {
            AccountId attacker = scene.account("attacker").get();
            double ethers = ether.wholeAsDouble(scene.balance(attacker, ether)) - 4000;
            double dollars = dollar.wholeAsDouble(scene.balance(attacker, dollar)) - 32_000;
            return ethers * PRICE + dollars;
        }
    }

    private static double profit(String pool, double fee, boolean feeStays) {
        Attack attack = new Attack(SPOT, pool, fee);
        attack.push(fee, feeStays);
        assertThat(attack.act(attack.bid(), "lender/loan"))
                .as("all of the collateral")
                .isBetween(20_119_000_000L, 20_120_000_000L);
        attack.buyBack();
        return attack.profit();
    }

    private static double criticalFee(String pool, boolean feeStays) {
        double pays = 0;
        double paysNot = 0.004;
        while (paysNot - pays > 2e-6) {
            double fee = Math.rint((pays + paysNot) / 2 * 1e6) / 1e6;
            boolean isPaid = profit(pool, fee, feeStays) > 0;
            pays = isPaid ? fee : pays;
            paysNot = isPaid ? paysNot : fee;
        }
        return (pays + paysNot) / 2;
    }

    @Test
    void paysBelowTheCriticalFeeAndNotAboveIt() {
        assertThat(profit(CONCENTRATED, 0.0016, false)).isPositive();
        assertThat(profit(CONCENTRATED, 0.0017, false)).isNegative();
        assertThat(criticalFee(CONCENTRATED, false)).isCloseTo(0.001656, within(0.00001));
    }

    @Test
    void takesAHigherFeeWhereFeesStayInTheReserves() {
        assertThat(criticalFee(PRODUCT, true)).isCloseTo(0.001904, within(0.000005));
    }

    @Test
    void cannotBeDoneWithinABlockWhereTheOracleIsAMeanOverTime() {
        Attack attack = new Attack(MEAN, CONCENTRATED, 0.0005);
        attack.push(0.0005, false);
        assertThat(attack.playback
                        .act(new ScriptedAction(0, "attacker", attack.bid(), List.of("lender/loan")))
                        .get()
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.NOT_THERE);
        attack.buyBack();
        assertThat(attack.profit()).as("there and back for nothing but fees").isNegative();
    }
}
