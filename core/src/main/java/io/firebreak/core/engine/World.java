package io.firebreak.core.engine;

import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.view.Block;
import io.firebreak.api.view.Price;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.book.Law;
import io.firebreak.core.book.LawBroken;
import io.firebreak.core.book.Ledger;
import io.firebreak.core.book.Refusal;
import io.firebreak.core.book.UndoLog;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.gas.BlockSpace;
import io.firebreak.core.market.OutsideMarkets;
import io.firebreak.core.random.Streams;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that changes during a run, in one place, and who is being asked just now. */
final class World implements UndoLog.Undoable {
    /** Claims on claims on claims, and so on. */
    private static final int DEEPEST_CLAIM = 8;

    final Economy economy;
    final Streams streams;
    final Accounts accounts = new Accounts();
    final UndoLog undo = new UndoLog();
    final Ledger ledger = new Ledger(accounts, undo);
    final EventLog events = new EventLog();
    final OutsideMarkets markets;
    final @Nullable BlockSpace space;
    final List<Feed<?>> feeds = new ArrayList<>();
    final List<Desk<?>> desks = new ArrayList<>();
    /** Venues that take what others offer. */
    final List<Desk<?>> ready = new ArrayList<>();

    final List<String> venueNames = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    final Map<String, Integer> wallets = new TreeMap<>();
    final Everything everything = new Everything(this);
    final int outside;
    final int validators;
    /** What the steps of the bundle under way returned. */
    final List<Long> results = new ArrayList<>();

    Block block;
    /** Grows with every trade on an outside market or at a venue that quotes: what reads prices directly looks again. */
    long trades;

    private String asked = "the engine";
    private @Nullable Witness witness;
    private @Nullable Scene scene;
    private double[] worths = new double[0];
    private long worthBlock = -1;
    private long worthTrades;

    /** What an onlooker's question made a mechanism do: it stops the run as if it had happened in its course. */
    @Nullable
    Stopped found;

    World(Economy economy, Streams streams) {
        this.economy = economy;
        this.streams = streams;
        outside = accounts.open(Accounts.Kind.OUTSIDE, Accounts.NONE, Accounts.NONE, "outside");
        validators = accounts.open(Accounts.Kind.WALLET, Accounts.NONE, Accounts.NONE, "validators");
        markets = new OutsideMarkets(economy.markets());
        space = economy.clock()
                .gas()
                .map(gas -> new BlockSpace(gas, economy.clock().startMillis()))
                .getOrNull();
        block = new Block(0, economy.clock().startMillis());
    }

    /** From here on somebody looks at everything that happens. */
    void watchedBy(Witness witness, Scene scene) {
        this.witness = witness;
        this.scene = scene;
    }

    void before(Deed deed) {
        if (witness != null && scene != null) {
            witness.before(deed, scene);
        }
    }

    void after(Deed deed) {
        if (witness != null && scene != null) {
            witness.after(deed, scene);
        }
    }

    void refused(Deed deed, Rejection rejection) {
        if (witness != null && scene != null) {
            witness.refused(deed, rejection, scene);
        }
    }

    /** The wallet of that name, opened where there is none. */
    int wallet(String name) {
        return wallets.computeIfAbsent(
                name, key -> accounts.open(Accounts.Kind.WALLET, Accounts.NONE, Accounts.NONE, key));
    }

    /** The venue of that name; a refusal where there is none. */
    Option<AccountId> account(String name) {
        for (int account = 0; account < accounts.size(); account++) {
            if (accounts.name(account).equals(name)) {
                return Option.some(id(account));
            }
        }
        return Option.none();
    }

    Desk<?> desk(VenueRef venue) {
        for (Desk<?> desk : desks) {
            if (desk.name().equals(venue.name())) {
                return desk;
            }
        }
        throw new IllegalArgumentException("there is no venue '" + venue + "'; there are " + venueNames);
    }

    /** Who takes what a venue offers. */
    List<Desk<?>> readyFor(Desk<?> desk) {
        return ready.isEmpty()
                ? List.of()
                : ready.stream()
                        .filter(each ->
                                Objects.requireNonNull(each.ready()).takesAt().equals(desk.ref()))
                        .toList();
    }

    Feed<?> feed(OracleRef oracle) {
        for (Feed<?> feed : feeds) {
            if (feed.name().equals(oracle)) {
                return feed;
            }
        }
        throw new IllegalArgumentException("there is no oracle '" + oracle + "'");
    }

    @Nullable
    Price price(OracleRef oracle) {
        return feed(oracle).price();
    }

    /** Asks a mechanism; whatever it throws stops the run in its name. */
    <T> T ask(String mechanism, Supplier<T> question) {
        String before = asked;
        asked = mechanism;
        try {
            T answer = question.get();
            if (answer == null) {
                throw new Stopped(mechanism, block.number(), new LawBroken(Law.NO_EXCEPTION, "answered null"));
            }
            return answer;
        } catch (Refusal | LawBroken | Stopped known) {
            throw known;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError thrown) {
            throw new Stopped(mechanism, block.number(), LawBroken.thrown("", thrown));
        } finally {
            asked = before;
        }
    }

    /** Carries out what a mechanism ordered, in its name. */
    void inNameOf(String mechanism, Runnable deeds) {
        String before = asked;
        asked = mechanism;
        try {
            deeds.run();
        } catch (LawBroken broken) {
            throw new Stopped(mechanism, block.number(), broken);
        } finally {
            asked = before;
        }
    }

    /** A quantity with references to earlier steps of the bundle replaced by what they returned. */
    Quantity resolve(Quantity quantity) {
        if (!(quantity instanceof Quantity.ResultOf step)) {
            return quantity;
        }
        if (step.step() < 0 || step.step() >= results.size()) {
            throw new Refusal(
                    Reason.NOT_THERE, "step " + step.step() + " has not returned yet; there are " + results.size());
        }
        return Quantity.of(results.get(step.step()));
    }

    void event(Event.Kind kind, int venue, int subject, int other, int firstAsset, long first) {
        event(kind, venue, subject, other, firstAsset, first, 0, 0);
    }

    void event(
            Event.Kind kind,
            int venue,
            int subject,
            int other,
            int firstAsset,
            long first,
            int secondAsset,
            long second) {
        events.add(kind, block.number(), venue, subject, other, firstAsset, first, secondAsset, second);
    }

    /** Trades outside and moves the amounts; the market's move is undone with the action. */
    long trade(MarketRef market, int sender, Asset give, long units, Asset get) {
        double[] before = markets.state();
        long got = markets.tradeDown(market, give, units, get);
        if (got == 0 && units > 0) {
            throw new Refusal(
                    Reason.NO_PRICE, "market " + market + " pays no " + get + " for " + give.show(units) + " now");
        }
        undo.push(this, 0, 0, 0, before);
        trades++;
        ledger.post(sender, outside, give.index(), units);
        ledger.post(outside, sender, get.index(), got);
        event(Event.Kind.MARKET, Accounts.NONE, sender, outside, give.index(), units, get.index(), got);
        return got;
    }

    @Override
    public void undo(int first, int second, long value, @Nullable Object reference) {
        if (reference instanceof double[] state) {
            markets.restore(state);
            trades++;
        }
    }

    /** What a whole unit is worth outside; NaN where there is no market. */
    double worth(Asset asset) {
        if (worthBlock != block.number()
                || worthTrades != trades
                || worths.length != ledger.assets().size()) {
            worths = new double[ledger.assets().size()];
            for (int each = 0; each < worths.length; each++) {
                worths[each] = worth(ledger.assets().get(each), 0);
            }
            worthBlock = block.number();
            worthTrades = trades;
        }
        return worths[asset.index()];
    }

    /** By the market; of a claim without one, by what it redeems for. */
    private double worth(Asset asset, int depth) {
        double traded = markets.worth(asset);
        if (!Double.isNaN(traded) || depth > DEEPEST_CLAIM) {
            return traded;
        }
        long unit = asset.unitsDown(Decimal.ONE);
        Seq<Parcel> parts = redemption(asset, unit);
        double sum = parts.isEmpty() ? Double.NaN : 0;
        for (Parcel part : parts) {
            sum += worth(part.asset(), depth + 1) * part.asset().wholeAsDouble(part.units());
        }
        return sum;
    }

    /** The venue that issued an asset; {@code null} where none did. */
    @Nullable
    Desk<?> issuer(Asset asset) {
        int issuer = ledger.issuer(asset.index());
        return issuer == Accounts.NONE ? null : desks.get(issuer);
    }

    Seq<Parcel> redemption(Asset claim, long units) {
        Desk<?> issuer = issuer(claim);
        return issuer == null ? Array.empty() : issuer.redemption(claim, units);
    }

    AccountId id(int account) {
        return new AccountId(account);
    }
}
