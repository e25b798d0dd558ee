package io.firebreak.cli;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;

/** Columns of text: the first flush left, the others flush right where {@code right} says so. */
record TextTable(Seq<Seq<String>> headers, Seq<Seq<String>> rows, boolean right) {
    /** A column of sentences is wider than a terminal, which breaks them; a line that is broken is no line. */
    private static final int WIDEST_RULE = 76;

    static TextTable of(Seq<String> header, Seq<Seq<String>> rows) {
        return new TextTable(Array.of(header), rows, false);
    }

    String render() {
        Seq<Seq<String>> all = headers.appendAll(rows);
        int columns = all.map(Seq::length).max().getOrElse(0);
        int[] widths = new int[columns];
        for (Seq<String> row : all) {
            for (int at = 0; at < row.length(); at++) {
                widths[at] = Math.max(widths[at], row.get(at).length());
            }
        }
        StringBuilder text = new StringBuilder();
        headers.forEach(header -> line(text, header, widths));
        if (!headers.isEmpty()) {
            line(text, Array.ofAll(widths).map(width -> "─".repeat(Math.min(width, WIDEST_RULE))), widths);
        }
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private void line(StringBuilder text, Seq<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < cells.length(); at++) {
            String padding = " ".repeat(widths[at] - cells.get(at).length());
            line.append(at == 0 ? "" : "  ")
                    .append(right && at > 0 ? padding + cells.get(at) : cells.get(at) + padding);
        }
        text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
}
