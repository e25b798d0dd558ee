package io.firebreak.cli.report;

import static io.firebreak.cli.report.Html.all;
import static io.firebreak.cli.report.Html.cell;
import static io.firebreak.cli.report.Html.columnHeader;
import static io.firebreak.cli.report.Html.list;
import static io.firebreak.cli.report.Html.paragraph;
import static io.firebreak.cli.report.Html.row;
import static io.firebreak.cli.report.Html.rowHeader;
import static io.firebreak.cli.report.Html.table;
import static io.firebreak.cli.report.Html.tag;
import static io.firebreak.cli.report.Html.text;

import io.firebreak.cli.report.MatrixModel.Cell;
import io.firebreak.cli.report.MatrixModel.Group;
import io.firebreak.cli.report.MatrixModel.Mark;
import io.firebreak.cli.report.MatrixModel.Row;
import io.firebreak.cli.report.MatrixModel.RuleNote;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** Writes mechanisms × rules as one HTML page that asks nothing of a network: what is broken first, every cell explained. */
public final class MatrixPage {
    private MatrixPage() {}

    /** The page; the same model gives the same text. */
    public static String html(MatrixModel model) {
        Seq<Html> sections = List.of(
                broken(model).with("id", "broken"),
                matrix(model).with("id", "matrix"),
                silent(model).with("id", "silent"),
                rules(model).with("id", "rules"));
        Html body = tag("body", tag("main", sections.prepend(header(model))));
        return "<!DOCTYPE html>\n"
                + tag(
                                "html",
                                Report.head(
                                        model.title(), Report.resource("report.css") + Report.resource("matrix.css")),
                                body)
                        .with("lang", "en-GB")
                        .markup();
    }

    private static Html header(MatrixModel model) {
        return tag(
                "header",
                paragraph("Firebreak check").of("kind"),
                tag("h1", model.title()),
                paragraph(model.summary()).of("summary"),
                tag("dl", model.facts().map(fact -> Report.fact(fact.name(), text(fact.value()))))
                        .of("facts"));
    }

    private static Html broken(MatrixModel model) {
        Seq<Html> items = model.groups().flatMap(Group::rows).flatMap(row -> row.cells()
                .filter(cell -> cell.mark() == Mark.BROKEN)
                .map(cell -> all(
                        tag("p", tag("strong", row.name()), text(" breaks rule "), link(cell.rule()))
                                .with("id", anchor(row, cell)),
                        paragraph(cell.text()),
                        tag("pre", tag("code", cell.replay())))));
        Seq<Html> unmet = model.groups()
                .flatMap(Group::rows)
                .filter(row -> !row.unmet().isEmpty())
                .map(row -> text(row.name() + ": never met " + row.unmet()));
        return tag(
                "section",
                tag("h2", "What speaks against these mechanisms"),
                items.isEmpty() ? paragraph("No rule is broken.") : list(items).of("warnings"),
                unmet.isEmpty()
                        ? paragraph("The trials of every mechanism met every edge.")
                        : all(
                                tag("h3", "Edges that no trial met"),
                                paragraph("What held there is not to be believed."),
                                list(unmet)));
    }

    private static Html matrix(MatrixModel model) {
        Html head = row(model.rules()
                .map(rule -> columnHeader(link(rule.number())).with("title", rule.sentence()))
                .prepend(columnHeader("mechanism")));
        Seq<Html> body = model.groups().flatMap(group -> group.rows()
                .map(row -> line(model, row))
                .prepend(row(List.of(tag("th", group.title())
                                .with("scope", "rowgroup")
                                .with("colspan", "" + (model.rules().size() + 1))))
                        .of("group")));
        return tag(
                "section",
                tag("h2", "Mechanisms and rules"),
                paragraph(
                                "+ held, ✕ broken, · its precondition was never there; an empty cell: the rule judges something else."
                                        + " Every sign leads to its explanation.")
                        .of("key"),
                table(text("each mechanism alone, then in pairs"), List.of(head), body)
                        .with("data-matrix", ""));
    }

    private static Html line(MatrixModel model, Row row) {
        Html name = rowHeader(row.name()).with("title", row.parameters());
        if (!row.whyNot().isEmpty()) {
            return row(List.of(
                            name,
                            cell("not applicable: " + row.whyNot())
                                    .with("colspan", "" + model.rules().size())))
                    .of("unfit");
        }
        return row(model.rules()
                .map(rule -> row.cells()
                        .find(cell -> cell.rule() == rule.number())
                        .map(cell -> sign(model, row, cell))
                        .getOrElse(cell("")))
                .prepend(name));
    }

    private static Html sign(MatrixModel model, Row row, Cell cell) {
        String target =
                switch (cell.mark()) {
                    case HELD -> "rule-" + cell.rule();
                    case BROKEN -> anchor(row, cell);
                    case SILENT -> "why-" + reasons(model).indexOf(reason(cell));
                };
        String said = row.name() + ", rule " + cell.rule() + ": " + cell.mark().word() + ", " + cell.text();
        return tag(
                        "td",
                        tag("a", cell.mark().sign())
                                .with("href", "#" + target)
                                .with("title", said)
                                .with("aria-label", said))
                .of(cell.mark().word().replace(' ', '-'));
    }

    private static Seq<Cell> reasons(MatrixModel model) {
        return model.groups()
                .flatMap(Group::rows)
                .flatMap(Row::cells)
                .filter(cell -> cell.mark() == Mark.SILENT)
                .map(MatrixPage::reason)
                .distinct();
    }

    private static Cell reason(Cell cell) {
        return new Cell(cell.rule(), cell.mark(), cell.text(), "");
    }

    private static Html silent(MatrixModel model) {
        Seq<Html> reasons = reasons(model).zipWithIndex((cell, index) -> tag(
                        "p",
                        link(cell.rule()),
                        text(" says nothing: " + cell.text() + ". "
                                + model.groups()
                                        .flatMap(Group::rows)
                                        .filter(row -> row.cells()
                                                .map(MatrixPage::reason)
                                                .contains(cell))
                                        .map(Row::name)
                                        .mkString(", ")))
                .with("id", "why-" + index));
        return tag(
                "section",
                tag("h2", "Rules that say nothing, and why"),
                reasons.isEmpty() ? paragraph("Every rule was put to the test.") : all(reasons));
    }

    private static Html rules(MatrixModel model) {
        return tag("section", tag("h2", "The rules"), all(model.rules().map(MatrixPage::explained)));
    }

    private static Html explained(RuleNote rule) {
        return tag(
                "article",
                tag("h3", rule.number() + " " + rule.sentence()).with("id", "rule-" + rule.number()),
                tag("dl", rule.notes().flatMap(note -> List.of(tag("dt", note.name()), tag("dd", note.value())))));
    }

    private static Html link(int rule) {
        return tag("a", "" + rule).with("href", "#rule-" + rule);
    }

    private static String anchor(Row row, Cell cell) {
        return "broken-" + row.name().replaceAll("[^a-z0-9]+", "-") + "-" + cell.rule();
    }
}
