package io.firebreak.lending.english;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.BOB;
import static io.firebreak.lending.FakeVenueView.CAT;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.SELF;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.MakerCases.increment;
import static io.firebreak.lending.MakerCases.rad;
import static io.firebreak.lending.MakerCases.ray;
import static io.firebreak.lending.MakerCases.units;
import static io.firebreak.lending.MakerCases.wad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.number.Ratio;
import io.firebreak.lending.MakerCases;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Maker's flip and cat, by numbers of their own tests: makerdao/dss fa4f6630, src/test/flip.t.sol and vat.t.sol. */
class EnglishVectors {
    private static final String FILE = "maker_flip_cat.json";
    private static final Map<String, AccountId> BIDDERS = Map.of("ali", ALI, "bob", BOB, "cat", CAT);

    @TestFactory
    Stream<DynamicTest> bites() {
        return MakerCases.of(FILE, "bite", EnglishVectors::bite);
    }

    private static void bite(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode expected = vector.path("expected");
        BigDecimal rate = rate(in, expected);
        BigDecimal art = wad(in.path("art"));
        long debt = units(art.multiply(rate));
        Session session = new Session(new EnglishAuction(
                Ratio.of("0.05"),
                Duration.ofHours(3),
                Duration.ofDays(2),
                Option.none(),
                amount(in, "dunk"),
                increment(in.path("chop")),
                amount(in, "box"),
                amount(in, "dust")));
        session.view.loan(VAULT, units(wad(in.path("ink"))), debt);
        AccountId lot = session.view.freshLot(0);

        assertThat(session.ask(new Call.Kick(ALI, VAULT))).isTrue();

        check(expected, List.of("lot", "dink_recomputed"), session.view.balance(lot, ETH), MakerCases::wad);
        check(expected, List.of("tab", "tab_recomputed"), session.state.tabs().of(DAI), MakerCases::rad);
        check(expected, List.of("vow_debt"), -session.view.balance(lot, DAI), MakerCases::rad);
        check(expected, List.of("litter_after_first"), session.state.tabs().of(DAI), MakerCases::rad);
        check(expected, List.of("ink_after"), session.view.balance(VAULT, ETH), MakerCases::wad);
        check(expected, List.of("art_after"), -session.view.balance(VAULT, DAI), art_ -> wad(art_)
                .multiply(rate));
        check(expected, List.of("dart_recomputed"), -session.view.balance(lot, DAI), dart -> wad(dart)
                .multiply(rate));
        assertThat(session.state.tabs().of(DAI)).isLessThanOrEqualTo(units(rad(in.path("box"))));
        boolean full = units(rad(in.path("box"))) - session.state.tabs().of(DAI)
                < Math.max(1, amount(in, "dust").map(Parcel::units).getOrElse(0L));
        if (full) {
            assertThat(session.ask(new Call.Kick(ALI, VAULT)))
                    .as("no room under the box")
                    .isFalse();
        }
    }

    private static BigDecimal rate(JsonNode in, JsonNode expected) {
        return ray(in.has("rate") ? in.path("rate") : expected.path("rate_recomputed"));
    }

    private static Option<Parcel> amount(JsonNode in, String name) {
        return in.has(name) ? Option.some(new Parcel(DAI, units(rad(in.path(name))))) : Option.none();
    }

    private static void check(
            JsonNode expected,
            List<String> names,
            long actual,
            java.util.function.Function<JsonNode, BigDecimal> scale) {
        for (String name : names) {
            if (expected.has(name)) {
                assertThat(actual).as(name).isCloseTo(units(scale.apply(expected.path(name))), within(1L));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> flips() {
        return MakerCases.of(FILE, "flip", EnglishVectors::flip);
    }

    private static void flip(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode expected = vector.path("expected");
        if (in.has("sequence")) {
            bids(in, expected);
        } else if (in.has("case1")) {
            in.fieldNames().forEachRemaining(name -> {
                if (name.startsWith("case")) {
                    deals(in, in.path(name).asText(), expected.path(name));
                }
            });
        } else if (in.has("warp_s")) {
            tick(in, expected);
        } else {
            MakerCases.exempt("not understood: " + in);
        }
    }

    private static void bids(JsonNode in, JsonNode expected) {
        long tab = units(wad(in.path("tab")));
        Session session = new Session(flip(
                Duration.ofHours(3),
                Duration.ofDays(2),
                new Ratio(MakerCases.decimal(new BigDecimal(in.path("beg").asText()).subtract(BigDecimal.ONE)))));
        AccountId lot = session.start(units(wad(in.path("lot"))), tab);
        List<Boolean> accepted = new ArrayList<>();
        for (JsonNode step : in.path("sequence")) {
            String[] words = step.path(0).asText().split(" ", -1);
            AccountId bidder = BIDDERS.get(words[0]);
            long amount = units(new BigDecimal(step.path(1).asText()));
            Auction auction = session.state.open().get(lot).get();
            boolean dent = words[1].equals("dent");
            accepted.add(session.ask(
                    session.view.bid(bidder, lot, dent ? auction.bid() : amount, dent ? amount : auction.lot())));
        }
        List<Boolean> wanted = new ArrayList<>();
        expected.path("accepted").forEach(each -> wanted.add(each.asBoolean()));
        assertThat(accepted).isEqualTo(wanted);
        assertThat(session.view.balance(SELF, DAI))
                .as("one bid is locked, every other was paid back")
                .isEqualTo(session.state.open().get(lot).get().bid());
    }

    private static void deals(JsonNode in, String script, JsonNode expected) {
        Session session = new Session(flip(
                Duration.ofSeconds(in.path("ttl_s").asLong()),
                Duration.ofSeconds(in.path("tau_s").asLong()),
                Ratio.of("0.05")));
        AccountId lot = session.start(units(new BigDecimal("100")), units(new BigDecimal("50")));
        List<Boolean> deals = new ArrayList<>();
        Matcher step = Pattern.compile("(tend|deal) at (once|[\\d.]+h?)").matcher(script);
        long seconds = 0;
        while (step.find()) {
            String when = step.group(2);
            if (!when.equals("once")) {
                seconds = new BigDecimal(when.replace("h", ""))
                        .multiply(BigDecimal.valueOf(3600))
                        .setScale(0, RoundingMode.UP)
                        .longValueExact();
            }
            session.view.at(seconds);
            if (step.group(1).equals("tend")) {
                assertThat(session.ask(session.view.bid(ALI, lot, units(BigDecimal.ONE), units(new BigDecimal("100")))))
                        .isTrue();
            } else {
                deals.add(session.ask(new Call.Settle(BOB, lot)));
            }
        }
        List<Boolean> wanted = new ArrayList<>();
        expected.forEach(each -> wanted.add(each.asBoolean()));
        assertThat(deals).as(script).isEqualTo(wanted);
        assertThat(session.view.balance(ALI, ETH)).isEqualTo(units(new BigDecimal("100")));
    }

    private static void tick(JsonNode in, JsonNode expected) {
        Session session = new Session(flip(Duration.ofHours(3), Duration.ofDays(2), Ratio.of("0.05")));
        AccountId lot = session.start(units(new BigDecimal("100")), units(new BigDecimal("50")));
        Call.Restart tick = new Call.Restart(BOB, lot);
        assertThat(session.ask(tick)).isEqualTo(expected.path("tick_before_end").asBoolean());
        session.view.at(in.path("warp_s").asLong());
        assertThat(session.view.offer(lot).isDefined())
                .isEqualTo(expected.path("tend_after_end").asBoolean());
        assertThat(session.ask(new Call.Settle(BOB, lot)))
                .isEqualTo(expected.path("deal_without_bid").asBoolean());
        assertThat(session.ask(tick)).isEqualTo(expected.path("tick_after_end").asBoolean());
        Call.Bid tend = session.view.bid(ALI, lot, units(BigDecimal.ONE), units(new BigDecimal("100")));
        assertThat(session.ask(tend)).isEqualTo(expected.path("tend_after_tick").asBoolean());
    }

    private static EnglishAuction flip(Duration ttl, Duration tau, Ratio beg) {
        return new EnglishAuction(
                beg, ttl, tau, Option.none(), Option.none(), Ratio.ZERO, Option.none(), Option.none());
    }
}
