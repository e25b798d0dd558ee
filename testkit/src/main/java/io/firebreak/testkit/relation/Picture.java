package io.firebreak.testkit.relation;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.core.engine.Scene;
import io.vavr.control.Option;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * How everybody stands: what each account holds and owes, and what is on offer at it, by names.
 *
 * @param holdings by account, then by asset; nothing that is zero
 * @param standing what stands on an account, in words and exact numbers
 */
record Picture(Map<String, Map<String, Long>> holdings, Map<String, String> standing) {
    /**
     * Reads it off a run.
     *
     * @param accounts what an account is called here, by its number; none: it does not count
     * @param assets what an asset is called here
     */
    static Picture of(Scene scene, IntFunction<Option<String>> accounts, Function<Asset, String> assets) {
        return of(scene, accounts, assets, asset -> true);
    }

    /** The same with some assets only. */
    static Picture of(
            Scene scene,
            IntFunction<Option<String>> accounts,
            Function<Asset, String> assets,
            Predicate<Asset> counts) {
        Map<String, Map<String, Long>> holdings = new TreeMap<>();
        for (int account = 0; account < scene.accounts(); account++) {
            for (int asset = 0; asset < scene.assetCount(); asset++) {
                long units = scene.balance(account, asset);
                if (units != 0 && counts.test(scene.asset(asset))) {
                    String symbol = assets.apply(scene.asset(asset));
                    accounts.apply(account).forEach(name -> holdings.computeIfAbsent(name, key -> new TreeMap<>())
                            .merge(symbol, units, Long::sum));
                }
            }
        }
        Map<String, String> standing = new TreeMap<>();
        for (int venue = 0; venue < scene.venues(); venue++) {
            for (int target : scene.targets(venue)) {
                int here = venue;
                accounts.apply(target).forEach(name -> standing.put(name, standing(scene, here, target, assets)));
            }
        }
        return new Picture(holdings, standing);
    }

    /** What stands on an account, in words and exact numbers. */
    static String standing(Scene scene, int venue, int target, Function<Asset, String> assets) {
        String invitation = scene.invitation(venue, target)
                .map(Invitation::step)
                .map(Object::toString)
                .getOrElse("");
        return scene.offer(venue, target, null)
                        .map(offer -> words(offer, assets))
                        .getOrElse("")
                + invitation;
    }

    private static String words(StandingOffer offer, Function<Asset, String> assets) {
        Pair pair = offer.pair();
        return "at most " + offer.mostGive() + " " + assets.apply(pair.give()) + " for at most " + offer.mostWant()
                + " "
                + assets.apply(pair.want()) + " at " + offer.price().want() + " / "
                + offer.price().give();
    }

    /** Counts something more among what an account has. */
    void add(String account, String asset, long units) {
        holdings.computeIfAbsent(account, key -> new TreeMap<>()).merge(asset, units, Long::sum);
    }

    /** With every amount multiplied; what stands as it is. */
    Picture times(long factor) {
        Map<String, Map<String, Long>> larger = new TreeMap<>();
        holdings.forEach((account, held) -> {
            Map<String, Long> amounts = new TreeMap<>();
            held.forEach((asset, units) -> amounts.put(asset, factor * units));
            larger.put(account, amounts);
        });
        return new Picture(larger, standing);
    }

    /** With the holdings of several accounts under one name; what stands on accounts that are called otherwise is left out. */
    Picture merged(UnaryOperator<String> names) {
        Map<String, Map<String, Long>> merged = new TreeMap<>();
        holdings.forEach((account, held) -> {
            Map<String, Long> sums = merged.computeIfAbsent(names.apply(account), key -> new TreeMap<>());
            held.forEach((asset, units) -> sums.merge(asset, units, Long::sum));
        });
        Map<String, String> kept = new TreeMap<>(standing);
        kept.keySet().removeIf(account -> !names.apply(account).equals(account));
        return new Picture(merged, kept);
    }

    /** Where something stands in only one of the two, but for some accounts. */
    Option<String> onlyOne(Picture other, Predicate<String> butFor) {
        for (String account : union(standing, other.standing)) {
            if (standing.containsKey(account) != other.standing.containsKey(account) && !butFor.test(account)) {
                return Option.some("on " + account + " something stands in only one of the two: "
                        + standing.getOrDefault(account, other.standing.getOrDefault(account, "")));
            }
        }
        return Option.none();
    }

    /** Where the two differ, as a sentence; none where nowhere. */
    Option<String> difference(Picture other) {
        return beyond(other, asset -> 0).orElse(() -> {
            for (String account : union(standing, other.standing)) {
                String one = standing.getOrDefault(account, "nothing");
                String two = other.standing.getOrDefault(account, "nothing");
                if (!one.equals(two)) {
                    return Option.some("on " + account + " stands in the one: " + one + "; in the other: " + two);
                }
            }
            return Option.none();
        });
    }

    /**
     * Where holdings differ by more than rounding explains.
     *
     * @param bound of an asset, in base units
     */
    Option<String> beyond(Picture other, ToLongFunction<String> bound) {
        for (String account : union(holdings, other.holdings)) {
            Map<String, Long> here = holdings.getOrDefault(account, Map.of());
            Map<String, Long> there = other.holdings.getOrDefault(account, Map.of());
            for (String asset : union(here, there)) {
                long one = here.getOrDefault(asset, 0L);
                long two = there.getOrDefault(asset, 0L);
                if (Math.abs(one - two) > bound.applyAsLong(asset)) {
                    return Option.some(account + " has " + one + " base units of " + asset + " in the one and " + two
                            + " in the other");
                }
            }
        }
        return Option.none();
    }

    private static <A, B> TreeSet<String> union(Map<String, A> one, Map<String, B> other) {
        TreeSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }
}
