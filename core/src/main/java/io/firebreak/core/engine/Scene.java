package io.firebreak.core.engine;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.metric.Event;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.venue.Backing;
import io.firebreak.api.venue.VenueView;
import io.firebreak.api.view.Block;
import io.firebreak.api.view.Price;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.book.Journal;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.economy.VenueSpec;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All of a run as it stands now, read-only: what a rule of the testkit is checked against. */
public final class Scene implements RunView {
    private final World world;

    Scene(World world) {
        this.world = world;
    }

    @Override
    public Block block() {
        return world.block;
    }

    @Override
    public long balance(AccountId account, Asset asset) {
        return world.ledger.balance(asset.index(), account.index());
    }

    /** A balance by numbers, for those who look at all of them. */
    public long balance(int account, int asset) {
        return world.ledger.balance(asset, account);
    }

    @Override
    public Seq<Asset> assets() {
        return Array.ofAll(world.ledger.assets());
    }

    /** How many assets there are, claims included. */
    public int assetCount() {
        return world.ledger.assets().size();
    }

    public Asset asset(int index) {
        return world.ledger.assets().get(index);
    }

    @Override
    public int accounts() {
        return world.accounts.size();
    }

    @Override
    public String name(AccountId account) {
        return world.accounts.name(account.index());
    }

    @Override
    public double worth(Asset asset) {
        return world.worth(asset);
    }

    public Accounts.Kind kind(int account) {
        return world.accounts.kind(account);
    }

    /** The number of the venue that an account belongs to, or {@link Accounts#NONE}. */
    public int venueOf(int account) {
        return world.accounts.venue(account);
    }

    /** A lot's margin account, a margin account's wallet, or {@link Accounts#NONE}. */
    public int owner(int account) {
        return world.accounts.owner(account);
    }

    /** The account of that name; none where there is none (yet). */
    @Override
    public Option<AccountId> account(String name) {
        return world.account(name);
    }

    public AccountId id(int account) {
        return world.id(account);
    }

    /** What the run was made from. */
    public Economy economy() {
        return world.economy;
    }

    /** The outside markets of the run. */
    public Seq<MarketSpec> markets() {
        return world.economy.markets();
    }

    /** What an asset trades at on an outside market now, sales included; NaN while it is closed. */
    public double price(MarketRef market) {
        return world.markets.market(market).price();
    }

    /** What an oracle shows now; none before it first published. */
    public Option<Price> price(OracleRef oracle) {
        return Option.of(world.price(oracle));
    }

    public int venues() {
        return world.desks.size();
    }

    public VenueSpec spec(int venue) {
        return world.desks.get(venue).spec;
    }

    /** Whether a venue has margin accounts. */
    public boolean hasMargin(int venue) {
        return world.desks.get(venue).book != null;
    }

    /** A venue as its own mechanisms see it. */
    public VenueView view(int venue) {
        return world.desks.get(venue).eyes;
    }

    /** The venue of that name, or {@link Accounts#NONE}. */
    public int venue(VenueRef name) {
        for (int venue = 0; venue < world.desks.size(); venue++) {
            if (spec(venue).name().equals(name)) {
                return venue;
            }
        }
        return Accounts.NONE;
    }

    /** The margin account of a wallet, or {@link Accounts#NONE} where it has none yet. */
    public int marginAccount(int venue, int wallet) {
        Desk<?> desk = world.desks.get(venue);
        return desk.hasMarginAccount(wallet) ? desk.marginAccount(wallet) : Accounts.NONE;
    }

    @Override
    public MarginView books(VenueRef venue) {
        return world.desk(venue).eyes;
    }

    @Override
    public Option<Long> quote(VenueRef venue, Asset give, long units, Asset get) {
        return world.desk(venue).quote(give, units, get);
    }

    /** What a redemption would return at a venue now; none where it does not say. */
    public Option<Long> redeemed(int venue, Asset claim, long units, Asset get) {
        return world.desks.get(venue).redeemed(claim, units, get);
    }

    /** What a venue would pay now; none where it does not quote. */
    public Option<Long> quote(int venue, Asset give, long units, Asset get) {
        return world.desks.get(venue).quote(give, units, get);
    }

    /** What stands behind the claims of a venue, where it says so. */
    public Seq<Backing> backings(int venue) {
        return world.desks.get(venue).backings();
    }

    /** Why a venue's safeguards would stop something now; none where they let it happen. */
    public Option<String> stopped(int venue, Proposal proposal) {
        try {
            return world.desks.get(venue).stopped(proposal);
        } catch (Stopped stopped) {
            world.found = stopped;
            return Option.none();
        }
    }

    /** What a venue's margin accounts may hold and owe; empty where it has none. */
    public Seq<Leg> legs(int venue) {
        var book = world.desks.get(venue).book;
        return book == null ? Array.empty() : book.legs();
    }

    /** The margin model in force; none where the venue has no margin accounts. */
    public Option<MarginModel> margin(int venue) {
        var book = world.desks.get(venue).book;
        return book == null ? Option.none() : Option.some(book.margin());
    }

    /** Whether an account is below its maintenance requirement at the prices that its venue sees now. */
    public boolean isUnsafe(int account) {
        var book = world.desks.get(world.accounts.venue(account)).book;
        return book != null && book.isUnsafeNow(account);
    }

    /** Whether every price that a venue needs is there. */
    public boolean isPriced(int venue) {
        var book = world.desks.get(venue).book;
        return book != null && book.priced();
    }

    /** Accounts and lots on which something stands, ascending. */
    public int[] targets(int venue) {
        return world.desks.get(venue).offers.targets();
    }

    /** The offer on a target for a pair (none: its largest exposure), limits and ask evaluated now. */
    public Option<StandingOffer> offer(int venue, int target, @Nullable Pair pair) {
        try {
            return Option.of(world.desks.get(venue).standing(target, pair));
        } catch (Stopped stopped) {
            world.found = stopped;
            return Option.none();
        }
    }

    public Option<Invitation> invitation(int venue, int target) {
        return Option.of(world.desks.get(venue).offers.invitation(target));
    }

    /** Which of the venue's sellers stands behind a target: 0 the liquidation model, n the n-th loss layer. */
    public int seller(int venue, int target) {
        return world.desks.get(venue).offers.seller(target);
    }

    public boolean isLot(int account) {
        return kind(account) == Accounts.Kind.LOT;
    }

    /** Whether it is a lot that was seized, and neither closed nor forfeited. */
    public boolean isOpenLot(int account) {
        return kind(account) == Accounts.Kind.LOT
                && world.desks.get(venueOf(account)).lots.isOpen(account)
                && !isEstate(account);
    }

    /** Whether it is a lot that was forfeited: what it holds is the venue's. */
    public boolean isEstate(int account) {
        return kind(account) == Accounts.Kind.LOT
                && world.desks.get(venueOf(account)).lots.isEstate(account);
    }

    /** An own account of a venue by its name, a mechanism's included: {@code treasury}, {@code liquidation}, {@code loss-1}. */
    public AccountId own(int venue, String name) {
        return world.desks.get(venue).id(name);
    }

    /** The ledger account of a loss layer, 0 the uppermost. */
    public AccountId layer(int venue, int layer) {
        return world.desks.get(venue).layers.get(layer).seller().eyes().self();
    }

    /** The account that a loss layer, 0 the uppermost, pays an asset from; none where nobody pays it. */
    public Option<AccountId> purse(int venue, int layer, Asset asset) {
        return world.desks.get(venue).layers.get(layer).seller().purse(asset);
    }

    /** What a loss layer, 0 the uppermost, said when it was last asked to bear something; none where it never was. */
    public Option<Bearing.Outcome> answered(int venue, int layer) {
        return Option.of(world.desks.get(venue).layers.get(layer).answered());
    }

    /** How many events there were. */
    public int events() {
        return world.events.size();
    }

    /** Hands every event from number {@code from} on to somebody. */
    public void events(int from, Consumer<Event> each) {
        world.events.forEach(from, world.ledger.assets(), world.venueNames, each);
    }

    /** How many postings stand; 0 where no journal is kept. */
    public int postings() {
        Journal journal = world.ledger.journal();
        return journal == null ? 0 : journal.size();
    }

    /** The postings from number {@code from} on; empty where no journal is kept. */
    public List<Posting> postings(int from) {
        Journal journal = world.ledger.journal();
        return journal == null ? List.of() : journal.since(from);
    }

    /** The chained hash of postings and rulings so far. */
    public String hash() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(world.ledger.hashHigh()) + hex.toHexDigits(world.ledger.hashLow());
    }

    /**
     * The states of all mechanisms, in a fixed order: venues, then their liquidation models, layers and safeguards.
     */
    public List<Object> states() {
        List<Object> states = new ArrayList<>();
        for (Desk<?> desk : world.desks) {
            states.add(desk.state());
            SellerDesk<?> liquidation = desk.liquidation;
            if (liquidation != null) {
                states.add(liquidation.state());
            }
            desk.layers.forEach(layer -> states.add(layer.seller().state()));
            desk.guards.forEach(guard -> states.add(guard.state()));
        }
        return states;
    }
}
