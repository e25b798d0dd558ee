package io.firebreak.lending.losses;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.BOB;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.OUTSIDE;
import static io.firebreak.lending.FakeVenueView.POOL;
import static io.firebreak.lending.FakeVenueView.TREASURY;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.Bearing.Outcome;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.lending.FakeVenueView;
import io.firebreak.lending.MakerCases;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compound III's absorption and sale, by the numbers of its own tests (compound-finance/comet d5a30b0a), collateral at 9
 * decimals.
 *
 * <p>Exempt: amounts that do not fit a {@code long}; reserves below nothing, which no account of a venue may have; and what
 * an account is credited besides, which its venue decides.
 */
class AbsorbVectors {
    private static final Asset USDC = new Asset(DAI.index(), "USDC", 6);
    private static final AccountId ESTATE = VAULT;
    private final FakeVenueView view = new FakeVenueView().price(ETH, "100");
    private Absorb absorb = absorb("0.5", "0.6", Option.none());

    private static Absorb absorb(String storeFront, String liquidation, Option<Parcel> target) {
        return new Absorb(Ratio.of(storeFront), Ratio.of(liquidation), target);
    }

    private Bearing<Nothing> bear(Asset asset, long missing) {
        Bearing<Nothing> bearing =
                absorb.bear(Nothing.NOTHING, new Shortfall(new Parcel(asset, missing), POOL, estates()), view);
        for (Order order : bearing.reversed().reverse()) {
            if (order instanceof Order.Pay pay) {
                view.post(new Posting(TREASURY, pay.to(), asset, pay.parcel().units()));
            } else {
                view.carryOut(List.of(order));
            }
        }
        return bearing;
    }

    private Seq<AccountId> estates() {
        return view.holdings(ESTATE).isEmpty() ? List.empty() : List.of(ESTATE);
    }

    @TestFactory
    Stream<DynamicTest> quotes() {
        return MakerCases.of("compound_v3.json", "quote", vector -> new AbsorbVectors().quote(vector));
    }

    private void quote(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        BigDecimal paid = new BigDecimal(in.path("base_amount").asText());
        if (paid.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            MakerCases.exempt(paid + " does not fit a long");
        }
        view.price(ETH, in.path("asset_price_usd").asText()).give(ESTATE, ETH, 1);
        absorb = absorb(
                in.path("storeFrontPriceFactor").asText(),
                in.path("liquidationFactor").asText(),
                Option.none());
        Order.Offer offer = (Order.Offer) bear(USDC, 1).reversed().head();
        assertThat(offer.ask().price(new Pair(ETH, USDC), view).get().giveDown(paid.longValueExact()))
                .isEqualTo(
                        MakerCases.units(MakerCases.wad(vector.path("expected").path("collateral"))));
    }

    @TestFactory
    Stream<DynamicTest> absorptions() {
        return MakerCases.of("compound_v3.json", "absorb", vector -> new AbsorbVectors().absorption(vector));
    }

    private void absorption(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        if (!in.has("principals")) {
            MakerCases.exempt("reserves below nothing, or a credit besides");
        }
        view.give(TREASURY, DAI, in.path("reserves").asLong());
        long owed = 0;
        for (JsonNode principal : in.path("principals")) {
            owed -= principal.asLong();
        }
        assertThat(bear(DAI, owed).outcome()).isEqualTo(Outcome.BORNE);
        assertThat(view.balance(TREASURY, DAI))
                .isEqualTo(vector.path("expected").path("reserves").asLong());
        assertThat(in.path("total_borrow").asLong() - owed)
                .isEqualTo(vector.path("expected").path("total_borrow").asLong());
    }

    @TestFactory
    Stream<DynamicTest> purchases() {
        return MakerCases.of("compound_v3.json", "buy", vector -> new AbsorbVectors().purchase(vector));
    }

    private void purchase(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        if (in.has("target")) {
            absorb = absorb("0.5", "0.6", Option.some(new Parcel(DAI, whole(in, "target"))));
            view.give(ESTATE, ETH, units("1")).give(TREASURY, DAI, whole(in, "reserves"));
            bear(DAI, 0);
            assertThat(view.offer(ESTATE)).as("not for sale").isEmpty();
        } else {
            absorb = absorb("0.5", "1", Option.none());
            long own = whole(in, "contract_balance") - whole(in, "users");
            view.give(ESTATE, ETH, own);
            bear(DAI, 1);
            long wanted = whole(in, "wanted");
            List<Parcel> given = bid(wanted * 100).map(Order.Fill::give).toList();
            assertThat(given).as("what is not the estate's is not sold").containsExactly(new Parcel(ETH, own));
        }
    }

    /** {@code 60e18} is 60 whole units. */
    private static long whole(JsonNode in, String name) {
        return units(in.path(name).asText().split("e", -1)[0]);
    }

    private Seq<Order.Fill> bid(long pay) {
        view.give(ALI, DAI, pay);
        Seq<Order> orders = absorb.answer(Nothing.NOTHING, view.bid(ALI, ESTATE, pay, 0), view)
                .get()
                .orders();
        for (Order order : orders) {
            if (order instanceof Order.Fill fill) {
                view.post(new Posting(
                                ESTATE, ALI, fill.give().asset(), fill.give().units()))
                        .post(new Posting(
                                ALI, TREASURY, fill.want().asset(), fill.want().units()));
            } else {
                view.carryOut(List.of(order));
            }
        }
        return orders.filter(Order.Fill.class::isInstance).map(Order.Fill.class::cast);
    }

    @Test
    void aDiscountIsAPartOfThePenalty() {
        view.give(ESTATE, ETH, units("2"));
        bear(DAI, units("160"));
        assertThat(bid(units("80")).map(Order.Fill::give)).containsExactly(new Parcel(ETH, units("1")));
        assertThat(view.balance(TREASURY, DAI)).isEqualTo(units("80"));
    }

    @Test
    void whatTheTreasuryLacksWaitsForTheSale() {
        view.give(TREASURY, DAI, units("50")).give(ESTATE, ETH, units("1"));
        assertThat(bear(DAI, units("120")).outcome()).isEqualTo(Outcome.PENDING);
        assertThat(view.balance(POOL, DAI)).isEqualTo(units("50"));
        bid(units("80"));
        assertThat(bear(DAI, units("70")).outcome()).isEqualTo(Outcome.BORNE);
        assertThat(view.balance(TREASURY, DAI)).isEqualTo(units("10"));
    }

    @Test
    void withNothingLeftToSellTheNextLayerIsAsked() {
        assertThat(bear(DAI, units("1")).outcome()).isEqualTo(Outcome.EXHAUSTED);
    }

    @Test
    void anEstateSellsOneAssetAfterTheOtherAndThenCloses() {
        view.price(DAI, "1").give(ESTATE, ETH, units("1")).give(ESTATE, DAI, units("5"));
        bear(DAI, units("10"));
        assertThat(view.offer(ESTATE).get().pair()).isEqualTo(new Pair(ETH, DAI));
        view.give(ALI, DAI, units("80"));
        Seq<Order> orders = absorb.answer(Nothing.NOTHING, view.bid(ALI, ESTATE, units("80"), 0), view)
                .get()
                .orders();
        assertThat(orders.last()).as("what is left is the missing asset itself").isEqualTo(new Order.Close(ESTATE));
    }

    @Test
    void anotherAssetIsOfferedWhenOneIsSold() {
        view.give(ESTATE, ETH, units("1")).give(ESTATE, DAI, units("5"));
        Bearing<Nothing> bearing = absorb.bear(
                Nothing.NOTHING,
                new Shortfall(new Parcel(FakeVenueView.MKR, units("1")), POOL, List.of(ESTATE)),
                view.price(FakeVenueView.MKR, "10"));
        view.carryOut(bearing.reversed());
        view.give(ALI, FakeVenueView.MKR, units("9"));
        Seq<Order> half = absorb.answer(Nothing.NOTHING, view.bid(ALI, ESTATE, units("4"), 0), view)
                .get()
                .orders();
        assertThat(half).as("half of it is sold, and the offer stands").hasSize(1);
        Seq<Order> all = absorb.answer(Nothing.NOTHING, view.bid(ALI, ESTATE, units("9"), 0), view)
                .get()
                .orders();
        assertThat(((Order.Offer) all.last()).pair()).contains(new Pair(DAI, FakeVenueView.MKR));
    }

    @Test
    void anOfferThatStandsIsNotMadeAgain() {
        view.give(ESTATE, ETH, units("1"));
        bear(DAI, units("120"));
        assertThat(bear(DAI, units("120")).reversed()).isEmpty();
    }

    @Test
    void nothingIsForSaleWhileTheTreasuryHoldsItsTarget() {
        absorb = absorb("0.5", "0.6", Option.some(new Parcel(DAI, units("50"))));
        view.give(ESTATE, ETH, units("1")).give(TREASURY, DAI, units("51"));
        bear(DAI, units("1"));
        assertThat(view.offer(ESTATE)).isEmpty();
        view.post(new Posting(TREASURY, OUTSIDE, DAI, 1));
        assertThat(view.offer(ESTATE)).isNotEmpty();
    }

    @Test
    void itSellsForWhatIsMissingWhateverItsTarget() {
        absorb = absorb("0.5", "0.6", Option.some(new Parcel(DAI, 0)));
        view.give(ESTATE, ETH, units("1"));
        assertThat(bear(DAI, units("1")).outcome()).isEqualTo(Outcome.PENDING);
        assertThat(view.offer(ESTATE)).isEmpty();
        view.lacking(DAI, units("1"));
        assertThat(view.offer(ESTATE)).isNotEmpty();
    }

    @Test
    void withoutAPriceNothingIsForSale() {
        view.withoutPrice(ETH).give(ESTATE, ETH, units("1"));
        bear(DAI, units("1"));
        assertThat(view.offer(ESTATE)).isEmpty();
        view.price(ETH, "100").withoutPrice(DAI);
        assertThat(view.offer(ESTATE)).isEmpty();
    }

    @Test
    void itTakesNothingButBids() {
        assertThat(absorb.answer(Nothing.NOTHING, new Call.Kick(BOB, ESTATE), view)
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.NOT_OFFERED);
        assertThat(absorb.paysFrom()).isEqualTo(LossModel.Purse.TREASURY);
    }
}
