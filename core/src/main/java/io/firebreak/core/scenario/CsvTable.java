package io.firebreak.core.scenario;

import io.firebreak.api.plugin.DataFile;
import io.vavr.collection.Array;
import io.vavr.collection.Vector;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A CSV file with a header, as text: comma separated, without quotes.
 *
 * @param rows each as long as the header
 */
record CsvTable(String file, Array<String> columns, Array<Array<String>> rows) {
    private static final String TIME = "time";
    private static final int MOST_PROBLEMS = 20;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    /** Reads the cells; rows that are not as long as the header are reported and left out. */
    static CsvTable parse(String file, String text, List<Problem> problems) {
        String[] lines = text.replace("\uFEFF", "").split("\r?\n", -1);
        Array<String> columns = cells(lines[0]);
        if (columns.distinct().size() < columns.size() || columns.exists(String::isEmpty)) {
            problems.add(new Problem(file, 1, 1, "", lines[0], "is a header with a column twice or without a name"));
        }
        List<Array<String>> rows = new ArrayList<>();
        for (int line = 1; line < lines.length; line++) {
            boolean last = line == lines.length - 1 && lines[line].isEmpty();
            Array<String> cells = cells(lines[line]);
            if (!last && cells.size() != columns.size()) {
                problems.add(new Problem(
                        file,
                        line + 1,
                        1,
                        "",
                        lines[line],
                        "has " + cells.size() + " cells; the header has " + columns.size()));
            }
            if (!last) {
                rows.add(cells.padTo(columns.size(), "").take(columns.size()));
            }
        }
        if (rows.isEmpty()) {
            problems.add(new Problem(file, 1, 1, "", "", "has no rows"));
        }
        return new CsvTable(file, columns, Array.ofAll(rows));
    }

    private static Array<String> cells(String line) {
        return Array.of(line.split(",", -1)).map(String::strip);
    }

    /** A mistake in a cell; its line is that of the file. */
    Problem problem(int row, int column, String message) {
        int before =
                rows.get(row).take(column).map(cell -> cell.length() + 1).sum().intValue();
        return new Problem(
                file, row + 2, before + 1, columns.get(column), rows.get(row).get(column), message);
    }

    /**
     * The numbers in it, as mechanisms see them. A column of which most cells are numbers is one of numbers; every cell of it
     * that is neither a finite number nor empty is a mistake.
     */
    DataFile numbers(List<Problem> problems) {
        int time = columns.indexOf(TIME);
        long[] times = time < 0 ? new long[0] : times(time, problems);
        Vector<Integer> others = Vector.range(0, columns.size()).filter(column -> column != time);
        double[][] numbers = others.map(column -> column(column, problems)).toJavaArray(double[][]::new);
        return new DataFile(file, others.map(columns::get), times, numbers);
    }

    private long[] times(int column, List<Problem> problems) {
        long[] times = new long[rows.size()];
        int mistakes = 0;
        long latest = Long.MIN_VALUE;
        for (int row = 0; row < times.length && mistakes < MOST_PROBLEMS; row++) {
            try {
                times[row] = Instant.parse(rows.get(row).get(column)).toEpochMilli();
                if (times[row] <= latest) {
                    problems.add(problem(row, column, "is not after the row before it; times must ascend"));
                    mistakes++;
                }
                latest = times[row];
            } catch (DateTimeException | ArithmeticException wrong) {
                problems.add(problem(row, column, "is not a time such as 2020-03-12T13:35:00Z"));
                mistakes++;
            }
        }
        return times;
    }

    private double[] column(int column, List<Problem> problems) {
        double[] numbers = new double[rows.size()];
        int words = 0;
        int filled = 0;
        for (int row = 0; row < numbers.length; row++) {
            String cell = rows.get(row).get(column);
            boolean number = NUMBER.matcher(cell).matches();
            numbers[row] = number ? Double.parseDouble(cell) : Double.NaN;
            filled += cell.isEmpty() ? 0 : 1;
            words += number || cell.isEmpty() ? 0 : 1;
        }
        if (2 * words > filled) {
            return numbers;
        }
        int mistakes = 0;
        for (int row = 0; row < numbers.length && mistakes < MOST_PROBLEMS; row++) {
            if (!Double.isFinite(numbers[row]) && !rows.get(row).get(column).isEmpty()) {
                problems.add(problem(row, column, "is not a finite number"));
                mistakes++;
            }
        }
        return numbers;
    }
}
