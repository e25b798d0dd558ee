package io.firebreak.lending.pooled;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.lending.MakerCases;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What accounts may draw and when they are liquidated, by the numbers of Compound's own tests (compound-finance/comet
 * d5a30b0a, test/is-liquidatable-test.ts; compound-finance/compound-protocol a3214f67,
 * spec/scenario/HypotheticalAccountLiquidity.scen, whose account is built up from case to case).
 */
class AccountVectors {
    private static final Asset DOLLAR = new Asset(0, "USD", 6);
    private static final Asset ZRX = new Asset(1, "ZRX", 6);
    private static final Asset ETHER = new Asset(2, "ETH", 6);
    private static final Asset BAT = new Asset(3, "BAT", 6);

    private static Leg held(Asset asset) {
        return new Leg.Holding(asset, new PriceSource.Unit());
    }

    private static Leg owed(Asset asset) {
        return new Leg.SharedDebt(asset, asset, new AccountId(0), new PriceSource.Unit());
    }

    private static PooledMargin margin(Object... factors) {
        Seq<PooledMargin.Factor> each = List.empty();
        for (int i = 0; i < factors.length; i += 2) {
            Ratio factor = Ratio.of((String) factors[i + 1]);
            each = each.append(new PooledMargin.Factor((Asset) factors[i], factor, factor));
        }
        return new PooledMargin(each);
    }

    private static Parcel parcel(Asset asset, long whole) {
        return new Parcel(asset, whole * 1_000_000);
    }

    private static long value(Parcel parcel) {
        Decimal price =
                Decimal.of(parcel.asset().equals(ZRX) ? "0.002" : parcel.asset().equals(BAT) ? "0.0015" : "1");
        return parcel.units() >= 0 ? Exact.timesDown(parcel.units(), price) : -Exact.timesUp(-parcel.units(), price);
    }

    private static long liquidity(PooledMargin margin, Leg leg, Parcel parcel, Leg other, Parcel more) {
        Health health =
                margin.health(List.of(parcel, more), List.of(leg, other), AccountVectors::value, Requirement.INITIAL);
        return health.assets() - health.debts();
    }

    @TestFactory
    Stream<DynamicTest> liquidatable() {
        return MakerCases.of("compound_v3.json", "liquidatable", AccountVectors::liquidatable);
    }

    private static void liquidatable(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        Decimal price = Decimal.of(in.path("price").asText());
        Health health = margin(ETHER, in.path("liquidateCF").asText())
                .health(
                        List.of(
                                parcel(ETHER, in.path("collateral_units").asLong()),
                                parcel(DOLLAR, -in.path("debt_usd").asLong())),
                        List.of(held(ETHER), owed(DOLLAR)),
                        each -> each.asset().equals(ETHER) ? Exact.timesDown(each.units(), price) : each.units(),
                        Requirement.MAINTENANCE);
        assertThat(health.unsafe())
                .isEqualTo(vector.path("expected").path("liquidatable").asBoolean());
    }

    /** 1,250 ZRX at .002 and a factor of .4; then 2.5 ETH at 1 and a factor of .8; BAT at .0015 and a factor of .3. */
    @Test
    void depositsCountByTheirFactorAndDebtsInFull() {
        PooledMargin margin = margin(ZRX, "0.4", ETHER, "0.8", BAT, "0.3");
        Leg zrx = held(ZRX);
        assertThat(liquidity(margin, zrx, parcel(ZRX, 1250), owed(ZRX), parcel(ZRX, 0)))
                .isEqualTo(1_000_000);
        assertThat(liquidity(margin, zrx, parcel(ZRX, 250), owed(ZRX), parcel(ZRX, 0)))
                .isEqualTo(200_000);
        assertThat(liquidity(margin, zrx, parcel(ZRX, 1250), owed(ZRX), parcel(ZRX, -1000)))
                .isEqualTo(-1_000_000);
        assertThat(liquidity(margin, zrx, parcel(ZRX, 1250), held(ETHER), parcel(ETHER, 2)))
                .isEqualTo(2_600_000);
        assertThat(liquidity(margin, held(ETHER), parcel(ETHER, 3), owed(BAT), parcel(BAT, -1000)))
                .isEqualTo(2_400_000 - 1_500_000);
        assertThat(liquidity(margin, held(BAT), parcel(BAT, 1000), held(ETHER), parcel(ETHER, 0)))
                .isEqualTo(450_000);
    }
}
