package io.firebreak.core.scenario;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Clock;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.Gas;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.Shock;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.Socket;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes an economy as a scenario that {@link ScenarioReader} reads back to an equal one: the script of a failing property,
 * say. Files are named, not written. What no scenario can say (a mechanism that is not registered, a number that is not
 * finite) is written as it is, and the comment at the top says so.
 */
public final class ScenarioWriter {
    /** A deeper gap is written as a factor, which is exact. */
    private static final double LEAST_MOVED = 0.001;

    private final Mechanisms mechanisms;

    public ScenarioWriter(Mechanisms mechanisms) {
        this.mechanisms = mechanisms;
    }

    /**
     * The text of a scenario with this economy alone.
     *
     * @param name lower-case words joined by hyphens
     * @param title one line; left out where it is empty
     * @param comment lines for the top: what is shown here, and how to replay it
     */
    public String write(String name, String title, Seq<String> comment, Economy economy) {
        return new Writing(economy).text(name, title, comment);
    }

    /** The economy's actions in its own words, a line each: {@code { repay: { venue: maker, asset: DAI, quantity: all } }}. */
    public Seq<String> actions(Economy economy) {
        Writing writing = new Writing(economy);
        return economy.actions().map(action -> new Cursor("", writing.action(action))
                .child("action")
                .map(each -> YamlLines.flow(each.tree()))
                .getOrElse(""));
    }

    /** One economy on its way. */
    private final class Writing {
        private final Economy economy;
        private LinkedHashSet<String> unsaid = LinkedHashSet.empty();
        private final ValueWriter values;

        Writing(Economy economy) {
            this.economy = economy;
            Declared declared = new Declared(
                    economy.assets(),
                    economy.markets().map(each -> each.name().name()),
                    economy.oracles().map(each -> each.name().name()),
                    economy.venues().map(each -> each.name().name()));
            Problems none = new Problems();
            Option<Seq<Asset>> ledger = economy.venues()
                    .foldLeft(
                            Option.some(economy.assets()),
                            (assets, each) -> assets.flatMap(
                                    known -> Cast.ledger(known, each.name().name(), each.venue())));
            values = new ValueWriter(
                    mechanisms,
                    new ValueReader(mechanisms, declared.with(ledger), DataFiles.none(), none, Option.none()),
                    ledger.getOrElse(economy.assets()),
                    Cast.of(
                            economy.venues(),
                            economy.agents(),
                            economy.actions()
                                    .map(ScriptedAction::sender)
                                    .appendAll(economy.wallets().map(VenueSpec.SeedBalance::account))),
                    each -> unsaid = unsaid.add(each));
        }

        String text(String name, String title, Seq<String> comment) {
            Tree.Branch body = ValueWriter.branch(header(name, title)
                    .append(Tuple.of("clock", clock(economy.clock())))
                    .append(Tuple.of(
                            "assets",
                            named(economy.assets()
                                    .map(each -> Tuple.of(
                                            each.symbol(),
                                            values.record(new Sections.AssetSection(each.decimals())))))))
                    .appendAll(Vector.of(
                                    Tuple.of(
                                            "outside-markets",
                                            named(economy.markets().map(this::market))),
                                    Tuple.of(
                                            "oracles",
                                            named(economy.oracles()
                                                    .map(each -> mechanism(
                                                            each.name().name(), each.model(), Socket.ORACLE)))),
                                    Tuple.of("venues", named(economy.venues().map(this::venue))),
                                    Tuple.of("wallets", balances(economy.wallets())),
                                    Tuple.of(
                                            "agents",
                                            named(economy.agents()
                                                    .map(each -> mechanism(each.name(), each.model(), Socket.AGENT)))),
                                    Tuple.of(
                                            "shocks",
                                            ValueWriter.items(economy.shocks().map(this::shock))),
                                    Tuple.of(
                                            "actions",
                                            ValueWriter.items(economy.actions().map(this::action))),
                                    Tuple.of(
                                            "metrics",
                                            named(economy.metrics()
                                                    .map(each -> mechanism(each.name(), each.model(), Socket.METRIC)))),
                                    Tuple.of(
                                            "invariants",
                                            ValueWriter.items(economy.invariants()
                                                    .map(each -> values.mechanism(each.model(), Socket.INVARIANT)))))
                            .filter(each -> each._2.size() > 1)));
            return comment.appendAll(unsaid.map(each -> "Not to be replayed as it stands: " + each))
                            .flatMap(each -> List.of(each.split("\\R")))
                            .map(each -> "# " + each + "\n")
                            .mkString()
                    + YamlLines.of(body, Writing::isOpened);
        }

        /** A line for each asset, market, oracle, agent, wallet, slot of a venue, account, shock and action. */
        private static boolean isOpened(List<String> path) {
            String section = path.head();
            return switch (path.size()) {
                case 1 -> EconomyReader.SECTIONS.contains(section) && !section.equals("clock");
                case 2 -> section.equals("venues");
                default ->
                    section.equals("venues")
                            && path.get(2).equals("accounts")
                            && (path.size() == 3 || path.last().equals("group"));
            };
        }

        private Seq<Tuple2<String, Tree>> header(String name, String title) {
            return Vector.of(Tuple.of("scenario", ValueWriter.leaf(name)), Tuple.of("title", ValueWriter.leaf(title)))
                    .filter(each -> !title.isEmpty() || each._1.equals("scenario"));
        }

        private static Tree named(Seq<? extends Tuple2<String, ? extends Tree>> entries) {
            return ValueWriter.branch(entries);
        }

        private Tuple2<String, Tree> mechanism(String name, Object model, Socket socket) {
            return Tuple.of(name, values.mechanism(model, socket));
        }

        private Tree clock(Clock clock) {
            return values.record(new Sections.ClockSection(
                    Instant.ofEpochMilli(clock.startMillis()),
                    Instant.ofEpochMilli(clock.endMillis()),
                    Option.when(
                            clock.scoredUntilMillis() != Long.MAX_VALUE,
                            () -> Instant.ofEpochMilli(clock.scoredUntilMillis())),
                    Duration.ofMillis(clock.blockMillis()),
                    clock.gas().map(Gas::perBlock),
                    clock.gas().map(Gas::demand),
                    clock.gas().map(Gas::asset)));
        }

        private Tuple2<String, Tree> market(MarketSpec market) {
            String name = market.name().name();
            ImpactMode usual = market.record().isDefined() ? ImpactMode.NET_OF_RECORD : ImpactMode.GROSS;
            return Tuple.of(
                    name,
                    values.record(new Sections.MarketSection(
                            Option.when(!market.asset().symbol().equals(name), market.asset()),
                            market.path(),
                            depth(market.depthValue(), market.depthMove()),
                            market.recovery(),
                            Option.when(market.impact() != usual, market.impact()),
                            market.record(),
                            market.arbitrage())));
        }

        private static String depth(double value, double move) {
            return Double.isInfinite(value)
                    ? "none"
                    : Numerals.counted(new BigDecimal(Double.toString(value)), "USD")
                            + " per "
                            + Numerals.counted(new BigDecimal(Double.toString(move)).movePointRight(2), "")
                            + "%";
        }

        private Tuple2<String, Tree> venue(VenueSpec venue) {
            Tree mechanism = values.mechanism(venue.venue(), Socket.VENUE);
            Tree.Branch keyed = mechanism instanceof Tree.Leaf leaf
                    ? ValueWriter.branch(leaf.text(), ValueWriter.branch(Vector.empty()))
                    : (Tree.Branch) mechanism;
            Tree.Branch wiring = values.record(new Sections.VenueSection(
                    venue.margin(), venue.liquidation(), venue.losses(), venue.safeguards(), venue.watchEveryBlocks()));
            return Tuple.of(
                    venue.name().name(),
                    named(entries(keyed)
                            .appendAll(Vector.of(
                                            Tuple.of("seed", balances(venue.seed())),
                                            Tuple.of(
                                                    "accounts",
                                                    ValueWriter.items(
                                                            venue.accounts().map(this::group))))
                                    .filter(each -> each._2.size() > 1))
                            .appendAll(entries(wiring))));
        }

        private static Seq<Tuple2<String, Tree>> entries(Tree.Branch branch) {
            return branch.entries().toVector().map(each -> Tuple.of(each._1, each._2.value()));
        }

        private Tree group(AccountGroup group) {
            if (group instanceof AccountGroup.Synthetic drawn) {
                return ValueWriter.branch(
                        "synthetic",
                        values.record(new Sections.SyntheticSection(
                                drawn.name(),
                                drawn.count(),
                                drawn.ratio(),
                                drawn.size(),
                                drawn.collateral(),
                                drawn.debt(),
                                drawn.priceOfCollateral())));
            }
            Seq<Tree.Branch> rows = ((AccountGroup.Given) group)
                    .rows()
                    .map(each -> values.record(new Sections.AccountRow(each.name(), each.holdings(), each.owner())));
            return rows.size() == 1 ? rows.head() : ValueWriter.branch("group", ValueWriter.items(rows));
        }

        /** A map where each account comes once, in its order; a list of such maps where not. */
        private static Tree balances(Seq<VenueSpec.SeedBalance> balances) {
            Vector<Tuple2<String, Tree>> entries = Vector.empty();
            Seq<VenueSpec.SeedBalance> rest = balances;
            while (!rest.isEmpty()) {
                String account = rest.head().account();
                var run = rest.span(each -> each.account().equals(account));
                entries = entries.append(Tuple.of(
                        account,
                        ValueWriter.items(run._1.map(each -> ValueWriter.leaf(Numerals.parcel(each.parcel()))))));
                rest = run._2;
            }
            return entries.map(Tuple2::_1).distinct().size() == entries.size()
                    ? ValueWriter.branch(entries)
                    : ValueWriter.items(entries.map(each -> ValueWriter.branch(each._1, each._2)));
        }

        private Tree shock(Shock shock) {
            long after = shock.atMillis() - economy.clock().startMillis();
            Option<Ratio> move = Try.of(() -> new Ratio(
                            Decimal.of(new BigDecimal(Double.toString(shock.factor())).subtract(BigDecimal.ONE))))
                    .filter(each -> each.onePlus().toDouble() == shock.factor() && shock.factor() >= LEAST_MOVED)
                    .toOption();
            return values.record(new Sections.ShockSection(
                    after >= 0
                            ? Numerals.duration(after)
                            : Instant.ofEpochMilli(shock.atMillis()).toString(),
                    shock.market(),
                    move,
                    Option.when(move.isEmpty(), shock.factor())));
        }

        private Tree action(ScriptedAction action) {
            return values.scripted(action.names())
                    .record(new Sections.ActionSection(action.block(), action.sender(), action.action()));
        }
    }
}
