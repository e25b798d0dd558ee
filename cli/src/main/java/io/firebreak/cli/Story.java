package io.firebreak.cli;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.metric.Event;
import io.firebreak.core.economy.Clock;
import io.firebreak.core.engine.RunResult;
import io.vavr.collection.Array;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * What happened to one account and to the lots that were taken from it, step by step, and who bore what was missing.
 *
 * @param steps in order
 * @param balance what it came to, a line for each kind of flow
 */
record Story(String account, Seq<Step> steps, Seq<String> balance) {
    /** One thing that happened. */
    record Step(long block, Instant time, String kind, String sentence, String prices) {}

    /** The account that a name means: its whole name, or the last part of it where only one has that. */
    static AccountId account(String name, RunResult result) {
        Seq<String> names = result.accountNames();
        int whole = names.indexOf(name);
        if (whole >= 0) {
            return new AccountId(whole);
        }
        Seq<Integer> ending =
                Array.range(0, names.size()).filter(at -> names.get(at).endsWith("/" + name));
        if (ending.size() == 1) {
            return new AccountId(ending.head());
        }
        Seq<String> touched = result.events()
                .filter(event -> event.kind() == Event.Kind.UNSAFE)
                .map(event -> name(names, event.subject()))
                .distinct();
        throw new BadInput((ending.isEmpty() ? "There is no account '" : "Several accounts end in '") + name + "'. "
                + (ending.isEmpty()
                        ? touched.isEmpty()
                                ? "No account became unsafe in this run."
                                : "Unsafe became " + touched.take(5).mkString(", ")
                                        + (touched.size() > 5 ? " and " + (touched.size() - 5) + " more." : ".")
                        : "Maybe " + ending.take(5).map(names::get).mkString(" or ") + "."));
    }

    static Story of(AccountId account, RunResult result, Clock clock) {
        SortedSet<AccountId> own = TreeSet.of(account);
        Seq<Step> steps = Array.empty();
        Map<String, Long> sums = LinkedHashMap.empty();
        Map<String, Parcel> parcels = LinkedHashMap.empty();
        for (Event event : result.events()) {
            if (!own.contains(event.subject())) {
                continue;
            }
            if (event.kind() == Event.Kind.SEIZED) {
                own = own.add(event.other()); // what happens to the lot happens to what was the account's
            }
            long time = clock.startMillis() + event.block() * clock.blockMillis();
            steps = steps.append(new Step(
                    event.block(),
                    Instant.ofEpochMilli(time),
                    event.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                    sentence(event, result.accountNames()),
                    event.kind() == Event.Kind.UNSAFE || event.kind() == Event.Kind.FILLED
                            ? prices(result, time)
                            : ""));
            for (Flow flow : flows(event, result.accountNames())) {
                sums = sums.put(
                        flow.key(),
                        Math.addExact(
                                sums.getOrElse(flow.key(), 0L), flow.parcel().units()));
                parcels = parcels.put(flow.key(), flow.parcel());
            }
        }
        Map<String, Parcel> kinds = parcels;
        Seq<String> sum = sums.toArray()
                .map(each -> each._1().substring(0, each._1().indexOf('\t')) + " "
                        + new Parcel(kinds.get(each._1()).get().asset(), each._2()));
        return new Story(
                name(result.accountNames(), account),
                steps,
                steps.lastOption().exists(step -> step.kind().equals("unsafe"))
                        ? sum.append("unsafe until the end: nobody took it")
                        : sum);
    }

    /** What an event adds to the balance of the story. */
    private record Flow(String verb, Parcel parcel) {
        String key() {
            return verb + "\t" + parcel.asset().symbol();
        }
    }

    private static Seq<Flow> flows(Event event, Seq<String> names) {
        return switch (event.kind()) {
            case FILLED -> Array.of(new Flow("gave", event.first()), new Flow("got", event.second()));
            case PENALTY -> Array.of(new Flow("penalty", event.first()));
            case REWARD -> Array.of(new Flow("rewards to keepers", event.first()));
            case RETURNED -> Array.of(new Flow("returned to the owner", event.first()));
            case SHORTFALL -> Array.of(new Flow("missing", event.first()));
            case BORNE -> Array.of(new Flow("borne by " + name(names, event.other()), event.first()));
            case BAD_DEBT -> Array.of(new Flow("borne by nobody, bad debt", event.first()));
            default -> Array.empty();
        };
    }

    /** An event in words. */
    static String sentence(Event event, Seq<String> names) {
        String subject = name(names, event.subject());
        String other = name(names, event.other());
        Parcel first = event.first();
        Parcel second = event.second();
        return switch (event.kind()) {
            case UNSAFE -> subject + " fell below its maintenance requirement at " + event.venue();
            case CURED -> subject + " is healthy again";
            case KICKED -> other + " started the liquidation of " + subject;
            case SEIZED -> first + " and a debt of " + second + " were moved from " + subject + " to " + other;
            case BID -> other + " bid " + second + (first.units() == 0 ? "" : " for " + first) + " of " + subject;
            case FILLED -> subject + " gave " + first + " to " + other + " and got " + second;
            case PENALTY -> first + " of it was the penalty";
            case REWARD -> other + " was rewarded with " + first;
            case RETURNED -> first + " went back from " + other + " to " + subject;
            case CLOSED -> "the liquidation of " + subject + " ended";
            case SHORTFALL -> first + " was still owed, with nothing left to give";
            case BORNE -> other + " paid " + first + " of the shortfall";
            case BAD_DEBT -> "nobody bore " + first + ": bad debt at " + event.venue();
            case REJECTED -> "an action of " + other + " on " + subject + " was refused";
            case STOPPED -> "a safeguard stopped a liquidation of " + subject;
            case GAS -> subject + " paid " + first + " for gas";
            case MARKET -> subject + " sold " + first + " outside for " + second;
            case SWAPPED -> subject + " gave " + first + " to " + event.venue() + " and got " + second;
            case SCRIPTED -> "the scenario intervened";
        };
    }

    /** What prices were last sampled at that time. */
    private static String prices(RunResult result, long time) {
        return result.timeline()
                .filter(series ->
                        series.name().startsWith("price ") || series.name().startsWith("oracle "))
                .flatMap(series -> {
                    Option<RunResult.Point> last = series.points()
                            .takeWhile(point -> point.timeMillis() <= time)
                            .lastOption();
                    return last.map(point -> series.name() + " " + Figures.plain(point.value()));
                })
                .mkString(", ");
    }

    private static String name(Seq<String> names, AccountId account) {
        return account.index() < names.size() ? names.get(account.index()) : "account " + account.index();
    }
}
