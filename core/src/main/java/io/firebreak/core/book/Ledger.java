package io.firebreak.core.book;

import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.Asset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one double-entry ledger. For every asset the balances of all accounts sum to zero, to the last unit, after every
 * posting; whoever is negative owes it, and only some may be.
 *
 * <p>Balances lie in pages of {@value #PAGE} accounts per asset, made at the first posting. Every posting is chained into a
 * 128-bit hash; every change is noted in the undo log and told to whoever watches the account.
 */
public final class Ledger implements UndoLog.Undoable {
    /** Who may be negative in an asset. */
    public enum Issue {
        /** {@code outside}. */
        BASE,
        /** The issuing venue's own accounts. */
        SHARE,
        /** The issuing venue's margin accounts and lots. */
        DEBT,
        /** Both, and {@code outside}. */
        CONTRACT
    }

    /** Hears of every change of a balance. */
    public interface Watcher {
        void changed(int account);
    }

    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    private final Accounts accounts;
    private final UndoLog undo;
    private final List<Asset> assets = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private final List<Integer> issuers = new ArrayList<>();
    private final List<BitSet> mayOwe = new ArrayList<>();
    private long[][][] pages = new long[0][][];
    private long[] deltas = new long[0];
    private @Nullable Watcher[] watchers = new Watcher[0];
    private long hashHigh = 0x9E3779B97F4A7C15L;
    private long hashLow = 0xD1B54A32D192ED03L;
    private long postings;
    private @Nullable Journal journal;

    public Ledger(Accounts accounts, UndoLog undo) {
        this.accounts = accounts;
        this.undo = undo;
    }

    /**
     * Adds the next asset.
     *
     * @param issuer the issuing venue's number, or {@link Accounts#NONE} for {@code outside}
     */
    public Asset add(String symbol, int decimals, Issue issue, int issuer) {
        Asset asset = new Asset(assets.size(), symbol, decimals);
        assets.add(asset);
        issues.add(issue);
        issuers.add(issuer);
        mayOwe.add(new BitSet());
        pages = Arrays.copyOf(pages, assets.size());
        pages[asset.index()] = new long[0][];
        deltas = new long[assets.size()];
        return asset;
    }

    /** Lets one more account be negative in an asset. */
    public void allowDebt(int account, Asset asset) {
        mayOwe.get(asset.index()).set(account);
    }

    /** Who hears of changes to accounts of that venue. */
    public void watch(int venue, Watcher watcher) {
        if (venue >= watchers.length) {
            watchers = Arrays.copyOf(watchers, venue + 1);
        }
        watchers[venue] = watcher;
    }

    public List<Asset> assets() {
        return assets;
    }

    public Accounts accounts() {
        return accounts;
    }

    public long balance(int asset, int account) {
        long[][] ofAsset = pages[asset];
        int page = account >>> PAGE_BITS;
        return page < ofAsset.length && ofAsset[page] != null ? ofAsset[page][account & (PAGE - 1)] : 0;
    }

    /**
     * Moves {@code units} from one account to another.
     *
     * @throws Refusal where a wallet or margin account has too little
     * @throws LawBroken where anybody else would be negative who may not, or an amount leaves its range
     */
    public void post(int from, int to, int asset, long units) {
        if (units < 0) {
            throw new LawBroken(Law.AMOUNT_RANGE, "posting of " + units + " " + assets.get(asset));
        }
        if (units == 0 || from == to) {
            return;
        }
        long before = balance(asset, from);
        long after = balance(asset, to);
        long debited = before - units;
        long credited = after + units;
        if ((before < 0 && debited > 0) || (after > 0 && credited < 0)) {
            throw new LawBroken(Law.AMOUNT_RANGE, "balance of " + assets.get(asset) + " exceeds 2^63 − 1 base units");
        }
        if (debited < 0 && !mayOwe(from, asset)) {
            overdrawn(from, asset, units);
        }
        write(asset, from, debited);
        write(asset, to, credited);
        postings++;
        if (journal != null) {
            journal.add(from, to, assets.get(asset), units);
        }
        mix(((long) from << 32) | to, ((long) asset << 48) ^ units);
    }

    /** What a venue has of an asset over all its accounts but those of its mechanisms. */
    public long held(int asset, int venue) {
        long sum = 0;
        for (int account = 0; account < accounts.size(); account++) {
            if (accounts.venue(account) == venue && accounts.kind(account) != Accounts.Kind.MECHANISM) {
                sum += balance(asset, account);
            }
        }
        return sum;
    }

    private void write(int asset, int account, long value) {
        int page = account >>> PAGE_BITS;
        long[][] ofAsset = pages[asset];
        if (page >= ofAsset.length) {
            ofAsset = pages[asset] = Arrays.copyOf(ofAsset, Math.max(page + 1, ofAsset.length * 2));
        }
        long[] slots = ofAsset[page];
        if (slots == null) {
            slots = ofAsset[page] = new long[PAGE];
        }
        int slot = account & (PAGE - 1);
        long old = slots[slot];
        undo.push(this, asset, account, old, null);
        slots[slot] = value;
        deltas[asset] += value - old;
        int venue = accounts.venue(account);
        if (venue >= 0 && venue < watchers.length) {
            Watcher watcher = watchers[venue];
            if (watcher != null) {
                watcher.changed(account);
            }
        }
    }

    @Override
    public void undo(int asset, int account, long value, @Nullable Object reference) {
        write(asset, account, value);
    }

    /** The venue that issues an asset; {@link Accounts#NONE} where none does. */
    public int issuer(int asset) {
        return issuers.get(asset);
    }

    private boolean mayOwe(int account, int asset) {
        Issue issue = issues.get(asset);
        boolean ofIssuer = accounts.venue(account) == issuers.get(asset);
        boolean allowed =
                switch (accounts.kind(account)) {
                    case OUTSIDE -> issue == Issue.BASE || issue == Issue.CONTRACT;
                    case WALLET -> false;
                    case OWN -> ofIssuer && issue != Issue.BASE;
                    case MARGIN, LOT -> ofIssuer && (issue == Issue.DEBT || issue == Issue.CONTRACT);
                    case SHORTFALL -> true;
                    case MECHANISM -> false;
                };
        return allowed || mayOwe.get(asset).get(account);
    }

    private void overdrawn(int account, int asset, long units) {
        Accounts.Kind kind = accounts.kind(account);
        Asset of = assets.get(asset);
        String detail =
                accounts.name(account) + " has " + of.show(balance(asset, account)) + ", needs " + of.show(units);
        if (kind == Accounts.Kind.WALLET || kind == Accounts.Kind.MARGIN || kind == Accounts.Kind.OUTSIDE) {
            throw new Refusal(Reason.INSUFFICIENT_FUNDS, detail);
        }
        throw new LawBroken(Law.NO_OVERDRAFT, detail);
    }

    /** Chains a fact into the hash: a ruling, an event. */
    public void mix(long first, long second) {
        hashHigh = Long.rotateLeft((hashHigh ^ first) * 0xFF51AFD7ED558CCDL, 29) + hashLow;
        hashLow = Long.rotateLeft((hashLow ^ second) * 0xC4CEB9FE1A85EC53L, 31) + hashHigh;
    }

    public long hashHigh() {
        return hashHigh;
    }

    public long hashLow() {
        return hashLow;
    }

    /** From here on every posting is noted. */
    public void keep(Journal journal) {
        this.journal = journal;
    }

    /** Where postings are noted; {@code null} where they are not. */
    public @Nullable Journal journal() {
        return journal;
    }

    public long postings() {
        return postings;
    }

    /** Checks that what was written since the last call summed to zero per asset. */
    public void checkBlock() {
        for (int asset = 0; asset < deltas.length; asset++) {
            if (deltas[asset] != 0) {
                throw new LawBroken(
                        Law.CONSERVATION, assets.get(asset) + " changed by " + deltas[asset] + " base units");
            }
        }
    }

    /** Adds up every balance of every asset, and checks every sign. */
    public void checkFully() {
        checkBlock();
        for (int asset = 0; asset < pages.length; asset++) {
            long sum = 0;
            for (int account = 0; account < accounts.size(); account++) {
                long balance = balance(asset, account);
                sum += balance;
                if (balance < 0 && !mayOwe(account, asset)) {
                    throw new LawBroken(
                            Law.NO_OVERDRAFT,
                            accounts.name(account) + " has " + assets.get(asset).show(balance));
                }
            }
            if (sum != 0) {
                throw new LawBroken(Law.CONSERVATION, assets.get(asset) + " sums to " + sum + " base units");
            }
        }
    }
}
