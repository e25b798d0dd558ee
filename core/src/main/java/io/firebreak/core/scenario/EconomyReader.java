package io.firebreak.core.scenario;

import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.metric.Invariant;
import io.firebreak.api.metric.Metric;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Venue;
import io.firebreak.core.economy.AgentGroup;
import io.firebreak.core.economy.Clock;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.Gas;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.economy.InvariantSpec;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.economy.MetricSpec;
import io.firebreak.core.economy.OracleSpec;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.Shock;
import io.firebreak.core.economy.StandIns;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.wiring.MechanismSpec;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.ParameterSpec;
import io.firebreak.core.wiring.RecordShape;
import io.firebreak.core.wiring.Socket;
import io.vavr.Function1;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Interprets one variant of a scenario: its patches are applied, every section is read, every mistake reported. */
final class EconomyReader {
    static final Seq<String> SECTIONS = Vector.of(
            "clock",
            "assets",
            "outside-markets",
            "oracles",
            "venues",
            "wallets",
            "agents",
            "shocks",
            "actions",
            "metrics",
            "invariants");
    private static final RecordShape VENUE = RecordShape.of(Sections.VenueSection.class);
    static final Seq<String> VENUE_SLOTS =
            VENUE.parameters().map(ParameterSpec::name).append("accounts").append("seed");
    private static final Pattern DEPTH = Pattern.compile("(.+?)\\s+USD\\s+per\\s+(.+?)\\s*%");
    private static final Pattern NAME = Pattern.compile("[^.\\s](?:[^.]*[^.\\s])?");
    private static final int GAS_DECIMALS = 9;
    static final String LACKS_CLOCK =
            "lacks 'clock': when it runs, such as '{ start: 2024-01-01T00:00:00Z, end: 2024-01-01T01:00:00Z, block-time: 12 s }'";
    static final String LACKS_ASSETS =
            "lacks 'assets': what there is and how it is counted, such as '{ ETH: { decimals: 9 }, DAI: { decimals: 6 } }'";

    private final Mechanisms mechanisms;
    private final DataFiles files;
    private final Problems problems;
    private final Cursor root;
    private final Declared declared;
    private final ValueReader values;
    /** What accounts, wallets and scripts have: claims of venues too. */
    private final Declared held;

    private final ValueReader holdings;
    /** By venue: what it may name, the claims of the venues before it included. */
    private Map<String, ValueReader> earlier = TreeMap.empty();

    EconomyReader(Mechanisms mechanisms, DataFiles files, Problems problems, Tree root) {
        this.mechanisms = mechanisms;
        this.files = files;
        this.problems = problems;
        this.root = new Cursor("", root);
        Declared names = new Declared(
                Vector.empty(),
                section("outside-markets").keys(),
                section("oracles").keys(),
                section("venues").keys());
        ValueReader plain = new ValueReader(mechanisms, names, files, problems, Option.none());
        Seq<Asset> assets = section("assets")
                .children()
                .zipWithIndex()
                .map(each -> new Asset(
                        each._2,
                        each._1.name(),
                        plain.record(each._1, Sections.AssetSection.class)
                                .map(Sections.AssetSection::decimals)
                                .getOrElse(Asset.MAX_DECIMALS)));
        names("assets");
        this.declared = new Declared(assets, names.markets(), names.oracles(), names.venues());
        this.values = new ValueReader(mechanisms, declared, files, problems, Option.none());
        this.held = declared.with(ledger());
        this.holdings = new ValueReader(mechanisms, held, files, problems, Option.none());
    }

    /**
     * The assets of the ledger; none where a venue has mistakes, which are reported when it is read in earnest. A venue may
     * name the claims of those before it.
     */
    private Option<Seq<Asset>> ledger() {
        Option<Seq<Asset>> assets = Option.some(declared.assets());
        for (Cursor at : section("venues").children()) {
            Option<Seq<Asset>> before = assets;
            ValueReader aside = reader(declared.with(before), new Problems());
            assets = mechanismName(at)
                    .flatMap(name -> mechanism(at, name, aside))
                    .flatMap(venue -> before.flatMap(known -> Cast.ledger(known, at.name(), venue)));
            earlier = earlier.put(at.name(), reader(declared.with(before), problems));
        }
        return assets;
    }

    private ValueReader reader(Declared names, Problems into) {
        return new ValueReader(mechanisms, names, files, into, Option.none());
    }

    Option<Economy> read() {
        Option<Clock> clock = root.child("clock")
                .map(this::clock)
                .getOrElse(() -> problems.report(root.tree().place(), "", "", LACKS_CLOCK));
        Option<Seq<MarketSpec>> markets = named("outside-markets", this::market);
        Option<Seq<OracleSpec>> oracles =
                named("oracles", at -> holdings.mechanism(at, Socket.ORACLE, OracleModel.class)
                        .map(model -> new OracleSpec(new OracleRef(at.name()), model)));
        Option<Seq<VenueSpec>> venues = named("venues", this::venue);
        Option<Seq<AgentGroup>> agents = named("agents", at -> holdings.mechanism(at, Socket.AGENT, AgentModel.class)
                .map(model -> new AgentGroup(at.name(), model)));
        Option<Seq<Shock>> shocks = listed("shocks", at -> clock.flatMap(each -> shock(at, each)));
        Option<Seq<MetricSpec>> metrics = named("metrics", at -> holdings.mechanism(at, Socket.METRIC, Metric.class)
                .map(model -> new MetricSpec(at.name(), model)));
        Option<Seq<InvariantSpec>> invariants =
                listed("invariants", at -> holdings.mechanism(at, Socket.INVARIANT, Invariant.class)
                        .map(model -> new InvariantSpec(mechanisms.nameOf(model.getClass()), model)));
        Option<Seq<VenueSpec.SeedBalance>> wallets = seed(section("wallets"));
        Option<Cast> cast = wallets.flatMap(purses -> venues.flatMap(whole -> agents.flatMap(
                each -> Cast.of(whole, each, senders().appendAll(purses.map(VenueSpec.SeedBalance::account))))));
        Option<Seq<ScriptedAction>> actions = listed("actions", at -> action(at, cast, clock));
        boolean whole = Vector.of(
                        clock, markets, oracles, venues, agents, shocks, actions, metrics, wallets, invariants)
                .forAll(Option::isDefined);
        return whole
                ? Option.some(new Economy(
                        clock.get(),
                        declared.assets(),
                        markets.get(),
                        oracles.get(),
                        venues.get(),
                        agents.get(),
                        shocks.get(),
                        actions.get().sortBy(ScriptedAction::block),
                        metrics.get(),
                        wallets.get(),
                        invariants.get()))
                : Option.none();
    }

    private Cursor section(String name) {
        return root.child(name)
                .getOrElse(() -> new Cursor(name, Tree.Branch.of(root.tree().place(), LinkedHashMap.empty())));
    }

    private <T> Option<Seq<T>> named(String name, Function1<Cursor, Option<T>> read) {
        Cursor section = section(name);
        if (section.tree() instanceof Tree.Items || (section.tree() instanceof Tree.Leaf leaf && !leaf.isEmpty())) {
            return problems.report(section, "is not a map of names");
        }
        names(name);
        return whole(section.children().map(read));
    }

    private void names(String section) {
        Cursor at = section(section);
        at.keys()
                .filter(key -> !NAME.matcher(key).matches())
                .forEach(key ->
                        problems.report(at.tree().place(), section, key, "is no name: no dots, no spaces around"));
    }

    private <T> Option<Seq<T>> listed(String name, Function1<Cursor, Option<T>> read) {
        Cursor section = section(name);
        return section.tree() instanceof Tree.Items || section.children().isEmpty()
                ? whole(section.children().map(read))
                : problems.report(section, "is not a list");
    }

    private static <T> Option<Seq<T>> whole(Seq<Option<T>> parts) {
        return parts.forAll(Option::isDefined) ? Option.some(parts.map(Option::get)) : Option.none();
    }

    private Option<Clock> clock(Cursor at) {
        return values.record(at, Sections.ClockSection.class).flatMap(clock -> {
            if (!clock.end().isAfter(clock.start())) {
                return problems.report(at.child("end").get(), "is not after the start");
            }
            return gas(at, clock)
                    .map(gas -> new Clock(
                            clock.start().toEpochMilli(),
                            clock.end().toEpochMilli(),
                            clock.blockTime().toMillis(),
                            gas,
                            clock.scoredUntil().map(Instant::toEpochMilli).getOrElse(Long.MAX_VALUE)));
        });
    }

    private Option<Option<Gas>> gas(Cursor at, Sections.ClockSection clock) {
        Seq<String> missing = Vector.of(
                        Option.when(clock.gasPerBlock().isEmpty(), "gas-per-block"),
                        Option.when(clock.gasPrice().isEmpty(), "gas-price"),
                        Option.when(clock.gasAsset().isEmpty(), "gas-asset"))
                .flatMap(each -> each);
        if (missing.size() == 3) {
            return Option.some(Option.none());
        }
        if (!missing.isEmpty()) {
            return problems.report(
                    at.tree().place(),
                    at.path(),
                    "",
                    "lacks " + missing.mkString("'", "' and '", "'")
                            + ": gas-per-block, gas-price and gas-asset belong together");
        }
        Asset asset = clock.gasAsset().get();
        return asset.decimals() == GAS_DECIMALS
                ? Option.some(Option.some(new Gas(
                        clock.gasPerBlock().get(), asset, clock.gasPrice().get())))
                : problems.report(
                        at.child("gas-asset").get(),
                        "has " + asset.decimals() + " decimals; gas is paid in billionths. Maybe declare it with 9");
    }

    private Option<MarketSpec> market(Cursor at) {
        return values.record(at, Sections.MarketSection.class).flatMap(market -> {
            Option<Asset> asset = market.asset()
                    .orElse(() -> declared.assets().find(each -> each.symbol().equals(at.name())));
            if (asset.isEmpty()) {
                return problems.report(
                        at.tree().place(), at.path(), "", "lacks 'asset': its name is no declared asset either");
            }
            ImpactMode impact = market.impact()
                    .getOrElse(market.record().isDefined() ? ImpactMode.NET_OF_RECORD : ImpactMode.GROSS);
            if (impact == ImpactMode.NET_OF_RECORD && market.record().isEmpty()) {
                return problems.report(
                        at.tree().place(), at.path(), "", "lacks 'record', which the impact net-of-record needs");
            }
            return depth(at, market.depth())
                    .map(depth -> new MarketSpec(
                            new MarketRef(at.name()),
                            asset.get(),
                            market.path(),
                            depth.value(),
                            depth.move(),
                            market.recovery(),
                            impact,
                            market.record(),
                            market.arbitrage()));
        });
    }

    private record Depth(double value, double move) {}

    private Option<Depth> depth(Cursor at, String text) {
        if (text.equals("none")) {
            return Option.some(new Depth(Double.POSITIVE_INFINITY, 0.01));
        }
        Matcher parts = DEPTH.matcher(text);
        Option<Measured> value = parts.matches() ? number(parts.group(1)) : Option.none();
        Option<Measured> move = parts.matches() ? number(parts.group(2)) : Option.none();
        return value.exists(each -> each.number().signum() >= 0)
                        && move.exists(each -> each.number().signum() > 0)
                ? Option.some(new Depth(
                        value.get().number().doubleValue(),
                        move.get().number().movePointLeft(2).doubleValue()))
                : problems.report(at.child("depth").get(), "is not a depth such as '4 M USD per 2%', or 'none'");
    }

    private static Option<Measured> number(String text) {
        return Measured.of(text).toOption().filter(each -> each.unit().isEmpty());
    }

    private Option<VenueSpec> venue(Cursor at) {
        Option<String> name = mechanismName(at);
        if (name.isEmpty()) {
            return problems.report(
                    at,
                    "names no venue. Known are "
                            + mechanisms
                                    .of(Socket.VENUE)
                                    .map(MechanismSpec::name)
                                    .mkString(", "));
        }
        values.known(at, VENUE_SLOTS.append(name.get()));
        Option<Venue<?>> venue =
                mechanism(at, name.get(), earlier.get(at.name()).getOrElse(values));
        Option<Sections.VenueSection> wiring = holdings.record(
                at.only(key -> VENUE_SLOTS.contains(key) && !key.equals("accounts") && !key.equals("seed")),
                Sections.VenueSection.class);
        var accounts = new AccountReader(holdings, held, files, problems).groups(at.child("accounts"));
        Option<Seq<VenueSpec.SeedBalance>> seed =
                at.child("seed").map(this::seed).getOrElse(() -> Option.some(Vector.empty()));
        if (venue.exists(each -> !(each instanceof MarginVenue))) {
            at.child("accounts")
                    .orElse(at.child("liquidation"))
                    .forEach(slot -> problems.report(
                            slot.tree().place(),
                            slot.path(),
                            "",
                            "has no place at '" + name.get() + "', which has no margin accounts"));
        }
        return venue.isDefined() && wiring.isDefined() && accounts.isDefined() && seed.isDefined()
                ? Option.some(new VenueSpec(
                        new VenueRef(at.name()),
                        venue.get(),
                        wiring.get().margin(),
                        accounts.get(),
                        wiring.get().liquidation(),
                        wiring.get().losses(),
                        wiring.get().safeguards(),
                        seed.get(),
                        wiring.get().watchEvery()))
                : Option.none();
    }

    /** Under which key a venue's mechanism stands: one that is known, or else any that is no slot. */
    private Option<String> mechanismName(Cursor at) {
        Seq<String> own = at.keys().filter(key -> !VENUE_SLOTS.contains(key));
        return own.find(key -> mechanisms.find(Socket.VENUE, key).isDefined()).orElse(own.headOption());
    }

    private static Option<Venue<?>> mechanism(Cursor at, String name, ValueReader values) {
        Tree.Entry entry = ((Tree.Branch) at.tree()).entries().get(name).get();
        return values.mechanism(
                        new ValueReader.Choice(
                                entry.key(), at.path(), name, at.child(name).get()),
                        Socket.VENUE)
                .map(each -> (Venue<?>) each);
    }

    private Option<Seq<VenueSpec.SeedBalance>> seed(Cursor at) {
        if (at.tree() instanceof Tree.Items) {
            return whole(at.children().map(this::seed)).map(each -> each.flatMap(balances -> balances));
        }
        return whole(at.children().map(account -> parcels(account)
                        .map(parcels -> parcels.map(each -> new VenueSpec.SeedBalance(account.name(), each)))))
                .map(each -> each.flatMap(balances -> balances));
    }

    /** The components of this record are how a list of quantities is read: what a venue's account owes is negative. */
    private record Quantities(
            @Parameter(value = "signed: what the account owes is negative", min = "-1e30") Seq<Parcel> quantities) {}

    private Option<Seq<Parcel>> parcels(Cursor at) {
        Tree.Branch wrapped = Tree.Branch.of(
                at.tree().place(),
                LinkedHashMap.of("quantities", new Tree.Entry(at.tree().place(), at.tree())));
        return holdings.record(new Cursor(at.path(), wrapped), Quantities.class).map(Quantities::quantities);
    }

    private Option<Shock> shock(Cursor at, Clock clock) {
        return values.record(at, Sections.ShockSection.class).flatMap(shock -> {
            Option<Long> time = shock.at().contains("T")
                    ? io.vavr.control.Try.of(() -> Instant.parse(shock.at()).toEpochMilli())
                            .toOption()
                    : Measured.millis(shock.at())
                            .toOption()
                            .filter(each -> each.signum() >= 0)
                            .map(each -> clock.startMillis() + each.longValueExact());
            Option<Double> factor = shock.factor()
                    .orElse(shock.move().map(each -> each.onePlus().toDouble()));
            if (shock.factor().isDefined() == shock.move().isDefined()) {
                return problems.report(at.tree().place(), at.path(), "", "needs a 'move' or a 'factor', one of them");
            }
            return time.map(millis -> new Shock(millis, shock.market(), factor.get()))
                    .orElse(() -> problems.report(
                            at.child("at").get(),
                            "is neither a time such as 2020-03-12T13:35:00Z nor a duration after the start"));
        });
    }

    private Seq<String> senders() {
        return section("actions")
                .children()
                .flatMap(each -> each.child("account"))
                .map(Cursor::tree)
                .filter(Tree.Leaf.class::isInstance)
                .map(each -> ((Tree.Leaf) each).text());
    }

    private Option<ScriptedAction> action(Cursor at, Option<Cast> cast, Option<Clock> clock) {
        StandIns names = new StandIns();
        return holdings.scripted(names, cast)
                .record(at, Sections.ActionSection.class)
                .flatMap(each -> clock.exists(time -> each.block() >= time.blocks())
                        ? problems.report(
                                at.child("block").getOrElse(at),
                                "is after the end of the clock; accepted: 0 to "
                                        + (clock.get().blocks() - 1))
                        : Option.some(new ScriptedAction(each.block(), each.account(), each.action(), names.names())));
    }
}
