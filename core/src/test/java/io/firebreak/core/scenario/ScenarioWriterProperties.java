package io.firebreak.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.price.PriceModel;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.AccountGroup.Distribution;
import io.firebreak.core.economy.AgentGroup;
import io.firebreak.core.economy.Arbitrage;
import io.firebreak.core.economy.Clock;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.Gas;
import io.firebreak.core.economy.GasDemand;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.economy.InvariantSpec;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.economy.MetricSpec;
import io.firebreak.core.economy.OracleSpec;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.Shock;
import io.firebreak.core.economy.StandIns;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.oracle.DelayedOracle;
import io.firebreak.core.oracle.FixedOracle;
import io.firebreak.core.price.FixedPath;
import io.firebreak.core.price.ScriptedPath;
import io.firebreak.core.probe.Conservation;
import io.firebreak.core.probe.EventCount;
import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class ScenarioWriterProperties {
    private static final ScenarioWriter WRITER = new ScenarioWriter(ScenarioFolder.MECHANISMS);

    private static final JsonNode SCHEMA = new SchemaWriter(ScenarioFolder.MECHANISMS).write();

    private static Economy readBack(String text) {
        return new ScenarioFolder(LinkedHashMap.of("crash.yaml", text))
                .scenarioRead()
                .variants()
                .head()
                .economy();
    }

    /** An asset is equal by its place alone: the texts tell symbols and quantities apart. */
    @Property(tries = 200)
    void everyEconomyReadsBackEqual(@ForAll Random random) throws Exception {
        Economy economy = new Draw(random).economy();
        String text =
                WRITER.write("drawn", "A title: \"quoted\" #1", Vector.of("several", "lines\nof comment"), economy);
        Economy read = readBack(text);
        assertThat(read).as(text).isEqualTo(economy);
        assertThat(read).as(text).hasToString(economy.toString());
        assertThat(new SchemaCheck(SCHEMA).breaches(new YAMLMapper().readTree(text)))
                .as(text)
                .isEmpty();
        assertThat(read.assets().map(Asset::decimals))
                .isEqualTo(economy.assets().map(Asset::decimals));
    }

    @Property(tries = 50)
    void whatIsWrittenTwiceIsWrittenAlike(@ForAll Random random) {
        Economy economy = new Draw(random).economy();
        String text = WRITER.write("drawn", "", Vector.empty(), economy);
        assertThat(WRITER.write("drawn", "", Vector.empty(), readBack(text))).isEqualTo(text);
    }

    /** Economies that use every slot and every kind of value, with names and numbers at the edge of the format. */
    private static final class Draw {
        private static final Seq<String> SYMBOLS = Vector.of(
                "ETH", "DAI", "k", "M x", "1INCH", "e5", "a b", "B", "naïve", "#x", "per", "x: y", "none", "all", "-",
                "%", "[", "true", "'", "k-9");
        private static final Seq<String> NAMES = Vector.of(
                "alice",
                "bob",
                "whale 2",
                "0x3f",
                "none",
                "null",
                "~",
                "a: b",
                "a #b",
                "{c}",
                "v1.5",
                "keepers/1",
                "*x",
                "\"",
                "<<",
                "-",
                "- x",
                "é",
                "!t",
                "back\\slash",
                "tab\tone");

        private final Random random;
        private Seq<Asset> assets = Vector.empty();
        private final Seq<VenueRef> venues = Vector.of(new VenueRef("maker"), new VenueRef("a pool"));
        private Seq<String> wallets = Vector.empty();

        Draw(Random random) {
            this.random = random;
        }

        Economy economy() {
            Seq<String> symbols = shuffled(SYMBOLS).take(1 + random.nextInt(4));
            assets = symbols.zipWithIndex().map(each -> new Asset(each._2, each._1, random.nextInt(10)));
            Asset gas = new Asset(assets.size(), "GAS", 9);
            assets = assets.append(gas);
            wallets = shuffled(NAMES).take(3);
            Clock clock = clock(gas);
            Seq<MarketSpec> places = some(3, this::market).distinctBy(MarketSpec::name);
            Seq<OracleSpec> feeds = some(3, this::oracle).distinctBy(OracleSpec::name);
            return new Economy(
                    clock,
                    assets,
                    places.append(new MarketSpec(
                            new MarketRef("last"),
                            gas,
                            new FixedPath(real()),
                            Double.POSITIVE_INFINITY,
                            0.01,
                            Duration.ofMinutes(20),
                            ImpactMode.NONE)),
                    feeds.append(new OracleSpec(new OracleRef("eth"), new FixedOracle(positive()))),
                    Vector.of(vault(), pool()),
                    some(2, this::agents).zipWithIndex().map(each -> new AgentGroup("group " + each._2, each._1)),
                    some(
                            3,
                            () -> new Shock(
                                    clock.startMillis() + random.nextInt(2_000_000) - 1_000_000,
                                    new MarketRef("last"),
                                    chance() ? 0.7 : real())),
                    wallets.map(each -> new ScriptedAction(
                                    0, each, new Action.Redeem(venues.get(1), gas, Quantity.all()), Vector.empty()))
                            .appendAll(some(6, this::action)
                                    .filter(each -> each.block() < clock.blocks())
                                    .sortBy(ScriptedAction::block)),
                    some(2, () -> new EventCount(any(Vector.of(Event.Kind.values()))))
                            .zipWithIndex((each, number) -> new MetricSpec("count " + number, each)),
                    balances(wallets),
                    some(1, () -> new InvariantSpec("conservation", new Conservation())));
        }

        private Clock clock(Asset gas) {
            long start = random.nextInt(1_000_000_000) * 2_000L - random.nextInt(5);
            long block = 1L + random.nextInt(100_000);
            Option<Gas> paid = maybe(() ->
                    new Gas(1 + (random.nextLong() >>> 2), gas, new GasDemand.Constant(random.nextInt(900) / 8.0)));
            long end = start + 1L + random.nextInt(1_000_000);
            return chance()
                    ? new Clock(start, end, block, paid)
                    : new Clock(start, end, block, paid, start + random.nextInt(1000));
        }

        private MarketSpec market() {
            Asset asset = any(assets);
            MarketRef name = new MarketRef(chance() ? asset.symbol() : "market " + random.nextInt(5));
            return new MarketSpec(
                    name,
                    asset,
                    path(),
                    chance() ? real() : any(Vector.of(0.0, 4e6, 1e-300, 1.7e300)),
                    any(Vector.of(0.02, 0.01, 1 / 3.0, 1e-9)),
                    duration(),
                    any(Vector.of(ImpactMode.NONE, ImpactMode.GROSS)),
                    Option.none(),
                    maybe(() -> new Arbitrage(new MarketRef("last"), real(), duration())));
        }

        private PriceModel<?> path() {
            return chance()
                    ? new FixedPath(real())
                    : new ScriptedPath(
                            real(),
                            some(
                                            4,
                                            () -> chance()
                                                    ? new ScriptedPath.Point(
                                                            duration(), Option.some(positive()), Option.none())
                                                    : new ScriptedPath.Point(
                                                            duration(),
                                                            Option.none(),
                                                            Option.some(Ratio.of(random.nextInt(900) - 899 + "e-3"))))
                                    .sortBy(ScriptedPath.Point::at),
                            chance());
        }

        private OracleSpec oracle() {
            OracleModel<?> model =
                    chance() ? new FixedOracle(positive()) : new DelayedOracle(new MarketRef("last"), duration());
            return new OracleSpec(new OracleRef("oracle " + random.nextInt(5)), model);
        }

        private VenueSpec vault() {
            return new VenueSpec(
                    venues.head(),
                    new SampleModule.Vault(
                            any(assets),
                            any(assets),
                            new Ratio(Decimal.of(1 + random.nextInt(9))
                                    .plus(new Decimal(random.nextInt(1_000_000), random.nextInt(7) + 6))),
                            new Rate(positive(), chance() ? Rate.YEAR_MILLIS : 1 + random.nextInt(1_000_000_000)),
                            new OracleRef("eth"),
                            maybe(this::credit)),
                    maybe(() -> new SampleModule.Strict(chance() ? Ratio.ONE : Ratio.of("0.5"))),
                    some(4, this::group),
                    maybe(() -> chance()
                            ? new SampleModule.Hold()
                            : new SampleModule.FallingPrice(
                                    chance() ? Ratio.of("1.2") : Ratio.of("1.33333333333333333"),
                                    chance()
                                            ? new SampleModule.Straight(
                                                    duration().plusSeconds(1))
                                            : new SampleModule.FallingPrice.Cliff(duration()),
                                    SampleModule.Manner.IN_STEPS,
                                    chance())),
                    some(3, () -> new SampleModule.Buffer(maybe(this::credit))),
                    some(1, () -> new SampleModule.Halt(Ratio.of("0.15"), duration())),
                    balances(Vector.of("treasury", "shortfall")),
                    1 + random.nextInt(3));
        }

        private VenueSpec pool() {
            return new VenueSpec(
                    venues.get(1),
                    new SampleModule.Pool(any(assets)),
                    Option.none(),
                    Vector.empty(),
                    Option.none(),
                    Vector.empty(),
                    Vector.empty(),
                    balances(Vector.of("pot", "treasury")),
                    1);
        }

        private SampleModule.Keeper agents() {
            return new SampleModule.Keeper(
                    random.nextInt(1000),
                    credit(),
                    chance() ? 400 : real(),
                    random.nextInt(3),
                    some(2, () -> any(venues)),
                    maybe(() -> new MarketRef("last")));
        }

        private Seq<VenueSpec.SeedBalance> balances(Seq<String> accounts) {
            return some(4, () -> new VenueSpec.SeedBalance(any(accounts), parcel()));
        }

        private AccountGroup group() {
            if (chance()) {
                return new AccountGroup.Given(some(3, this::row));
            }
            return new AccountGroup.Synthetic(
                    chance() ? "synthetic" : "S",
                    random.nextInt(3),
                    any(assets),
                    any(assets),
                    distribution(),
                    distribution(),
                    real());
        }

        private AccountGroup.Row row() {
            return new AccountGroup.Row(
                    "account " + random.nextInt(9), some(3, this::parcel), maybe(() -> any(wallets)));
        }

        private Distribution distribution() {
            double least = real();
            return any(Vector.of(
                    new Distribution.Constant(least),
                    new Distribution.Uniform(least, least + 2),
                    new Distribution.LogNormal(least, 0.25),
                    new Distribution.Pareto(least, 1.3, least * 1e6)));
        }

        private ScriptedAction action() {
            StandIns names = new StandIns();
            Action action = random.nextInt(4) == 0 ? new Action.Bundle(some(4, () -> step(names))) : step(names);
            return new ScriptedAction(random.nextInt(5), any(wallets), action, names.names());
        }

        private Action step(StandIns names) {
            VenueRef venue = any(venues);
            return switch (random.nextInt(9)) {
                case 0 -> new Action.Borrow(venue, asset(), quantity());
                case 1 -> new Action.Swap(venue, asset(), quantity(), asset(), units());
                case 2 -> new Action.Trade(venue, asset(), random.nextLong() >> 2);
                case 3 -> new Action.Provide(venue, some(3, this::quantity));
                case 4 -> new Action.Transfer(account(names), asset(), quantity());
                case 5 -> new Action.Kick(venue, account(names));
                case 6 -> new Action.Bid(venue, account(names), new Pair(asset(), asset()), quantity(), units());
                case 7 -> new Action.MarketOrder(new MarketRef("last"), any(assets), quantity(), any(assets));
                default ->
                    new SampleModule.Pool.Stir(
                            venue,
                            credit(),
                            maybe(() -> account(names)),
                            random.nextLong(),
                            some(2, () -> any(Vector.of(SampleModule.Manner.values()))),
                            LinkedHashMap.of(any(NAMES), any(NAMES)));
            };
        }

        private Asset asset() {
            return random.nextInt(4) == 0 ? new Asset(assets.size(), "a pool.shares", 4) : any(assets);
        }

        private AccountId account(StandIns names) {
            return random.nextInt(4) == 0
                    ? names.openedBy(random.nextInt(3))
                    : names.account(any(wallets.appendAll(Vector.of(
                            "maker/treasury", "maker/lot-12", "a pool/pot", "outside", "maker/" + wallets.head()))));
        }

        private Quantity quantity() {
            return any(Vector.of(
                    Quantity.of(units()),
                    Quantity.of(units()),
                    Quantity.all(),
                    new Quantity.ResultOf(random.nextInt(3))));
        }

        private Parcel parcel() {
            return new Parcel(asset(), chance() ? units() : -units());
        }

        private Parcel credit() {
            return new Parcel(any(assets), units());
        }

        private long units() {
            return any(Vector.of(
                    0L,
                    1L,
                    random.nextInt(1_000_000) * 1_000_000_000L,
                    random.nextLong() >>> 1,
                    Long.MAX_VALUE,
                    1_500_000_000L));
        }

        private Decimal positive() {
            return new Decimal(1 + (random.nextLong() >>> (1 + random.nextInt(60))), random.nextInt(15));
        }

        private double real() {
            return any(Vector.of(
                    2000.0,
                    random.nextDouble(),
                    1 / 3.0,
                    1e-7,
                    123_456.789,
                    StrictMath.exp(random.nextGaussian() * 20)));
        }

        private Duration duration() {
            return Duration.ofMillis(
                    any(Vector.of(1L, 13_500L, 90_000L, 600_000L, 86_400_000L, 1L + random.nextInt(1_000_000_000))));
        }

        private Seq<String> shuffled(Seq<String> all) {
            return all.map(each -> Tuple.of(random.nextInt(), each))
                    .sortBy(each -> each._1)
                    .map(each -> each._2);
        }

        private boolean chance() {
            return random.nextBoolean();
        }

        private <T> T any(Seq<? extends T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private <T> Option<T> maybe(Supplier<T> drawn) {
            return chance() ? Option.some(drawn.get()) : Option.none();
        }

        private <T> Seq<T> some(int most, Supplier<? extends T> drawn) {
            return Vector.fill(random.nextInt(most + 1), drawn);
        }
    }
}
