package io.firebreak.testkit.world;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.price.PriceModel;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Venue;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Clock;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.economy.OracleSpec;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.Scene;
import io.firebreak.core.engine.Witness;
import io.firebreak.core.oracle.DelayedOracle;
import io.firebreak.core.oracle.HeartbeatOracle;
import io.firebreak.core.oracle.OutageOracle;
import io.firebreak.core.oracle.SpotOracle;
import io.firebreak.core.price.FixedPath;
import io.firebreak.core.price.ScriptedPath;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a world of a composition and a sketch: the holders take their positions as users would, the prices at which each
 * stands at the edge are found, and the path is led there. What the venue accepted becomes the list of accounts.
 */
public final class Workshop {
    private static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final long CIRCULATING = 10_000_000;
    /** What covers that, in per cent: a founder below 150 % brings a system of troves into recovery. */
    private static final long THINLY = 165;

    private static final long MANY_TIMES = 20_000;
    private static final Duration NEVER = Duration.ofDays(3650);
    private final Composition composition;

    public Workshop(Composition composition) {
        this.composition = composition;
    }

    /** A world whose script is still empty. */
    public Trial world(Sketch drawn) {
        Sketch sketch = Paces.led(drawn, composition);
        Option<Playback> rehearsal = Playback.of(
                        economy(sketch, new FixedPath(sketch.start()), Vector.empty()),
                        Playback.Settings.of(sketch.seed()),
                        Witness.NOBODY)
                .toOption();
        Seq<AccountGroup.Row> rows =
                rehearsal.map(playback -> rows(playback, sketch)).getOrElse(Vector.empty());
        PriceModel<?> path = composition
                .path()
                .<PriceModel<?>>map(given -> given)
                .getOrElse(() -> path(sketch, rehearsal.map(Playback::scene)));
        return new Trial(economy(sketch, path, rows), sketch.seed());
    }

    private Seq<AccountGroup.Row> rows(Playback playback, Sketch sketch) {
        playback.open();
        Scene scene = playback.scene();
        if (playback.isStopped() || !scene.hasMargin(0)) {
            return Vector.empty();
        }
        List<AccountGroup.Row> rows = new ArrayList<>();
        for (int i = 0; i < sketch.holders().size(); i++) {
            Sketch.Holder holder = sketch.holders().get(i);
            String wallet = "holder-" + (i + 1);
            Setting.ASSETS.forEach(asset -> playback.grant(wallet, new Parcel(asset, 1_000_000_000_000_000L)));
            take(playback, wallet, holder);
            scene.account(Setting.VENUE.name() + "/" + wallet)
                    .map(account -> holdings(account, scene))
                    .filter(held -> !held.isEmpty())
                    .forEach(held -> rows.add(new AccountGroup.Row(wallet, held, Option.some(wallet))));
        }
        return playback.isStopped() ? Vector.empty() : Vector.ofAll(rows);
    }

    /** Deposits, and borrows or trades as much of the most as the holder wants. */
    private static void take(Playback playback, String wallet, Sketch.Holder holder) {
        Scene scene = playback.scene();
        for (Leg leg : scene.legs(0)) {
            if (leg instanceof Leg.Holding) {
                Asset asset = leg.deposited();
                long units = asset.unitsDown(Decimal.of(holder.size())) / (asset.equals(Setting.USD) ? 1 : 1000);
                act(playback, wallet, new Action.Deposit(Setting.VENUE, asset, Quantity.of(units)));
            }
        }
        for (Leg leg : scene.legs(0)) {
            double most = 8e3 * holder.size() * holder.use() / 1000;
            for (int attempt = 0;
                    attempt < 110 && (leg instanceof Leg.SharedDebt || leg instanceof Leg.Contract);
                    attempt++) {
                long units = (long) (most * leg.asset().unitsDown(Decimal.ONE));
                Action wish = leg instanceof Leg.SharedDebt
                        ? new Action.Borrow(Setting.VENUE, leg.asset(), Quantity.of(units))
                        : new Action.Trade(Setting.VENUE, leg.asset(), (holder.isShort() ? -units : units) / 100);
                if (act(playback, wallet, wish)) {
                    break;
                }
                most *= 0.9;
            }
        }
    }

    private static boolean act(Playback playback, String wallet, Action action) {
        return playback.act(new ScriptedAction(0, wallet, action)).exists(Either::isRight);
    }

    private static Seq<Parcel> holdings(AccountId account, Scene scene) {
        return scene.legs(0)
                .map(leg -> new Parcel(
                        leg.deposited(),
                        leg instanceof Leg.SharedDebt
                                ? scene.view(0).holding(account, leg.asset())
                                : scene.balance(account, leg.asset())))
                .filter(parcel -> parcel.units() != 0);
    }

    private PriceModel<?> path(Sketch sketch, Option<Scene> scene) {
        List<ScriptedPath.Point> points = new ArrayList<>();
        long cents = sketch.start() * 100L;
        for (int i = 0; i < sketch.moves().size(); i++) {
            Sketch.Move move = sketch.moves().get(i);
            long next = cents;
            if (move instanceof Sketch.Move.By by) {
                next = Math.round(cents * by.factor());
            } else if (move instanceof Sketch.Move.ToEdge edge) {
                next = scene.flatMap(
                                there -> Thresholds.of(there, "holder-" + (edge.holder() + 1), sketch.start() * 100L))
                        .map(found -> found + edge.ticks())
                        .getOrElse(cents);
            }
            next = Math.max(1, Math.min(next, 100_000_000));
            if (next != cents) {
                points.add(new ScriptedPath.Point(
                        Duration.ofMillis((i + 1) * sketch.blockMillis()),
                        Option.some(new Decimal(next, 2)),
                        Option.none()));
            }
            cents = next;
        }
        return new ScriptedPath(sketch.start(), Vector.ofAll(points), false);
    }

    private Economy economy(Sketch sketch, PriceModel<?> path, Seq<AccountGroup.Row> rows) {
        long end = START + (sketch.moves().size() + 1) * sketch.blockMillis();
        VenueSpec bare = composition.spec();
        VenueSpec venue = new VenueSpec(
                bare.name(),
                bare.venue(),
                bare.margin(),
                Vector.of(new AccountGroup.Given(founder(sketch).appendAll(rows))),
                bare.liquidation(),
                bare.losses(),
                bare.safeguards(),
                bare.seed(),
                1);
        Seq<VenueSpec.SeedBalance> wallets = Setting.WALLETS.flatMap(wallet -> Vector.of(
                        new Parcel(Setting.ETH, 100_000_000_000L), new Parcel(Setting.USD, 1_000_000_000_000L))
                .map(parcel -> new VenueSpec.SeedBalance(wallet, parcel)));
        // Holders can pay something back, and add to what they have.
        wallets = wallets.appendAll(rows.flatMap(row -> row.owner().toVector().flatMap(owner -> Vector.of(
                        new Parcel(Setting.ETH, 10_000_000_000L), new Parcel(Setting.USD, 20_000_000_000L))
                .map(parcel -> new VenueSpec.SeedBalance(owner, parcel)))));
        return new Economy(
                new Clock(START, end, sketch.blockMillis(), Option.none()),
                Setting.ASSETS,
                markets(sketch, path),
                oracles(sketch),
                Vector.of(venue).appendAll(pool(sketch)).appendAll(beside()),
                composition.agents(),
                Vector.empty(),
                Vector.empty(),
                Vector.empty(),
                wallets,
                Vector.empty());
    }

    /** At the price at which the path starts. */
    private Option<VenueSpec> pool(Sketch sketch) {
        Composition pool = Companions.pool(sketch.start());
        return Option.when(
                composition.oracle().isDefined() || composition.agents().nonEmpty(),
                () -> alone(Setting.POOL, pool.venue(), pool.stock().seed()));
    }

    private Option<VenueSpec> beside() {
        return composition.beside().map(venue -> alone(Setting.BESIDE, venue, Vector.empty()));
    }

    private static VenueSpec alone(VenueRef name, Venue<?> venue, Seq<VenueSpec.SeedBalance> seed) {
        return new VenueSpec(
                name, venue, Option.none(), Vector.empty(), Option.none(), Vector.empty(), Vector.empty(), seed, 1);
    }

    /**
     * One large and safe position stands for the others: where the venue issues USD, all that circulates is somebody's debt,
     * which may be covered many times or, in one world of three, so thinly that the system as a whole comes near its limits;
     * and where it lends deposits, somebody has deposited.
     */
    private Seq<AccountGroup.Row> founder(Sketch sketch) {
        boolean issues = composition.venue() instanceof MarginVenue<?>
                && composition.venue().plan().issuedAssets().contains(Setting.USD);
        long covered = Math.floorMod(sketch.seed(), 3) == 0 ? THINLY : MANY_TIMES;
        Seq<Parcel> holdings = issues
                ? Vector.of(
                        whole(Setting.ETH, CIRCULATING * covered / 100 / sketch.start()),
                        whole(Setting.USD, -CIRCULATING))
                : composition.stock().deposited().toVector();
        return holdings.isEmpty()
                ? Vector.empty()
                : Vector.of(new AccountGroup.Row("founder", holdings, Option.none()));
    }

    private static Parcel whole(Asset asset, long amount) {
        return new Parcel(asset, asset.unitsDown(Decimal.of(amount)));
    }

    private static Seq<MarketSpec> markets(Sketch sketch, PriceModel<?> path) {
        Seq<MarketSpec> markets = Vector.of(
                market(Setting.MARKET, Setting.ETH, path, sketch.depth()),
                market(new MarketRef("USD"), Setting.USD, new FixedPath(1), Double.POSITIVE_INFINITY),
                market(new MarketRef("BTC"), Setting.BTC, new FixedPath(30_000), Double.POSITIVE_INFINITY),
                market(new MarketRef("wETH"), Setting.WETH, path, Double.POSITIVE_INFINITY));
        return sketch.feed() == Sketch.Feed.WILD
                ? markets.append(market(Setting.RUMOUR, Setting.ETH, rumour(sketch, path), Double.POSITIVE_INFINITY))
                : markets;
    }

    private static MarketSpec market(MarketRef name, Asset asset, PriceModel<?> path, double depth) {
        return new MarketSpec(name, asset, path, depth, 0.02, Duration.ofMinutes(20), ImpactMode.GROSS);
    }

    /** The path, off by up to 30 % either way in the order of the points. */
    private static PriceModel<?> rumour(Sketch sketch, PriceModel<?> path) {
        if (!(path instanceof ScriptedPath scripted)) {
            return path;
        }
        return new ScriptedPath(
                scripted.start(),
                scripted.points()
                        .zipWithIndex((point, i) -> new ScriptedPath.Point(
                                point.at(),
                                point.price().map(price -> off(price, Math.floorMod(sketch.seed() + 7L * i, 7) - 3)),
                                Option.none())),
                false);
    }

    private static Decimal off(Decimal price, int tenths) {
        return new Decimal(price.times(new Decimal(10 + tenths, 1)).digits(), price.scale() + 1);
    }

    private Seq<OracleSpec> oracles(Sketch sketch) {
        long block = sketch.blockMillis();
        OracleSpec btc = new OracleSpec(Setting.BTC_ORACLE, new SpotOracle(new MarketRef("BTC")));
        OracleSpec live = new OracleSpec(Setting.LIVE, new SpotOracle(Setting.MARKET));
        if (composition.oracle().isDefined()) {
            return Vector.of(
                    btc,
                    live,
                    new OracleSpec(Setting.ORACLE, composition.oracle().get()));
        }
        return switch (sketch.feed()) {
            case LIVE -> Vector.of(btc, eth(new SpotOracle(Setting.MARKET)));
            case LATE -> Vector.of(btc, eth(new DelayedOracle(Setting.MARKET, Duration.ofMillis(10 * block))));
            case SILENT ->
                Vector.of(btc, live, eth(new OutageOracle(Setting.LIVE, Duration.ofMillis(2 * block), NEVER)));
            case COARSE ->
                Vector.of(
                        btc,
                        eth(new HeartbeatOracle(Setting.MARKET, Duration.ofMillis(100 * block), Ratio.of("0.05"))));
            case WILD -> Vector.of(btc, eth(new SpotOracle(Setting.RUMOUR)));
        };
    }

    private static OracleSpec eth(OracleModel<?> model) {
        return new OracleSpec(Setting.ORACLE, model);
    }
}
