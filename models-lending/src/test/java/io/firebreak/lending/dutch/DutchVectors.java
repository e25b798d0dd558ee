package io.firebreak.lending.dutch;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.BOB;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.LOAN;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.MakerCases.decimal;
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
import io.firebreak.api.liquidation.Curve;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.lending.MakerCases;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Maker's dog and clip, by numbers of their own tests: makerdao/dss fa4f6630, src/test/dog.t.sol and clip.t.sol. */
class DutchVectors {
    private static final String FILE = "maker_liquidation2.json";
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?(e\\d+)?");

    @TestFactory
    Stream<DynamicTest> barks() {
        return MakerCases.of(FILE, "bark", DutchVectors::bark);
    }

    private static void bark(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode expected = vector.path("expected");
        long room = room(in);
        long dust = units(rad(in.path("dust")));
        Session session = new Session(Session.clip(
                Ratio.of("1.25"), increment(in.path("chop")), 0, Ratio.ZERO, dust, Option.some(new Parcel(DAI, room))));
        if (in.has("first_vault")) {
            twoVaults(session, in, expected);
            return;
        }
        BigDecimal rate = ray(in.path("rate"));
        long debt = units(wad(in.path("art")).multiply(rate));
        long rest = debt
                - Math.min(debt, Exact.dividedDown(room, session.model.penalty().onePlus()));
        if (Math.abs(rest - dust) <= 1 && rest > 0 && !turnsOnWholeUnits(in)) {
            MakerCases.exempt("what is left differs from the dust limit by less than a base unit");
        }
        session.view.loan(VAULT, units(wad(in.path("ink"))), debt);
        boolean accepted = session.ask(new Call.Kick(ALI, VAULT)).isRight();
        assertThat(accepted).isEqualTo(expected.has("tab"));
        near("tab", session.tab(), rad(expected.path("tab")));
        near("lot", session.lot(), wad(expected.path("lot")));
        near("ink", session.view.balance(VAULT, ETH), wad(expected.path("urn_ink_after")));
        near(
                "art",
                -session.view.balance(VAULT, DAI),
                wad(expected.path("urn_art_after")).multiply(rate));
    }

    private static boolean turnsOnWholeUnits(JsonNode in) {
        return Stream.of("art", "ink").allMatch(name -> whole(wad(in.path(name))))
                && Stream.of("hole", "Hole", "dust").allMatch(name -> whole(rad(in.path(name))));
    }

    private static boolean whole(BigDecimal amount) {
        return amount.movePointRight(9).stripTrailingZeros().scale() <= 0;
    }

    private static long room(JsonNode in) {
        BigDecimal room = rad(in.path("hole")).subtract(in.has("dirt") ? rad(in.path("dirt")) : BigDecimal.ZERO);
        return units(in.has("Hole") ? room.min(rad(in.path("Hole")).subtract(rad(in.path("Dirt")))) : room);
    }

    private static void twoVaults(Session session, JsonNode in, JsonNode expected) {
        BigDecimal rate = ray(in.path("rate"));
        for (String each : List.of("first", "second")) {
            JsonNode vault = in.path(each + "_vault");
            AccountId account = new AccountId(VAULT.index() + (each.equals("first") ? 0 : 1));
            session.view.loan(
                    account,
                    units(wad(vault.path("ink"))),
                    units(wad(vault.path("art")).multiply(rate)));
            boolean accepted = session.ask(new Call.Kick(ALI, account)).isRight();
            assertThat(accepted)
                    .as(each)
                    .isEqualTo(expected.path(each + "_bark").asText().startsWith("ok"));
        }
    }

    @TestFactory
    Stream<DynamicTest> takes() {
        return MakerCases.of(FILE, "take", DutchVectors::takes);
    }

    private static void takes(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode expected = vector.path("expected");
        // With all of the tab as debt and no penalty, chost is the dust limit itself.
        Session session = new Session(new DutchAuction(
                Ratio.of("1.25"),
                Duration.ofSeconds(in.path("tail_s").asLong()),
                new Ratio(io.firebreak.api.number.Decimal.of(
                        number(in.path("cusp").asText()))),
                Ratio.ZERO,
                Ratio.ZERO,
                Option.none(),
                Option.none(),
                Option.some(new Parcel(DAI, units(rad(in.path("chost"))))),
                curve(in)));
        session.sale(units(wad(in.path("lot"))), units(rad(in.path("tab"))), decimal(ray(in.path("top"))));
        if (in.has("takes")) {
            several(session, in, expected);
        } else {
            one(session, in, expected);
        }
    }

    private static void one(Session session, JsonNode in, JsonNode expected) {
        session.view.at(in.path("elapsed_s").asLong());
        long amount = units(wad(in.path("amt")));
        long before = session.view.balance(ALI, DAI);
        long most =
                in.has("max_price") ? units(ray(in.path("max_price")).multiply(wad(in.path("amt")))) : Long.MAX_VALUE;
        boolean accepted =
                session.ask(session.view.bid(ALI, Session.LOT, most, amount)).isRight();
        assertThat(accepted).isNotEqualTo(expected.has("reverts"));
        if (!accepted) {
            return;
        }
        long paid = before - session.view.balance(ALI, DAI);
        if (expected.has("slice")) {
            near("slice", session.view.balance(ALI, ETH), wad(expected.path("slice")));
        }
        if (expected.has("owe")) {
            near("owe", paid, rad(expected.path("owe")));
        }
        if (expected.has("tab")) {
            near("tab", session.tab(), rad(expected.path("tab")));
        }
        if (expected.has("lot")) {
            near("lot", session.lot(), wad(expected.path("lot")));
        }
        if (expected.has("collateral_returned_to_owner")) {
            long returned = units(wad(in.path("lot"))) - session.view.balance(ALI, ETH);
            near("returned", returned, wad(expected.path("collateral_returned_to_owner")));
        }
        if (in.has("price_ray_recomputed")) {
            BigDecimal price = ray(in.path("price_ray_recomputed"));
            near("paid", paid, price.multiply(BigDecimal.valueOf(session.view.balance(ALI, ETH), 9)));
        }
    }

    private static void several(Session session, JsonNode in, JsonNode expected) {
        List<Boolean> accepted = new ArrayList<>();
        long secondBefore = 0;
        for (JsonNode take : in.path("takes")) {
            JsonNode when = take.isObject() ? take.path("elapsed_s") : in.path("elapsed_s");
            session.view.at(when.asLong());
            String text = take.isObject() ? take.path("amt").asText() : take.asText();
            AccountId taker = accepted.isEmpty() ? ALI : BOB;
            secondBefore = session.view.balance(BOB, DAI);
            accepted.add(session.take(taker, amount(text, session)).isRight());
            if (accepted.size() == 1) {
                near("tab", session.tab(), rad(expected.path("after_first").path("tab")));
                near("lot", session.lot(), wad(expected.path("after_first").path("lot")));
            }
        }
        List<String> ordinals = List.of("first", "second", "third", "fourth");
        for (int i = 0; i < accepted.size(); i++) {
            boolean reverts = expected.path(ordinals.get(i)).asText().startsWith("reverts");
            assertThat(accepted.get(i)).as(ordinals.get(i)).isNotEqualTo(reverts);
        }
        if (expected.has("second_buyer_gets_recomputed")) {
            near("second buyer", session.view.balance(BOB, ETH), wad(expected.path("second_buyer_gets_recomputed")));
            near("second owe", secondBefore - session.view.balance(BOB, DAI), rad(expected.path("second_owe")));
            long left = units(wad(in.path("lot"))) - session.view.balance(ALI, ETH) - session.view.balance(BOB, ETH);
            near("returned", left, wad(expected.path("returned_to_owner_recomputed")));
        }
    }

    private static long amount(String text, Session session) {
        if (text.equals("tab/price")) {
            return session.view.offer(Session.LOT).get().price().giveDown(session.tab());
        }
        String number = number(text);
        return units(number.contains("e") ? new BigDecimal(number).movePointLeft(18) : wad(number));
    }

    private static BigDecimal wad(String digits) {
        return new BigDecimal(digits).movePointLeft(18);
    }

    private static BigDecimal wad(JsonNode number) {
        return MakerCases.wad(number);
    }

    private static String number(String text) {
        Matcher number = NUMBER.matcher(text);
        assertThat(number.find()).as("a number in '%s'", text).isTrue();
        return number.group();
    }

    @TestFactory
    Stream<DynamicTest> redos() {
        return MakerCases.of(FILE, "redo", DutchVectors::redo);
    }

    private static void redo(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode expected = vector.path("expected");
        DutchAuction model = new DutchAuction(
                Ratio.of(number(in.path("buf").asText())),
                Duration.ofSeconds(in.path("tail_s").asLong()),
                Ratio.of(number(in.path("cusp").asText())),
                Ratio.of("0.1"),
                Ratio.ZERO,
                Option.none(),
                Option.none(),
                Option.none(),
                curve(in));
        Session session = new Session(model);
        session.sale(units(new BigDecimal("40")), units(new BigDecimal("110")), decimal(ray(in.path("top"))));
        Call.Restart restart = new Call.Restart(BOB, Session.LOT);
        expected.properties().forEach(each -> {
            if (each.getKey().startsWith("needsRedo at ")) {
                long second = Long.parseLong(number(each.getKey()));
                boolean needs =
                        model.needsRestart(session.state.open().get(Session.LOT).get(), second * 1000);
                assertThat(needs).as(each.getKey()).isEqualTo(each.getValue().asBoolean());
                session.view
                        .at(second)
                        .price(ETH, ray(in.path("feed_price_at_redo")).toPlainString());
                assertThat(session.ask(restart).isRight()).as(each.getKey()).isEqualTo(needs);
            }
        });
        assertThat(session.state.open().get(Session.LOT).get().top())
                .isEqualTo(decimal(ray(expected.path("new_top_after_redo"))));
    }

    @TestFactory
    Stream<DynamicTest> incentives() {
        return MakerCases.of(FILE, "keeper_incentive", DutchVectors::incentive);
    }

    /** Plays the steps; a restart comes 300 s after the one before. */
    private static void incentive(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode expected = vector.path("expected");
        BigDecimal feed = ray(in.path("feed_price"));
        Ratio buf = Ratio.of(in.path("buf").asText());
        long tip = 0;
        Ratio chip = Ratio.ZERO;
        long dust = units(new BigDecimal("20"));
        Ratio penalty = Ratio.of("0.1");
        Session session = new Session(Session.clip(buf, penalty, tip, chip, dust, Option.none()));
        session.view.price(ETH, feed.toPlainString());
        session.sale(
                units(wad(in.path("lot"))),
                units(rad(in.path("tab"))),
                decimal(feed.multiply(new BigDecimal(in.path("buf").asText()))));
        long started = 0;
        for (int i = 0; i < in.path("steps").size(); i++) {
            String step = in.path("steps").path(i).asText();
            tip = units(setting(step, "tip=(\\d+)").getOrElse(BigDecimal.valueOf(tip, 9)));
            chip = new Ratio(decimal(setting(step, "chip=(\\d+)")
                    .map(percent -> percent.movePointLeft(2))
                    .getOrElse(chip.value().toBigDecimal())));
            dust = setting(step, "dust=(\\d+)").map(MakerCases::units).getOrElse(dust)
                    + (step.contains("rad+1") ? 1 : 0);
            session.model = Session.clip(buf, penalty, tip, chip, dust, Option.none());
            if (step.contains("redo")) {
                started += 300;
                session.view.at(started);
                long before = session.view.balance(BOB, DAI);
                assertThat(session.ask(new Call.Restart(BOB, Session.LOT)).isRight())
                        .as(step)
                        .isTrue();
                String wanted = expected.path("rewards").path(i).asText();
                near(step, session.view.balance(BOB, DAI) - before, new BigDecimal(number(wanted)).movePointLeft(45));
            } else {
                session.view.at(started + 100);
                assertThat(session.view.offer(Session.LOT).get().price().toDouble())
                        .isCloseTo(ray(expected.path("price_at_100s")).doubleValue(), within(1e-15));
                session.take(ALI, amount(step.replaceFirst(".*take ", ""), session));
                near("tab", session.tab(), rad(expected.path("tab_after_take")));
                near("lot", session.lot(), wad(expected.path("lot_after_take")));
            }
        }
    }

    private static Option<BigDecimal> setting(String step, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(step);
        return matcher.find() ? Option.some(new BigDecimal(matcher.group(1))) : Option.none();
    }

    private static Curve curve(JsonNode in) {
        return in.path("calc").asText().equals("LinearDecrease")
                ? new Linear(Duration.ofSeconds(in.path("tau_s").asLong()))
                : Session.PERCENT_A_SECOND;
    }

    private static void near(String what, long actual, BigDecimal wanted) {
        assertThat(actual).as(what).isCloseTo(units(wanted), within(1L));
    }

    /** Governance parameters of mainnet: makerdao/spells-mainnet 64ebd0aa. */
    @TestFactory
    Stream<DynamicTest> parametersOfMainnetRestartWhenMakerWould() {
        return MakerCases.all("maker_mainnet_params.json")
                .filter(each -> each.has("derived_first_needsRedo_elapsed_s"))
                .map(each -> DynamicTest.dynamicTest(
                        each.path("name").asText() + " "
                                + each.path("inputs").path("as_of").asText(),
                        () -> firstRestart(each)));
    }

    private static void firstRestart(JsonNode vector) {
        JsonNode of = vector.path("expected");
        DutchAuction model = new DutchAuction(
                Ratio.of(of.path("buf").asText()),
                Duration.ofSeconds(of.path("tail_s").asLong()),
                Ratio.of(of.path("cusp").asText()),
                Ratio.of("0.13"),
                Ratio.of(of.path("chip").asText()),
                Option.none(),
                Option.none(),
                Option.none(),
                new StairStep(
                        Ratio.of(of.path("cut").asText()),
                        Duration.ofSeconds(of.path("step_s").asLong())));
        Sale sale = new Sale(LOAN, 1, decimal(new BigDecimal("1234.5")), 0);
        long due = model.restartDueMillis(sale);
        assertThat((due + 999) / 1000)
                .isEqualTo(vector.path("derived_first_needsRedo_elapsed_s").asLong());
        assertThat(model.needsRestart(sale, due - 1)).isFalse();
        assertThat(model.needsRestart(sale, due)).isTrue();
    }
}
