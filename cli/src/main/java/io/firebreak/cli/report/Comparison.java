package io.firebreak.cli.report;

import static io.firebreak.cli.report.Html.columnHeader;
import static io.firebreak.cli.report.Html.paragraph;
import static io.firebreak.cli.report.Html.row;
import static io.firebreak.cli.report.Html.rowHeader;
import static io.firebreak.cli.report.Html.table;
import static io.firebreak.cli.report.Html.tag;
import static io.firebreak.cli.report.Html.text;

import io.firebreak.api.metric.Better;
import io.firebreak.cli.report.ReportModel.Design;
import io.firebreak.cli.report.ReportModel.Estimate;
import io.firebreak.cli.report.ReportModel.Figure;
import io.firebreak.cli.report.ReportModel.Metric;
import io.firebreak.cli.report.ReportModel.Setting;
import io.firebreak.cli.report.ReportModel.Tail;
import io.firebreak.cli.report.ReportModel.World;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** Design × metric, one table per world and impact mode, a spread beside every mean; and the tails. */
final class Comparison {
    /** What fits a page beside the names of the designs. */
    private static final int COLUMNS = 10;

    private Comparison() {}

    static Html section(Page page) {
        ReportModel model = page.model();
        if (model.figures().isEmpty()) {
            return tag("section", tag("h2", "Comparison"), paragraph("There are no figures."));
        }
        return tag(
                "section",
                tag("h2", "Comparison"),
                paragraph("Each cell: the mean over seeds, ± the standard deviation over seeds, and the "
                        + Page.percent(model.intervalLevel()) + " interval of the mean."),
                tag(
                                "p",
                                tag("span", "best").of("mark best"),
                                text(" the best mean of a design that could be built, where its difference from “"
                                        + model.baseline() + "” is resolved; "),
                                tag("span", "leads").of("mark leads"),
                                text(" the same where it is not. "),
                                tag("span", "n.r.").of("mark not-resolved"),
                                text(" not resolved against “" + model.baseline() + "”. "),
                                tag("span", "bound").of("mark bound"),
                                text(" a bound to measure the others by: never marked best."))
                        .of("key"),
                definitions(page),
                Html.all(model.worlds().map(world -> world(page, world))));
    }

    private static Html world(Page page, World world) {
        return Html.all(
                tag("h3", "World: " + world.name()),
                paragraph(world.description()),
                Html.all(page.model().impacts().map(impact -> tables(page, new Setting(world.name(), impact)))));
    }

    private static Html definitions(Page page) {
        return Html.all(
                table(
                        text("The designs"),
                        List.of(row(List.of(columnHeader("Design"), columnHeader("What it is")))),
                        page.model()
                                .designs()
                                .map(design ->
                                        row(List.of(rowHeader(page.name(design)), Html.cell(design.description()))))),
                table(
                        text("The metrics"),
                        List.of(row(List.of(columnHeader("Metric"), columnHeader("What it measures")))),
                        page.model()
                                .metrics()
                                .map(metric ->
                                        row(List.of(rowHeader(metric.label()), Html.cell(metric.description()))))));
    }

    private static Html tables(Page page, Setting setting) {
        Seq<Metric> metrics = page.model().metrics();
        int parts = (metrics.size() + COLUMNS - 1) / COLUMNS;
        int each = (metrics.size() + parts - 1) / parts;
        return Html.all(metrics.grouped(each)
                .map(part -> table(
                        Html.all(text("Impact mode: "), tag("strong", setting.impactName())),
                        List.of(head(page, part)),
                        page.model().designs().map(design -> row(part.map(metric -> cell(page, design, setting, metric))
                                        .prepend(rowHeader(page.name(design))))
                                .of(design.bound() ? "bound" : ""))))
                .toList());
    }

    /** The metrics with their units and directions. */
    static Html head(Page page, Seq<Metric> metrics) {
        return row(metrics.map(metric -> columnHeader(Html.all(
                                text(metric.label()),
                                tag("div", page.scale(metric).unit()).of("unit"),
                                tag("div", direction(metric)).of("unit")))
                        .of("number"))
                .prepend(columnHeader("Design")));
    }

    private static String direction(Metric metric) {
        return switch (metric.better()) {
            case LOWER -> "lower is better";
            case HIGHER -> "higher is better";
            case NEITHER -> "descriptive";
        };
    }

    private static Html cell(Page page, Design design, Setting setting, Metric metric) {
        Scale scale = page.scale(metric);
        return page.figure(design, setting, metric)
                .map(Figure::estimate)
                .map(estimate -> {
                    boolean leads = best(page, setting, metric).contains(design);
                    Html marks = Html.all(
                            leads
                                    ? settled(page, design, metric)
                                            ? tag("span", "best").of("mark best")
                                            : tag("span", "leads").of("mark leads")
                                    : Html.NOTHING,
                            page.unresolved(design, metric) && !Double.isNaN(estimate.mean())
                                    ? tag("span", "n.r.")
                                            .of("mark not-resolved")
                                            .with("title", "not resolved")
                                    : Html.NOTHING);
                    return tag("td", marks, tag("b", scale.write(estimate.mean())), spread(scale, estimate))
                            .of(leads ? "number leading" : "number");
                })
                .getOrElse(Html.number("–"));
    }

    static Html spread(Scale scale, Estimate estimate) {
        return Double.isNaN(estimate.mean())
                ? Html.NOTHING
                : Html.all(
                        tag("div", scale.spread(estimate)).of("spread"),
                        tag("div", scale.interval(estimate.low(), estimate.high()))
                                .of("spread"));
    }

    /** The best design that could be built; none where two are equal. */
    static Option<Design> best(Page page, Setting setting, Metric metric) {
        if (metric.better() == Better.NEITHER) {
            return Option.none();
        }
        double sign = metric.better() == Better.LOWER ? 1 : -1;
        Seq<Design> defined = page.buildable()
                .filter(design -> page.figure(design, setting, metric)
                        .exists(figure -> !Double.isNaN(figure.estimate().mean())))
                .sortBy(design -> sign * mean(page, design, setting, metric));
        boolean alone = defined.size() > 1
                && mean(page, defined.get(0), setting, metric) != mean(page, defined.get(1), setting, metric);
        return alone ? Option.some(defined.head()) : Option.none();
    }

    private static double mean(Page page, Design design, Setting setting, Metric metric) {
        return page.figure(design, setting, metric)
                .map(figure -> figure.estimate().mean())
                .getOrElse(Double.NaN);
    }

    /** A baseline that leads has won only where every other design's difference from it is resolved. */
    private static boolean settled(Page page, Design design, Metric metric) {
        return design.name().equals(page.model().baseline())
                ? page.remedies().forAll(other -> !page.unresolved(other, metric))
                : !page.unresolved(design, metric);
    }

    static Html tails(Page page) {
        ReportModel model = page.model();
        Seq<Metric> withTails = model.metrics().filter(metric -> model.figures()
                .exists(figure ->
                        figure.metric().equals(metric.name()) && figure.tail().isDefined()));
        return tag(
                "section",
                tag("h2", "Tails"),
                withTails.isEmpty()
                        ? paragraph("No expected shortfall was measured: that needs more seeds.")
                        : Html.all(
                                paragraph("Expected shortfall: the mean over the worst "
                                        + Page.percent(1 - model.tailLevel()) + " of seeds, its "
                                        + Page.percent(model.intervalLevel())
                                        + " interval, and the mean over all seeds to hold it against."),
                                Html.all(withTails.map(metric -> tailTable(page, metric)))));
    }

    private static Html tailTable(Page page, Metric metric) {
        ReportModel model = page.model();
        Scale scale = page.scale(metric);
        Seq<Html> worlds = model.worlds().map(world -> tag("th", world.name())
                .with("scope", "colgroup")
                .with("colspan", Integer.toString(model.impacts().size())));
        return table(
                text("Expected shortfall of " + metric.label() + ", " + scale.unit()),
                List.of(
                        row(worlds.prepend(columnHeader("Design").with("rowspan", "2"))),
                        row(model.settings().map(setting -> columnHeader(setting.impactName())
                                .of("number")))),
                model.designs().map(design -> row(model.settings()
                                .map(setting -> page.figure(design, setting, metric)
                                        .map(figure -> tailCell(scale, figure))
                                        .getOrElse(Html.number("–")))
                                .prepend(rowHeader(page.name(design))))
                        .of(design.bound() ? "bound" : "")));
    }

    private static Html tailCell(Scale scale, Figure figure) {
        Option<Tail> tail = figure.tail();
        return tag(
                        "td",
                        tag("b", tail.map(each -> scale.write(each.value())).getOrElse("–")),
                        tag(
                                        "div",
                                        tail.map(each -> scale.interval(each.low(), each.high()))
                                                .getOrElse(""))
                                .of("spread"),
                        tag("div", "mean " + scale.write(figure.estimate().mean()))
                                .of("spread"))
                .of("number");
    }
}
