package io.firebreak.cli.report;

import static io.firebreak.cli.report.Html.columnHeader;
import static io.firebreak.cli.report.Html.number;
import static io.firebreak.cli.report.Html.paragraph;
import static io.firebreak.cli.report.Html.row;
import static io.firebreak.cli.report.Html.rowHeader;
import static io.firebreak.cli.report.Html.table;
import static io.firebreak.cli.report.Html.tag;
import static io.firebreak.cli.report.Html.text;

import io.firebreak.cli.report.ReportModel.ByHour;
import io.firebreak.cli.report.ReportModel.Estimate;
import io.firebreak.cli.report.ReportModel.Replay;
import io.firebreak.cli.report.ReportModel.Simulated;
import io.firebreak.cli.report.ReportModel.Target;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The baseline beside the record: totals with their misfit, and hour by hour. */
final class ReplaySection {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK).withZone(ZoneOffset.UTC);

    private ReplaySection() {}

    static Html section(Page page) {
        return tag(
                "section",
                tag("h2", "Replay against the record"),
                page.model()
                        .replay()
                        .map(replay -> Html.all(
                                paragraph(replay.note()),
                                totals(page, replay),
                                replay.targets().isEmpty() ? Html.NOTHING : Charts.misfit(page, replay),
                                Html.all(replay.byHour().map(ReplaySection::hours))))
                        .getOrElse(paragraph("This scenario has no record to be held against.")));
    }

    private static Html totals(Page page, Replay replay) {
        Seq<Html> worlds = page.worldNames().map(world -> columnHeader(world).of("number"));
        return table(
                text("Recorded and simulated, “" + page.model().baseline() + "”; a misfit beyond ±"
                        + Page.percent(replay.tolerance()) + " is marked"),
                List.of(row(worlds.prepend(columnHeader("Recorded").of("number"))
                        .prepend(columnHeader("Figure"))
                        .append(columnHeader("Source of the record")))),
                replay.targets().map(target -> total(page, replay, target)));
    }

    private static Html total(Page page, Replay replay, Target target) {
        Scale scale = scale(target);
        Html name = target.gated()
                ? text(target.label())
                : Html.all(text(target.label() + " "), tag("span", "prediction").of("mark predicted"));
        Seq<Html> worlds = page.worldNames().map(world -> target.simulated()
                .find(each -> each.world().equals(world))
                .map(each -> {
                    boolean off = replay.isMisfit(target, each.estimate().mean());
                    return tag(
                                    "td",
                                    tag("b", scale.write(each.estimate().mean())),
                                    Comparison.spread(scale, each.estimate()),
                                    tag("div", misfit(target, each)).of(off ? "misfit off" : "misfit"))
                            .of("number");
                })
                .getOrElse(number("–")));
        return row(worlds.prepend(number(scale.withUnit(target.recorded())))
                .prepend(rowHeader(name))
                .append(tag("td", source(target.source()))));
    }

    /** Totals of a record are counted to the unit: counts stay as they are. */
    static Scale scale(Target target) {
        return target.unit().isEmpty()
                ? new Scale(1, "", 0)
                : Scale.of(
                        target.unit(),
                        target.simulated().map(each -> each.estimate().mean()).append(target.recorded()));
    }

    static Html source(ReportModel.Note note) {
        Html where = Html.text(note.source());
        return Html.all(
                text(note.text() + (note.text().isEmpty() || note.source().isEmpty() ? "" : " – ")),
                note.link().map(link -> tag("a", where).with("href", link)).getOrElse(where));
    }

    /** Like {@code −12.4 %}. */
    static String misfit(Target target, Simulated simulated) {
        double misfit = target.misfit(simulated.estimate().mean());
        return Double.isNaN(misfit) ? "no misfit defined" : new Scale(100, "%", 1).signed(misfit) + " %";
    }

    private static Html hours(ByHour byHour) {
        Scale scale = scale(byHour);
        Seq<Html> worlds =
                byHour.simulated().map(world -> columnHeader(world.world()).of("number"));
        return table(
                text(byHour.label() + " by hour (UTC)" + (scale.unit().isEmpty() ? "" : ", " + scale.unit())
                        + ": mean ± standard deviation"),
                List.of(row(
                        worlds.prepend(columnHeader("Recorded").of("number")).prepend(columnHeader("Hour")))),
                byHour.hours().zipWithIndex().map(hour -> row(byHour.simulated()
                                .map(world -> hourCell(scale, world.estimates().get(hour._2)))
                                .prepend(number(scale.write(byHour.recorded().get(hour._2))))
                                .prepend(rowHeader(hourName(byHour, hour._1))))
                        .of("tight")));
    }

    private static Html hourCell(Scale scale, Estimate estimate) {
        return Double.isNaN(estimate.mean())
                ? number("–")
                : tag(
                                "td",
                                text(scale.write(estimate.mean()) + " "),
                                tag("span", scale.spread(estimate)).of("spread"))
                        .of("number");
    }

    private static Html hourName(ByHour byHour, long hour) {
        String name = hourName(hour);
        return byHour.predicted(hour)
                ? Html.all(text(name + " "), tag("span", "prediction").of("mark predicted"))
                : text(name);
    }

    static String hourName(long hour) {
        return HOUR.format(Instant.ofEpochMilli(hour));
    }

    static Scale scale(ByHour byHour) {
        Option<Scale> share = byHour.unit().equals("share") ? Option.some(new Scale(100, "%", 0)) : Option.none();
        return share.getOrElse(new Scale(1, byHour.unit(), 0));
    }
}
