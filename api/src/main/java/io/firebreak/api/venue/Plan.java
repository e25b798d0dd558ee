package io.firebreak.api.venue;

import io.firebreak.api.ledger.Asset;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/**
 * What a venue needs on the ledger before the run begins.
 *
 * @param accounts its own accounts by name, besides {@code treasury}, which every venue has
 * @param issues the claims it issues
 * @param issuedAssets declared assets of the scenario that this venue issues instead of {@code outside}
 */
public record Plan(Seq<Own> accounts, Seq<Claim> issues, Seq<Asset> issuedAssets) {
    /**
     * An account of the venue's own.
     *
     * @param mayOwe assets of which it may hold less than nothing
     */
    public record Own(String name, Seq<Asset> mayOwe) {}

    /**
     * A claim that the venue issues: the asset {@code venue.name}.
     *
     * @param decimals base units as a power of ten
     * @param kind who may be negative in it
     */
    public record Claim(String name, int decimals, Kind kind) {}

    /** Who may be negative in a claim. */
    public enum Kind {
        /** Only the venue's own accounts: a share, a receipt, a wrapped token. */
        SHARE,
        /** The venue's margin accounts: shares of a debt. */
        DEBT,
        /** Margin accounts and the venue's own: a contract and its quote. */
        CONTRACT
    }

    public static Plan empty() {
        return new Plan(List.empty(), List.empty(), List.empty());
    }

    public Plan own(String name, Asset... mayOwe) {
        return new Plan(accounts.append(new Own(name, List.of(mayOwe))), issues, issuedAssets);
    }

    public Plan claim(String name, int decimals, Kind kind) {
        return new Plan(accounts, issues.append(new Claim(name, decimals, kind)), issuedAssets);
    }

    /** The venue issues a declared asset: {@code outside} then only holds what the venue put into the world. */
    public Plan issuerOf(Asset asset) {
        return new Plan(accounts, issues, issuedAssets.append(asset));
    }
}
