package io.firebreak.cli.report;

import io.firebreak.api.metric.Better;
import io.firebreak.cli.report.ReportModel.Design;
import io.firebreak.cli.report.ReportModel.Difference;
import io.firebreak.cli.report.ReportModel.Figure;
import io.firebreak.cli.report.ReportModel.Metric;
import io.firebreak.cli.report.ReportModel.Setting;
import io.firebreak.cli.report.ReportModel.World;
import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** A model with what every section looks up in it. */
record Page(
        ReportModel model,
        Map<FigureKey, Figure> figures,
        Map<DifferenceKey, Difference> differences,
        Map<String, Scale> scales) {
    record FigureKey(String design, Setting setting, String metric) {}

    record DifferenceKey(String design, String metric) {}

    static Page of(ReportModel model) {
        Map<FigureKey, Figure> figures = LinkedHashMap.ofEntries(model.figures()
                .map(each -> Tuple.of(new FigureKey(each.design(), each.setting(), each.metric()), each)));
        Map<DifferenceKey, Difference> differences = LinkedHashMap.ofEntries(
                model.differences().map(each -> Tuple.of(new DifferenceKey(each.design(), each.metric()), each)));
        Map<String, Scale> scales = LinkedHashMap.ofEntries(
                model.metrics().map(metric -> Tuple.of(metric.name(), Scale.of(metric.unit(), means(model, metric)))));
        return new Page(model, figures, differences, scales);
    }

    /** The bounds are often far larger than any design; they don't choose the scale where there is something else. */
    private static Seq<Double> means(ReportModel model, Metric metric) {
        Seq<String> bounds = model.designs().filter(Design::bound).map(Design::name);
        Seq<Figure> all = model.figures().filter(figure -> figure.metric().equals(metric.name()));
        Seq<Figure> designs = all.reject(figure -> bounds.contains(figure.design()));
        return (designs.isEmpty() ? all : designs)
                .map(figure -> figure.estimate().mean());
    }

    Option<Figure> figure(Design design, Setting setting, Metric metric) {
        return figures.get(new FigureKey(design.name(), setting, metric.name()));
    }

    /** None where nothing was measured in either design. */
    Option<Difference> difference(Design design, Metric metric) {
        return differences.get(new DifferenceKey(design.name(), metric.name())).filter(difference -> difference
                .gaps()
                .exists(gap -> !Double.isNaN(gap.estimate().mean())));
    }

    boolean unresolved(Design design, Metric metric) {
        return difference(design, metric).exists(difference -> !difference.resolved());
    }

    Scale scale(Metric metric) {
        return scales.get(metric.name()).getOrElse(() -> Scale.of(metric.unit(), List.empty()));
    }

    Seq<Design> buildable() {
        return model.designs().reject(Design::bound);
    }

    Seq<Design> remedies() {
        return buildable().reject(design -> design.name().equals(model.baseline()));
    }

    Seq<Metric> judged() {
        return model.metrics().filter(metric -> metric.better() != Better.NEITHER);
    }

    Seq<String> worldNames() {
        return model.worlds().map(World::name);
    }

    /** The name of a design, marked where it is a bound. */
    Html name(Design design) {
        return design.bound()
                ? Html.all(
                        Html.text(design.name() + " "),
                        Html.tag("span", "bound").of("mark bound"))
                : design.name().equals(model.baseline())
                        ? Html.all(
                                Html.text(design.name() + " "),
                                Html.tag("span", "reference").of("mark reference"))
                        : Html.text(design.name());
    }

    /** {@code 95 %}. */
    static String percent(double share) {
        return Scale.of("", List.of(share * 100)).write(share * 100).replaceAll("\\.?0+$", "") + " %";
    }
}
