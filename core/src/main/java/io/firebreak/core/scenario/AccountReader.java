package io.firebreak.core.scenario;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.wiring.RecordShape;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.RoundingMode;

/**
 * Reads the margin accounts of a venue: {@code { file: vaults.csv, name: vault, collateral: { ETH: collateral_eth }, debt: {
 * DAI: debt_dai } }} with a column for each asset, {@code { synthetic: … }}, {@code { account: alice, holdings: [10 ETH,
 * -1500 DAI] }}, or several of these as one {@code { group: [ … ] }}.
 */
final class AccountReader {
    static final RecordShape SYNTHETIC = RecordShape.of(Sections.SyntheticSection.class);
    static final RecordShape ROW = RecordShape.of(Sections.AccountRow.class);
    static final Seq<String> FILE_KEYS = Vector.of("file", "name", "collateral", "debt", "owner");

    private final ValueReader values;
    private final Declared declared;
    private final DataFiles files;
    private final Problems problems;

    AccountReader(ValueReader values, Declared declared, DataFiles files, Problems problems) {
        this.values = values;
        this.declared = declared;
        this.files = files;
        this.problems = problems;
    }

    Option<Seq<AccountGroup>> groups(Option<Cursor> accounts) {
        if (accounts.isEmpty()) {
            return Option.some(Vector.empty());
        }
        Cursor at = accounts.get();
        if (!(at.tree() instanceof Tree.Items)) {
            return problems.report(at, "is not a list of accounts");
        }
        Seq<Option<AccountGroup>> groups = at.children().map(this::group);
        return groups.forAll(Option::isDefined) ? Option.some(groups.map(Option::get)) : Option.none();
    }

    private Option<AccountGroup> group(Cursor at) {
        if (at.child("synthetic").isDefined()) {
            values.known(at, Vector.of("synthetic"));
            return synthetic(at.child("synthetic").get());
        }
        if (at.child("file").isDefined()) {
            return file(at);
        }
        if (at.child("group").isEmpty()) {
            return row(at).map(row -> new AccountGroup.Given(Vector.of(row)));
        }
        values.known(at, Vector.of("group"));
        Cursor rows = at.child("group").get();
        if (!(rows.tree() instanceof Tree.Items)) {
            return problems.report(rows, "is not a list of accounts");
        }
        Seq<Option<AccountGroup.Row>> each = rows.children().map(this::row);
        return each.forAll(Option::isDefined)
                ? Option.some(new AccountGroup.Given(each.map(Option::get)))
                : Option.none();
    }

    private Option<AccountGroup.Row> row(Cursor at) {
        return values.record(at, ROW)
                .map(each -> (Sections.AccountRow) each)
                .map(row -> new AccountGroup.Row(row.account(), row.holdings(), row.owner()));
    }

    private Option<AccountGroup> synthetic(Cursor at) {
        return values.record(at, SYNTHETIC)
                .map(each -> (Sections.SyntheticSection) each)
                .map(each -> new AccountGroup.Synthetic(
                        each.name(),
                        each.count(),
                        each.collateral(),
                        each.debtAsset(),
                        each.ratio(),
                        each.debt(),
                        each.price()));
    }

    private static String text(Cursor at) {
        return at.tree() instanceof Tree.Leaf leaf ? leaf.text() : "";
    }

    /** A column of the file and what it holds. */
    private record Column(int index, Asset asset, boolean debt) {}

    private Option<AccountGroup> file(Cursor at) {
        values.known(at, FILE_KEYS);
        Cursor name = at.child("file").get();
        return files.table(text(name), name).flatMap(table -> {
            Seq<Option<Column>> columns = columns(at, "collateral", table).appendAll(columns(at, "debt", table));
            Option<Integer> label = at.child("name").flatMap(each -> column(each, table));
            Option<Integer> owner = at.child("owner").flatMap(each -> column(each, table));
            boolean named = at.child("name").isDefined() == label.isDefined()
                    && at.child("owner").isDefined() == owner.isDefined();
            if (columns.isEmpty()) {
                problems.report(
                        at.tree().place(),
                        at.path(),
                        "",
                        "says which columns hold nothing. Maybe add 'collateral: { ETH: collateral_eth }'; the file has "
                                + table.columns().mkString(", "));
            }
            return columns.forAll(Option::isDefined) && named && !columns.isEmpty()
                    ? rows(table, columns.map(Option::get), label, owner)
                    : Option.none();
        });
    }

    private Seq<Option<Column>> columns(Cursor at, String side, CsvTable table) {
        return at.child(side).map(Cursor::children).getOrElse(Vector.empty()).map(each -> {
            Option<Asset> asset = declared.assets().find(known -> known.symbol().equals(each.name()));
            if (asset.isEmpty()) {
                Seq<String> symbols = declared.assets().map(Asset::symbol);
                problems.report(
                        each.tree().place(),
                        at.path() + "." + side,
                        each.name(),
                        "is no declared asset" + Nearest.hint(each.name(), symbols) + ". Declared are "
                                + symbols.mkString(", "));
            }
            return column(each, table)
                    .flatMap(index -> asset.map(known -> new Column(index, known, side.equals("debt"))));
        });
    }

    private Option<Integer> column(Cursor at, CsvTable table) {
        int index = table.columns().indexOf(text(at));
        return index >= 0
                ? Option.some(index)
                : problems.report(
                        at,
                        "is no column of " + table.file() + Nearest.hint(text(at), table.columns()) + ". It has "
                                + table.columns().mkString(", "));
    }

    private Option<AccountGroup> rows(
            CsvTable table, Seq<Column> columns, Option<Integer> label, Option<Integer> owner) {
        Seq<Option<AccountGroup.Row>> rows = Vector.range(0, table.rows().size())
                .map(row -> {
                    Seq<Option<Parcel>> holdings = columns.map(column -> holding(table, row, column));
                    return holdings.forAll(Option::isDefined)
                            ? Option.some(new AccountGroup.Row(
                                    label.map(column -> table.rows().get(row).get(column))
                                            .getOrElse(() -> table.file() + ":" + (row + 2)),
                                    holdings.map(Option::get),
                                    owner.map(column -> table.rows().get(row).get(column))))
                            : Option.none();
                });
        return rows.forAll(Option::isDefined)
                ? Option.some(new AccountGroup.Given(rows.map(Option::get)))
                : Option.none();
    }

    /** What a file gives too exactly is rounded against the account: holdings down, debts up. */
    private Option<Parcel> holding(CsvTable table, int row, Column column) {
        String cell = table.rows().get(row).get(column.index());
        return Measured.of(cell)
                .filterOrElse(each -> each.unit().isEmpty(), each -> "is not a number")
                .filterOrElse(each -> each.number().signum() >= 0, each -> "is negative")
                .flatMap(each -> Scalars.units(
                        each.number(), column.asset(), column.debt() ? RoundingMode.UP : RoundingMode.DOWN))
                .fold(
                        why -> {
                            problems.reportAll(Vector.of(table.problem(row, column.index(), why)));
                            return Option.none();
                        },
                        units -> Option.some(new Parcel(column.asset(), column.debt() ? -units : units)));
    }
}
