package io.firebreak.lending.spread;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.MKR;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.spread.Borrower.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.lending.MakerCases;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Liquidations of Aave v2 (protocol-v2 ce53c4a8), Aave v3.3 (aave-v3-origin fd1fbd91), Compound v2 (a3214f67) and Morpho Blue
 * (3085651a): the cases of kinds {@code liquidation_derived}, {@code close_factor}, {@code dust}, {@code seize}, {@code lif},
 * and of {@code scenario} those that liquidate. The other kinds are interest, accounts and shares: they belong to the venues.
 */
class SpreadVectors {
    private static final Ratio BONUS = Ratio.of("0.05");
    private static final Ratio FEE = Ratio.of("0.1");
    private static final CloseRule AAVE_V3 =
            new CloseRule.ByHealthAndSize(Ratio.of("0.5"), Ratio.of("0.95"), Decimal.of(2000), Decimal.of(1000));
    private static final String WETH = "1800";

    @TestFactory
    Stream<DynamicTest> aaveV2() {
        return MakerCases.of("aave_v2.json", "liquidation_derived", vector -> {
            JsonNode in = vector.path("inputs");
            JsonNode expected = vector.path("expected");
            FixedSpread model = new FixedSpread(Ratio.of(in.path("close_factor").asText()), BONUS);
            Borrower borrower = new Borrower(
                            model,
                            wad(in.path("collateral_wei")).toPlainString(),
                            in.path("borrow_dai").asText())
                    .at("1", wad(in.path("dai_price0")).toPlainString(), "0.825");
            assertThat(borrower.health()).isCloseTo(wad(expected.path("hf_before")), within(new BigDecimal("1e-9")));
            borrower.at("1", wad(in.path("dai_price1")).toPlainString(), "0.825");
            assertThat(borrower.health())
                    .isCloseTo(wad(expected.path("hf_after_price")), within(new BigDecimal("1e-9")));
            borrower.takeAll();
            near(borrower.paid(), wad(expected.path("repay_wei")));
            near(borrower.received(), wad(expected.path("collateral_liquidated_wei")));
        });
    }

    @TestFactory
    Stream<DynamicTest> aaveV3Liquidations() {
        return MakerCases.of("aave_v3.json", "liquidation_derived", vector -> {
            JsonNode in = vector.path("inputs");
            JsonNode expected = vector.path("expected");
            String price = new BigDecimal(in.path("wbtc_price").asText())
                    .movePointLeft(8)
                    .toPlainString();
            Ratio fee = new Ratio(new Decimal(in.path("protocol_fee_bps").asLong(), 4));
            BigDecimal feeOnDebt =
                    BONUS.value().times(fee.value()).toBigDecimal().add(BigDecimal.ONE);
            Borrower borrower = new Borrower(
                            new FixedSpread(AAVE_V3, new Bonus.Constant(BONUS), fee),
                            new BigDecimal(in.path("collateral_WBTC").asText())
                                    .movePointLeft(8)
                                    .toPlainString(),
                            usdx(in.path("debt_USDX")).toPlainString())
                    .at(price, "1", "0.86");
            assertThat(borrower.health()).isCloseTo(wad(in.path("hf_wad")), within(new BigDecimal("1e-9")));
            near(
                    borrower.offer().mostWant(),
                    usdx(expected.path("max_liquidatable_debt")).multiply(feeOnDebt));
            BigDecimal cover = usdx(in.path("debt_to_cover")).multiply(feeOnDebt);
            boolean taken =
                    borrower.take(cover.movePointRight(9).longValueExact()).isRight();
            assertThat(taken).isNotEqualTo(expected.path("reverts_dust").asBoolean());
            if (taken) {
                near(borrower.paid() - borrower.fee(), usdx(expected.path("debt_repaid")));
                // The source keeps its fee in collateral, rounded up to one of 8 decimals, and cuts twice on the way.
                long fee8 = (long) Math.ceil(borrower.inCollateral(borrower.fee()) / 10);
                assertThat(fee8)
                        .isCloseTo(expected.path("protocol_fee_collateral").asLong(), within(1L));
                assertThat(borrower.received() / 10 - fee8)
                        .isCloseTo(expected.path("collateral_to_liquidator").asLong(), within(1L));
            }
        });
    }

    /** Debt is drawn until the account has the stated health. */
    @TestFactory
    Stream<DynamicTest> aaveV3CloseFactors() {
        return MakerCases.of("aave_v3.json", "close_factor", vector -> {
            JsonNode in = vector.path("inputs");
            BigDecimal weth = collateralInWeth(in.path("collateral").asText());
            BigDecimal usdx = collateralInUsdx(in.path("collateral").asText());
            BigDecimal all = weth.multiply(new BigDecimal(WETH)).add(usdx);
            BigDecimal debt = all.multiply(new BigDecimal("0.86"))
                    .divide(new BigDecimal(in.path("target_hf").asText()), 9, RoundingMode.DOWN);
            Borrower borrower = new Borrower(
                            new FixedSpread(AAVE_V3, new Bonus.Constant(BONUS), Ratio.ZERO),
                            weth.toPlainString(),
                            debt.toPlainString())
                    .at(WETH, "1", "0.86");
            borrower.view.also(MKR).price(MKR, "1").give(VAULT, MKR, units(usdx.toPlainString()));
            BigDecimal share = new BigDecimal(
                            vector.path("expected").path("close_factor_bps").asText())
                    .movePointLeft(4);
            near(borrower.offer().mostWant(), debt.multiply(share));
        });
    }

    private static BigDecimal collateralInWeth(String text) {
        Matcher whole = Pattern.compile("([\\d.]+) WETH").matcher(text);
        Matcher worth = Pattern.compile("\\$([\\d.]+) of WETH").matcher(text);
        return worth.find()
                ? new BigDecimal(worth.group(1)).divide(new BigDecimal(WETH), 9, RoundingMode.DOWN)
                : whole.find() ? new BigDecimal(whole.group(1)) : BigDecimal.ZERO;
    }

    private static BigDecimal collateralInUsdx(String text) {
        Matcher usdx = Pattern.compile("([\\d.]+) USDX").matcher(text);
        return usdx.find() ? new BigDecimal(usdx.group(1)) : BigDecimal.ZERO;
    }

    /** What Aave refuses at its close factor is offered here as the amount that Aave takes instead. */
    @TestFactory
    Stream<DynamicTest> aaveV3Dust() {
        return MakerCases.of("aave_v3.json", "dust", vector -> {
            JsonNode in = vector.path("inputs");
            BigDecimal collateral = usdx(in.path("usdx_collateral"));
            BigDecimal debt = usdx(in.path("usdx_debt"));
            BigDecimal all =
                    collateral.multiply(new BigDecimal("0.86")).divide(new BigDecimal("0.97999"), 9, RoundingMode.UP);
            Borrower borrower = new Borrower(
                            new FixedSpread(AAVE_V3, new Bonus.Constant(BONUS), Ratio.ZERO),
                            collateral.toPlainString(),
                            debt.toPlainString())
                    .at("1", "1", "0.86");
            borrower.view.also(MKR).price(MKR, WETH);
            borrower.view.post(new Posting(
                    VAULT,
                    ALI,
                    MKR,
                    units(all.subtract(debt)
                            .divide(new BigDecimal(WETH), 9, RoundingMode.UP)
                            .toPlainString())));
            Loan loan = borrower.loan(new Bonus.Constant(BONUS));
            BigDecimal most = loan.allDebt().multiply(new BigDecimal("0.5"));
            assertThat(loan.leavesLess(most, Decimal.of(1000))).isTrue();
            assertThat(loan.leavesLess(loan.worth(borrower.offer().mostWant()), Decimal.of(1000)))
                    .isFalse();
            assertThat(borrower.takeAll().isRight()).isTrue();
            near(borrower.debt(), new BigDecimal(1000));
        });
    }

    /** The collateral is the claim that Compound seizes, worth its price times the exchange rate. */
    @TestFactory
    Stream<DynamicTest> compoundSeizes() {
        return MakerCases.of("compound_v2.json", "seize", vector -> {
            JsonNode in = vector.path("inputs");
            if (!in.has("incentive")) {
                Borrower unpriced = new Borrower(new FixedSpread(Ratio.ONE, BONUS), "1", "1").at("1", "1", "0.5");
                unpriced.view.withoutPrice(ETH);
                unpriced.view.carryOut(new FixedSpread(Ratio.ONE, BONUS)
                        .rule(Nothing.NOTHING, unpriced.view.docket(VAULT))
                        .orders());
                assertThat(unpriced.view.offer(VAULT)).isEmpty();
                return;
            }
            BigDecimal claim = wad(in.path("priceCollateral")).multiply(wad(in.path("exchangeRate")));
            FixedSpread model = new FixedSpread(
                    Ratio.ONE, new Ratio(Decimal.of(wad(in.path("incentive")).subtract(BigDecimal.ONE))));
            String repay = wad(in.path("repay")).toPlainString();
            Borrower borrower = new Borrower(model, "1000000", repay)
                    .at(claim.toPlainString(), wad(in.path("priceBorrowed")).toPlainString(), "0.00000001");
            borrower.takeAll();
            near(borrower.paid(), new BigDecimal(repay));
            near(borrower.received(), wad(vector.path("expected").path("recomputed_integer")));
        });
    }

    /** 2.8 % of what is seized is 28 % and 2.8 points of a bonus of 10 %: paid by the taker, who receives all of it. */
    @TestFactory
    Stream<DynamicTest> compoundLiquidatesInKind() {
        return MakerCases.of("compound_v2.json", "scenario", vector -> {
            JsonNode in = vector.path("inputs");
            JsonNode expected = vector.path("expected");
            if (!in.has("repay")) {
                MakerCases.exempt("no liquidation: what an account may draw belongs to the venue");
            }
            if (expected.has("rejected")) {
                Ratio closeFactor = Ratio.of(number(in.path("close_factor").asText()));
                String debt = new BigDecimal(number(in.path("borrow_balance").asText()))
                        .movePointLeft(18)
                        .toPlainString();
                Borrower borrower = new Borrower(new FixedSpread(closeFactor, FEE), "1000", debt).at("1", "1", "0.09");
                BigDecimal repay = new BigDecimal(number(in.path("repay").asText())).movePointLeft(18);
                borrower.take(repay.movePointRight(9).longValueExact());
                // Here as much is taken as may be, where Compound refuses the rest with the whole.
                assertThat(borrower.paid())
                        .isEqualTo(closeFactor.ofDown(units(debt)))
                        .isLessThan(units(repay.toPlainString()));
                return;
            }
            BigDecimal rate = new BigDecimal(in.path("exchange_rate").asText()).movePointLeft(9);
            BigDecimal incentive = new BigDecimal(in.path("incentive").asText());
            BigDecimal bonus = incentive.subtract(BigDecimal.ONE);
            BigDecimal share = new BigDecimal("0.028").multiply(incentive).divide(bonus, MathContext.DECIMAL64);
            Ratio fee = new Ratio(Decimal.of(share));
            FixedSpread model = new FixedSpread(
                    new CloseRule.Constant(Ratio.of("0.5")), new Bonus.Constant(new Ratio(Decimal.of(bonus))), fee);
            Borrower borrower = new Borrower(
                            model,
                            new BigDecimal(in.path("supply_ctokens").asText())
                                    .movePointLeft(9)
                                    .toPlainString(),
                            new BigDecimal(in.path("borrow").asText())
                                    .movePointLeft(18)
                                    .toPlainString())
                    .at(rate.toPlainString(), "1", in.path("cf").asText());
            BigDecimal pay = new BigDecimal(in.path("repay").asText())
                    .movePointLeft(18)
                    .multiply(BigDecimal.ONE.add(bonus.multiply(share)));
            borrower.take(pay.movePointRight(9).longValueExact());
            near(
                    borrower.collateral(),
                    new BigDecimal(expected.path("borrower_ctokens_after").asText()).movePointLeft(9));
            near(borrower.debt(), new BigDecimal(expected.path("borrow_after").asText()).movePointLeft(18));
            assertThat(borrower.received() - borrower.inCollateral(borrower.fee()))
                    .isCloseTo(expected.path("liquidator_ctokens").asDouble(), within(1.0));
        });
    }

    @TestFactory
    Stream<DynamicTest> morphoIncentives() {
        return MakerCases.of("morpho_blue.json", "lif", vector -> {
            Ratio lltv = new Ratio(Decimal.of(wad(vector.path("inputs").path("lltv"))));
            Bonus bonus = new Bonus.ByLltv(lltv, Ratio.of("0.3"), Ratio.of("0.15"));
            assertThat(bonus.most().onePlus())
                    .isEqualTo(Decimal.of(wad(vector.path("expected").path("LIF_recomputed"))));
        });
    }

    @TestFactory
    Stream<DynamicTest> morphoRoundings() {
        return MakerCases.of(
                "morpho_blue.json",
                "liquidation",
                vector -> MakerCases.exempt(
                        "a share is a millionth of a base unit there, and nobody pays one alone here"));
    }

    /** All of the collateral pays for a part of the debt; the rest is bad debt, and no more than was lent. */
    @TestFactory
    Stream<DynamicTest> morphoBadDebt() {
        return MakerCases.of("morpho_blue.json", "bad_debt", vector -> {
            JsonNode in = vector.path("inputs");
            Bonus bonus =
                    new Bonus.ByLltv(Ratio.of(number(in.path("lltv").asText())), Ratio.of("0.3"), Ratio.of("0.15"));
            BigDecimal lent = new BigDecimal(number(in.path("loan").asText())).movePointLeft(18);
            BigDecimal price = new BigDecimal(number(in.path("price").asText())).movePointLeft(36);
            BigDecimal collateral = new BigDecimal(number(in.path("collateral").asText())).movePointLeft(18);
            Borrower borrower = new Borrower(
                            new FixedSpread(new CloseRule.Constant(Ratio.of("1")), bonus, Ratio.ZERO),
                            collateral.toPlainString(),
                            lent.toPlainString())
                    .at(price.toPlainString(), "1", number(in.path("lltv").asText()));
            assertThat(borrower.takeAll().isRight()).isTrue();
            BigDecimal repaid =
                    collateral.multiply(price).divide(bonus.most().onePlus().toBigDecimal(), 18, RoundingMode.UP);
            assertThat(borrower.collateral()).isZero();
            near(borrower.paid(), repaid);
            near(borrower.debt(), lent.subtract(repaid));
        });
    }

    private static BigDecimal wad(JsonNode number) {
        return MakerCases.wad(number);
    }

    private static BigDecimal usdx(JsonNode number) {
        return new BigDecimal(number.asText()).movePointLeft(6);
    }

    private static String number(String text) {
        Matcher number = Pattern.compile("[\\d.]+(e\\d+)?").matcher(text);
        assertThat(number.find()).as("a number in '%s'", text).isTrue();
        return number.group();
    }

    private static void near(long actual, BigDecimal wanted) {
        assertThat(actual).isCloseTo(units(wanted.toPlainString()), within(1L));
    }
}
