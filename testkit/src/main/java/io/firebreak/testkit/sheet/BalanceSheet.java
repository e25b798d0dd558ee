package io.firebreak.testkit.sheet;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Scene;
import io.vavr.collection.Array;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import java.math.BigInteger;

/**
 * Who has and owes what at one time, venue by venue: every account with a balance, read off the ledger and nothing else.
 *
 * @param accounts wallets and the rest of the world first, then the accounts of each venue
 */
public record BalanceSheet(Seq<Holder> accounts) {
    /**
     * An account.
     *
     * @param venue empty for wallets and the rest of the world
     * @param parcels none of them zero; negative where it owes
     */
    public record Holder(String venue, String account, Accounts.Kind kind, Seq<Parcel> parcels) {
        @Override
        public String toString() {
            return account + "  " + parcels.mkString(", ");
        }
    }

    /** As it stands now. */
    public static BalanceSheet of(Scene scene) {
        return new BalanceSheet(Array.range(0, scene.accounts())
                .sortBy(account -> scene.venueOf(account))
                .map(account -> new Holder(
                        scene.venueOf(account) < 0
                                ? ""
                                : scene.spec(scene.venueOf(account)).name().name(),
                        scene.name(scene.id(account)),
                        scene.kind(account),
                        parcels(scene, account)))
                .filter(holder -> holder.parcels().nonEmpty()));
    }

    private static Seq<Parcel> parcels(Scene scene, int account) {
        return Array.range(0, scene.assetCount())
                .map(asset -> new Parcel(scene.asset(asset), scene.balance(account, asset)))
                .filter(parcel -> parcel.units() != 0);
    }

    /** The accounts of one venue. */
    public BalanceSheet at(String venue) {
        return new BalanceSheet(accounts.filter(each -> each.venue().equals(venue)));
    }

    /** What one account has of an asset, in base units; negative where it owes. */
    public long units(String account, Asset asset) {
        return accounts.filter(each -> each.account().equals(account))
                .flatMap(Holder::parcels)
                .filter(parcel -> parcel.asset().equals(asset))
                .map(Parcel::units)
                .headOption()
                .getOrElse(0L);
    }

    /** What is left of each asset when everything that is owed is taken from everything that is held, where it is not zero. */
    public Map<String, BigInteger> imbalances() {
        Map<String, BigInteger> sums = TreeMap.empty();
        for (Parcel parcel : accounts.flatMap(Holder::parcels)) {
            sums = sums.put(parcel.asset().symbol(), BigInteger.valueOf(parcel.units()), BigInteger::add);
        }
        return sums.filterValues(sum -> sum.signum() != 0);
    }

    /** Whether all that somebody has, somebody owes: true of the whole, to the last base unit. */
    public boolean balances() {
        return imbalances().isEmpty();
    }

    /** One line for each account, under its venue. */
    @Override
    public String toString() {
        return accounts.map(Holder::venue)
                .distinct()
                .flatMap(venue ->
                        at(venue).accounts().map(holder -> "  " + holder).prepend(venue.isEmpty() ? "outside" : venue))
                .mkString("\n");
    }
}
