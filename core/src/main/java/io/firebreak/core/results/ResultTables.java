package io.firebreak.core.results;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.metric.Event;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.experiment.Column;
import io.firebreak.core.experiment.Comparison;
import io.firebreak.core.experiment.Difference;
import io.firebreak.core.experiment.Estimate;
import io.firebreak.core.experiment.Interval;
import io.firebreak.core.experiment.Outcome;
import io.firebreak.core.experiment.Tail;
import io.firebreak.core.experiment.Variant;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The tables of a result, each as a Parquet file and all in one DuckDB file, {@code results.duckdb}: {@code runs}, and by
 * their column {@code run} also {@code measures}, {@code timeline} and {@code events}; for a comparison {@code figures} and
 * {@code differences}. What is undefined is null.
 */
public final class ResultTables implements AutoCloseable {
    private static final String DATABASE = "results.duckdb";

    private final Path folder;
    private final DuckDBConnection connection;

    private ResultTables(Path folder, DuckDBConnection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /** Writes the outcomes of an experiment and what they show. */
    public static void write(Path folder, Comparison comparison) {
        write(folder, tables -> {
            tables.outcomes(comparison.outcomes());
            tables.figures(comparison);
            tables.differences(comparison);
        });
    }

    /** Writes one run with its events. */
    public static void write(Path folder, Outcome outcome) {
        write(folder, tables -> {
            tables.outcomes(Array.of(outcome));
            tables.events(outcome);
        });
    }

    /** Fills tables. */
    private interface Filling {
        void fill(ResultTables tables) throws SQLException;
    }

    private static void write(Path folder, Filling filling) {
        try (ResultTables tables = open(folder)) {
            filling.fill(tables);
        } catch (SQLException refused) {
            throw new OutputProblem("Cannot write tables to", folder, refused);
        }
    }

    static ResultTables open(Path folder) throws SQLException {
        DuckDBConnection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(DATABASE))
                .unwrap(DuckDBConnection.class);
        ResultTables tables = new ResultTables(folder, connection);
        // One thread and the order of insertion: the same rows give the same files.
        tables.execute("SET threads = 1");
        tables.execute("SET preserve_insertion_order = true");
        return tables;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void outcomes(Seq<Outcome> outcomes) throws SQLException {
        table(
                "runs",
                "run INTEGER, design VARCHAR, world VARCHAR, impact VARCHAR, seed BIGINT, hash VARCHAR, blocks BIGINT, "
                        + "failure VARCHAR",
                rows -> {
                    for (Outcome outcome : outcomes) {
                        Variant variant = outcome.trial().variant();
                        rows.begin(outcome.trial().number())
                                .text(variant.design())
                                .text(variant.world())
                                .text(Variant.word(variant.impact()))
                                .number(outcome.trial().seed())
                                .text(outcome.result().hash())
                                .number(outcome.result().blocks())
                                .maybe(outcome.result().failure().map(RunResult.Failure::message))
                                .end();
                    }
                });
        table("measures", "run INTEGER, metric VARCHAR, value DOUBLE, unit VARCHAR, better VARCHAR", rows -> {
            for (Outcome outcome : outcomes) {
                for (RunResult.Measure measure : outcome.result().measures()) {
                    rows.begin(outcome.trial().number())
                            .text(measure.name())
                            .real(measure.value())
                            .text(measure.unit())
                            .text(word(measure.better()))
                            .end();
                }
            }
        });
        table("timeline", "run INTEGER, series VARCHAR, unit VARCHAR, time_millis BIGINT, value DOUBLE", rows -> {
            for (Outcome outcome : outcomes) {
                for (RunResult.Series series : outcome.result().timeline()) {
                    for (RunResult.Point point : series.points()) {
                        rows.begin(outcome.trial().number())
                                .text(series.name())
                                .text(series.unit())
                                .number(point.timeMillis())
                                .real(point.value())
                                .end();
                    }
                }
            }
        });
    }

    private void events(Outcome outcome) throws SQLException {
        Seq<String> names = outcome.result().accountNames();
        table(
                "events",
                "run INTEGER, block BIGINT, kind VARCHAR, venue VARCHAR, subject VARCHAR, other VARCHAR, "
                        + "first_asset VARCHAR, first_units BIGINT, second_asset VARCHAR, second_units BIGINT",
                rows -> {
                    for (Event event : outcome.result().events()) {
                        rows.begin(outcome.trial().number())
                                .number(event.block())
                                .text(word(event.kind()))
                                .text(event.venue())
                                .text(name(names, event.subject()))
                                .text(name(names, event.other()))
                                .text(event.first().asset().symbol())
                                .number(event.first().units())
                                .text(event.second().asset().symbol())
                                .number(event.second().units())
                                .end();
                    }
                });
    }

    private void figures(Comparison comparison) throws SQLException {
        table(
                "figures",
                "design VARCHAR, world VARCHAR, impact VARCHAR, metric VARCHAR, unit VARCHAR, better VARCHAR, seeds INTEGER, "
                        + "mean DOUBLE, deviation DOUBLE, low DOUBLE, high DOUBLE, shortfall DOUBLE, shortfall_low DOUBLE, "
                        + "shortfall_high DOUBLE",
                rows -> {
                    for (String design : comparison.designs()) {
                        for (String world : comparison.worlds()) {
                            for (ImpactMode impact : comparison.impacts()) {
                                for (Column metric : comparison.metrics()) {
                                    Tail tail = comparison.tail(design, metric, world, impact);
                                    rows.begin(design)
                                            .text(world)
                                            .text(Variant.word(impact))
                                            .text(metric.name())
                                            .text(metric.unit())
                                            .text(word(metric.better()))
                                            .estimate(comparison.estimate(design, metric, world, impact))
                                            .real(tail.shortfall())
                                            .interval(tail.interval())
                                            .end();
                                }
                            }
                        }
                    }
                });
    }

    private void differences(Comparison comparison) throws SQLException {
        table(
                "differences",
                "design VARCHAR, reference VARCHAR, metric VARCHAR, world VARCHAR, impact VARCHAR, seeds INTEGER, "
                        + "mean DOUBLE, deviation DOUBLE, low DOUBLE, high DOUBLE, resolved BOOLEAN, doubt VARCHAR",
                rows -> {
                    for (Column metric : comparison.metrics()) {
                        for (Difference difference : comparison.pairs(metric)) {
                            for (Difference.Cell cell : difference.cells()) {
                                rows.begin(difference.design())
                                        .text(difference.reference())
                                        .text(metric.name())
                                        .text(cell.world())
                                        .text(Variant.word(cell.impact()))
                                        .estimate(cell.difference())
                                        .truth(difference.resolved())
                                        .maybe(difference.doubt())
                                        .end();
                            }
                        }
                    }
                });
    }

    /** Writes the rows of a table. */
    private interface Rows {
        void write(Row row) throws SQLException;
    }

    private void table(String name, String columns, Rows rows) throws SQLException {
        execute("CREATE TABLE " + name + " (" + columns + ")");
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, name)) {
            rows.write(new Row(appender));
        }
        copy(name, folder.resolve(name + ".parquet"));
    }

    void copy(String table, Path file) throws SQLException {
        execute("COPY " + table + " TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String name(Seq<String> names, AccountId account) {
        return account.index() < names.size() ? names.get(account.index()) : "#" + account.index();
    }

    /** Appends cell by cell. */
    private record Row(DuckDBAppender appender) {
        Row begin(int first) throws SQLException {
            appender.beginRow();
            appender.append(first);
            return this;
        }

        Row begin(String first) throws SQLException {
            appender.beginRow();
            return text(first);
        }

        Row text(String text) throws SQLException {
            appender.append(text);
            return this;
        }

        Row maybe(Option<String> text) throws SQLException {
            if (text.isEmpty()) {
                appender.appendNull();
                return this;
            }
            return text(text.get());
        }

        Row number(long number) throws SQLException {
            appender.append(number);
            return this;
        }

        Row truth(boolean truth) throws SQLException {
            appender.append(truth);
            return this;
        }

        Row real(double number) throws SQLException {
            if (Double.isNaN(number)) {
                appender.appendNull();
            } else {
                appender.append(number);
            }
            return this;
        }

        Row estimate(Estimate estimate) throws SQLException {
            appender.append(estimate.count());
            return real(estimate.mean()).real(estimate.deviation()).interval(estimate.interval());
        }

        Row interval(Option<Interval> interval) throws SQLException {
            return real(interval.map(Interval::low).getOrElse(Double.NaN))
                    .real(interval.map(Interval::high).getOrElse(Double.NaN));
        }

        void end() throws SQLException {
            appender.endRow();
        }
    }
}
