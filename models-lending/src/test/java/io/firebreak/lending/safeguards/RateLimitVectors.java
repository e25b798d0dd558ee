package io.firebreak.lending.safeguards;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.OUTSIDE;
import static io.firebreak.lending.FakeVenueView.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Verdict;
import io.firebreak.lending.FakeVenueView;
import io.firebreak.lending.MakerCases;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The circuit breaker of ERC-7265 by the numbers of its own tests (DeFi-Circuit-Breaker/v1-core 3960a059,
 * CircuitBreakerUserOps.t.sol, CircuitBreakerEmergencyOps.t.sol), at 9 decimals; a case in wei counts in base units.
 *
 * <p>What v1-core locks leaves the venue here, too, and lies with the breaker until it is claimed: so it counts as gone, as
 * it does there.
 */
class RateLimitVectors {
    private final FakeVenueView view = new FakeVenueView();
    private final Map<String, Long> paid = new TreeMap<>();
    private final Map<String, Long> locked = new TreeMap<>();
    private boolean inWei;
    private RateLimit limit;
    private RateLimit.State state;
    private long now;

    private RateLimitVectors begin(boolean wei, Option<Duration> overriddenAfter) {
        inWei = wei;
        limit = new RateLimit(
                DAI,
                Ratio.of("0.7"),
                inWei ? 0 : FakeVenueView.units("1000"),
                Duration.ofHours(4),
                Duration.ofMinutes(5),
                Duration.ofDays(3),
                overriddenAfter);
        state = limit.observe(limit.initial(), view);
        return this;
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return MakerCases.all("erc7265_circuit_breaker.json")
                .map(each -> DynamicTest.dynamicTest(each.path("name").asText(), () -> check(each)));
    }

    private static void check(JsonNode vector) {
        JsonNode ops = vector.path("inputs").path("ops");
        boolean inWei = !ops.findValues("raw").isEmpty();
        RateLimitVectors run = new RateLimitVectors().begin(inWei, overriddenAfter(ops, inWei));
        ops.forEach(run::play);
        run.observe();
        vector.path("expected").properties().forEach(each -> run.expect(each.getKey(), each.getValue()));
    }

    /** When an admin overrides is a parameter here: so long after the limit was broken in a run without. */
    private static Option<Duration> overriddenAfter(JsonNode ops, boolean inWei) {
        RateLimitVectors run = new RateLimitVectors().begin(inWei, Option.none());
        for (JsonNode op : ops) {
            run.play(op);
            if (op.path("op").asText().equals("adminOverride")) {
                return Option.some(
                        Duration.ofMillis(run.now - run.state.brokenMillis().get()));
            }
        }
        return Option.none();
    }

    private void observe() {
        state = limit.observe(state, view);
    }

    private void play(JsonNode op) {
        now = op.has("t") ? op.path("t").asLong() * 1000 : now;
        view.atMillis(now);
        observe();
        String user = op.path("user").asText();
        switch (op.path("op").asText()) {
            case "deposit" -> {
                view.give(POOL, DAI, units(op));
                observe();
            }
            case "withdraw" -> withdraw(user, units(op));
            case "clearBacklog" ->
                state = new RateLimit.State(
                        state.flow().map(flow -> flow.settle(now, limit.window().toMillis())),
                        now,
                        state.brokenMillis());
            case "adminOverride", "markAsNotOperational" ->
                assertThat(state.brokenMillis()).isNotEmpty();
            case "claim" -> {
                if (!limit.isOpen(state, now)) {
                    paid.merge(user, locked.remove(user), Long::sum);
                }
            }
            case "migrate" -> {
                long all = locked.values().stream().mapToLong(Long::longValue).sum();
                locked.clear();
                paid.put(op.path("to").asText(), all);
            }
            default -> MakerCases.exempt("the sandbox has no such operation: " + op.path("op"));
        }
    }

    private long units(JsonNode op) {
        return op.has("raw")
                ? op.path("raw").asLong()
                : MakerCases.units(new BigDecimal(op.path("amount").asText()));
    }

    private void withdraw(String user, long units) {
        view.post(new Posting(POOL, OUTSIDE, DAI, units));
        Proposal outflow = new Proposal.Outflow(ALI, new Parcel(DAI, units));
        Verdict verdict = limit.judge(state, outflow, view);
        state = limit.note(state, outflow, verdict, view);
        (verdict.equals(Verdict.ALLOW) ? paid : locked).merge(user, units, Long::sum);
    }

    private void expect(String what, JsonNode wanted) {
        Flow flow = state.flow().get();
        switch (what) {
            case "liqTotal" -> assertThat(flow.settled()).as(what).isEqualTo(scaled(wanted));
            case "liqInPeriod" -> assertThat(flow.recent()).as(what).isEqualTo(scaled(wanted));
            case "head" ->
                assertThat(flow.ticks().head().startMillis()).as(what).isEqualTo(wanted.asLong() * 1000);
            case "tail" ->
                assertThat(flow.ticks().last().startMillis()).as(what).isEqualTo(wanted.asLong() * 1000);
            case "nodes" ->
                wanted.properties().forEach(node -> assertThat(flow.ticks())
                        .contains(new Flow.Tick(
                                Long.parseLong(node.getKey()) * 1000,
                                scaled(node.getValue().path(0)))));
            case "triggered" -> assertThat(breaks(flow)).as(what).isEqualTo(wanted.asBoolean());
            case "isRateLimited" ->
                assertThat(limit.isOpen(state, now)).as(what).isEqualTo(wanted.asBoolean());
            case "paid" -> assertThat(paid).as(what).isEqualTo(scaledMap(wanted));
            case "locked" -> assertThat(locked).as(what).isEqualTo(scaledMap(wanted));
            case "bobReceives" -> assertThat(paid).as(what).containsEntry("bob", scaled(wanted));
            default -> throw new AssertionError("nobody here knows what " + what + " is");
        }
    }

    private boolean breaks(Flow flow) {
        return flow.settled() - flow.held() > limit.most(flow.settled());
    }

    private long scaled(JsonNode wei) {
        return inWei ? wei.asLong() : MakerCases.units(MakerCases.wad(wei));
    }

    private Map<String, Long> scaledMap(JsonNode byName) {
        Map<String, Long> scaled = new TreeMap<>();
        byName.properties().forEach(each -> scaled.put(each.getKey(), scaled(each.getValue())));
        return scaled;
    }
}
