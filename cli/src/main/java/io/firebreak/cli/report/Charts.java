package io.firebreak.cli.report;

import static io.firebreak.cli.report.Html.columnHeader;
import static io.firebreak.cli.report.Html.number;
import static io.firebreak.cli.report.Html.paragraph;
import static io.firebreak.cli.report.Html.row;
import static io.firebreak.cli.report.Html.rowHeader;
import static io.firebreak.cli.report.Html.table;
import static io.firebreak.cli.report.Html.tag;
import static io.firebreak.cli.report.Html.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.cli.report.ReportModel.ByHour;
import io.firebreak.cli.report.ReportModel.Design;
import io.firebreak.cli.report.ReportModel.Estimate;
import io.firebreak.cli.report.ReportModel.Figure;
import io.firebreak.cli.report.ReportModel.Metric;
import io.firebreak.cli.report.ReportModel.Replay;
import io.firebreak.cli.report.ReportModel.Setting;
import io.firebreak.cli.report.ReportModel.Shape;
import io.firebreak.cli.report.ReportModel.TimeChart;
import io.firebreak.cli.report.ReportModel.Trace;
import io.firebreak.core.engine.RunResult.Point;
import io.firebreak.core.scenario.Counted;
import io.vavr.collection.IndexedSeq;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The charts. Each figure carries its numbers as JSON, which {@code report.js} draws; without a script the figures stay hidden and the tables
 * say the same.
 */
final class Charts {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What the eye tells apart, and the reader of a drawing's description still follows. */
    private static final int ROWS_BEHIND_A_CHART = 12;

    private Charts() {}

    static Html section(Page page) {
        ReportModel model = page.model();
        Seq<ByHour> byHour = model.replay().toList().flatMap(Replay::byHour);
        boolean none = model.figures().isEmpty() && model.timelines().isEmpty() && byHour.isEmpty();
        return tag(
                "section",
                tag("h2", "Charts"),
                none
                        ? paragraph("There is nothing to draw.")
                        : tag("noscript", paragraph("Charts need JavaScript. Their numbers are in the tables.")),
                model.figures().isEmpty() ? Html.NOTHING : comparison(page),
                model.timelines().isEmpty() ? Html.NOTHING : tag("h3", "Over time"),
                Html.all(model.timelines().map(Charts::timeline)),
                byHour.isEmpty() ? Html.NOTHING : tag("h3", "“" + model.baseline() + "” beside the record, by hour"),
                tag("div", byHour.map(Charts::hours)).of("pair"));
    }

    private static Html comparison(Page page) {
        ReportModel model = page.model();
        Html choice = tag(
                        "fieldset",
                        model.impacts()
                                .map(impact -> new Setting("", impact).impactName())
                                .zipWithIndex()
                                .map(impact -> tag("label", impactButton(impact._1, impact._2 == 0), text(impact._1)))
                                .prepend(tag("legend", "Impact mode")))
                .of("impacts");
        return Html.all(
                tag("h3", "Comparison with spreads"),
                paragraph("A mark is the mean over seeds; the thick line is the interval of the mean, the thin line one"
                        + " standard deviation to each side. Bounds are grey; where a bound lies outside the designs' range"
                        + " an arrow gives its mean."),
                model.impacts().size() > 1 ? choice : Html.NOTHING,
                worldKey(page),
                tag("div", model.metrics().map(metric -> dots(page, metric))).of("pair"));
    }

    private static Html impactButton(String impact, boolean checked) {
        Html button =
                new Html("<input>").with("type", "radio").with("name", "impact").with("value", impact);
        return checked ? button.with("checked", "") : button;
    }

    private static Html worldKey(Page page) {
        return tag("p", page.worldNames().zipWithIndex().map(world -> tag("span", world._1)
                        .of("world world-" + world._2 % 4)))
                .of("key worlds chart-only");
    }

    private static Html dots(Page page, Metric metric) {
        ReportModel model = page.model();
        Scale scale = page.scale(metric);
        ObjectNode chart = JSON.objectNode().put("kind", "dots");
        label(chart, metric.label(), scale);
        chart.set("rows", rows(model.designs()));
        chart.set("worlds", strings(page.worldNames()));
        ObjectNode byImpact = chart.putObject("impacts");
        for (Seq<Setting> settings : model.settings().groupBy(Setting::impact).values()) {
            ArrayNode worlds = byImpact.putArray(settings.head().impactName());
            settings.forEach(
                    setting -> worlds.add(array(model.designs().map(design -> page.figure(design, setting, metric)
                            .map(figure -> estimate(scale, figure.estimate()))
                            .getOrElse(JSON.nullNode())))));
        }
        Seq<Double> means = model.figures()
                .filter(figure -> figure.metric().equals(metric.name()))
                .map(Figure::estimate)
                .map(Estimate::mean)
                .filter(Double::isFinite);
        String range = means.isEmpty()
                ? ""
                : ", from " + scale.withUnit(means.min().get()) + " to "
                        + scale.withUnit(means.max().get());
        return figure(
                chart,
                text(metric.label()),
                "Dot and whisker chart of " + metric.label() + " for "
                        + Counted.of(model.designs().size(), "design") + " in "
                        + Counted.of(model.worlds().size(), "world") + range
                        + ". The comparison tables give every number.",
                Html.NOTHING);
    }

    static Html misfit(Page page, Replay replay) {
        ObjectNode chart = JSON.objectNode().put("kind", "dots").put("band", replay.tolerance() * 100);
        Scale scale = new Scale(100, "%", 0);
        label(chart, "misfit", scale);
        ArrayNode rows = chart.putArray("rows");
        replay.targets().forEach(target -> rows.addObject()
                .put("name", target.label() + (target.gated() ? "" : " (prediction)"))
                .put("bound", false));
        chart.set("worlds", strings(page.worldNames()));
        ArrayNode worlds = chart.putObject("impacts").putArray("");
        page.worldNames()
                .forEach(world -> worlds.add(array(replay.targets().map(target -> target.simulated()
                        .find(each -> each.world().equals(world))
                        .map(each -> each.estimate())
                        .map(each -> estimate(
                                scale,
                                new Estimate(
                                        target.misfit(each.mean()),
                                        each.spread() / StrictMath.abs(target.recorded()),
                                        target.misfit(each.low()),
                                        target.misfit(each.high()))))
                        .getOrElse(JSON.nullNode())))));
        return Html.all(
                worldKey(page),
                figure(
                        chart,
                        text("Misfit: simulated against recorded, in per cent of the record; the band is ±"
                                + Page.percent(replay.tolerance())),
                        "Dot and whisker chart of the misfit of each recorded figure in each world. The table above gives every number.",
                        Html.NOTHING));
    }

    private static Html hours(ByHour byHour) {
        Scale scale = ReplaySection.scale(byHour);
        ObjectNode chart = JSON.objectNode().put("kind", "hours");
        label(chart, byHour.label(), scale);
        chart.set("hours", strings(byHour.hours().map(ReplaySection::hourName)));
        chart.put("predictedFrom", byHour.hours().indexWhere(byHour::predicted));
        chart.set("recorded", array(byHour.recorded().map(value -> value(scale.apply(value)))));
        chart.set("worlds", strings(byHour.simulated().map(ReportModel.SimulatedByHour::world)));
        chart.set(
                "simulated",
                array(byHour.simulated().map(world -> array(world.estimates().map(each -> estimate(scale, each))))));
        return figure(
                chart,
                text(byHour.label() + (scale.unit().isEmpty() ? "" : ", " + scale.unit())
                        + ": bars are the record, marks the means of the worlds, lines one standard deviation"
                        + (byHour.predictedFrom().isDefined() ? "; shaded hours are predictions" : "")),
                "Chart of " + byHour.label() + " by hour, recorded and simulated. The replay tables give every number.",
                Html.NOTHING);
    }

    private static Html timeline(TimeChart time) {
        ObjectNode chart = JSON.objectNode().put("kind", "time");
        Seq<Scale> axes = time.units().map(unit -> axis(time, unit));
        ArrayNode units = chart.putArray("axes");
        axes.forEach(axis -> units.addObject().put("unit", axis.unit()).put("decimals", axis.decimals()));
        ArrayNode traces = chart.putArray("traces");
        time.traces().forEach(trace -> {
            int axis = time.units().indexOf(trace.series().unit());
            ObjectNode line = traces.addObject()
                    .put("name", trace.series().name())
                    .put("axis", axis)
                    .put("step", trace.shape() == Shape.STEP);
            line.set("points", array(trace.series().points().map(point -> JSON.arrayNode()
                    .add(point.timeMillis())
                    .add(value(axes.get(axis).apply(point.value()))))));
        });
        Seq<String> spans = time.traces()
                .flatMap(trace ->
                        span(trace, axes.get(time.units().indexOf(trace.series().unit()))));
        return figure(
                chart,
                Html.all(tag("strong", time.title() + ". "), text(time.caption())),
                "Lines over time: " + time.title() + ". " + spans.mkString("; ") + ".",
                numbersBehind(time, axes));
    }

    private static Scale axis(TimeChart time, String unit) {
        return Scale.of(
                unit,
                time.traces()
                        .filter(trace -> trace.series().unit().equals(unit))
                        .flatMap(trace -> trace.series().points().map(Point::value)));
    }

    private static Seq<String> span(Trace trace, Scale scale) {
        Seq<Double> values = trace.series().points().map(Point::value).filter(Double::isFinite);
        return values.isEmpty()
                ? List.empty()
                : List.of(trace.series().name() + " from "
                        + scale.write(values.min().get()) + " to "
                        + scale.withUnit(values.max().get()));
    }

    private static Html numbersBehind(TimeChart time, Seq<Scale> axes) {
        Seq<Long> times = time.traces()
                .flatMap(trace -> trace.series().points().map(Point::timeMillis))
                .distinct()
                .sorted();
        if (times.isEmpty()) {
            return Html.NOTHING;
        }
        int rows = StrictMath.min(ROWS_BEHIND_A_CHART, times.size());
        int last = times.size() - 1;
        IndexedSeq<Long> all = times.toVector();
        Seq<Long> shown =
                List.range(0, rows).map(row -> all.get(rows == 1 ? 0 : (int) ((long) row * last / (rows - 1))));
        return tag(
                "details",
                tag("summary", "Numbers of this chart"),
                table(
                        text(time.title() + ", sampled"),
                        List.of(row(time.traces()
                                .map(trace -> columnHeader(Html.all(
                                                text(trace.series().name()),
                                                tag(
                                                                "div",
                                                                scale(time, axes, trace)
                                                                        .unit())
                                                        .of("unit")))
                                        .of("number"))
                                .prepend(columnHeader("Time (UTC)")))),
                        shown.map(moment -> row(time.traces()
                                .map(trace -> number(scale(time, axes, trace).write(at(trace, moment))))
                                .prepend(rowHeader(ReplaySection.hourName(moment)))))));
    }

    private static Scale scale(TimeChart time, Seq<Scale> axes, Trace trace) {
        return axes.get(time.units().indexOf(trace.series().unit()));
    }

    /** The last sample up to a moment. */
    private static double at(Trace trace, long moment) {
        double latest = Double.NaN;
        for (Point point : trace.series().points()) {
            if (point.timeMillis() > moment) {
                break;
            }
            latest = point.value();
        }
        return latest;
    }

    private static Html figure(ObjectNode chart, Html caption, String description, Html below) {
        return tag(
                        "figure",
                        tag("figcaption", caption),
                        tag("div").of("canvas").with("role", "img").with("aria-label", description),
                        json(chart),
                        below)
                .of("chart " + chart.get("kind").asText());
    }

    /** As text that no value can leave: a {@code <} inside a string is written by its number. */
    private static Html json(JsonNode node) {
        return new Html("<script type=\"application/json\">" + node.toString().replace("<", "\\u003c") + "</script>\n");
    }

    private static void label(ObjectNode chart, String label, Scale scale) {
        chart.put("label", label).put("unit", scale.unit()).put("decimals", scale.decimals());
    }

    private static ArrayNode rows(Seq<Design> designs) {
        ArrayNode rows = JSON.arrayNode();
        designs.forEach(design -> rows.addObject().put("name", design.name()).put("bound", design.bound()));
        return rows;
    }

    /** Mean, spread, low, high. */
    private static JsonNode estimate(Scale scale, Estimate estimate) {
        return array(List.of(estimate.mean(), estimate.spread(), estimate.low(), estimate.high())
                .map(each -> value(scale.apply(each))));
    }

    private static ArrayNode strings(Seq<String> values) {
        return array(values.map(JSON::textNode));
    }

    private static ArrayNode array(Seq<? extends JsonNode> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(array::add);
        return array;
    }

    /** Seven digits are more than a drawing shows, and half the size of the file. */
    private static JsonNode value(double value) {
        return Double.isFinite(value)
                ? JSON.numberNode(new BigDecimal(value).round(new MathContext(7)))
                : JSON.nullNode();
    }
}
