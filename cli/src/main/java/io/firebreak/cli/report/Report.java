package io.firebreak.cli.report;

import static io.firebreak.cli.report.Html.paragraph;
import static io.firebreak.cli.report.Html.row;
import static io.firebreak.cli.report.Html.rowHeader;
import static io.firebreak.cli.report.Html.table;
import static io.firebreak.cli.report.Html.tag;
import static io.firebreak.cli.report.Html.text;

import io.firebreak.cli.report.ReportModel.Note;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Writes a comparison as one HTML page that asks nothing of a network. It argues against itself first: what failed and what noise hides comes
 * before any ranking, the origin of the numbers before the verdicts, and what it takes to do it again at the end.
 */
public final class Report {
    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    /** Lets the page use only what it carries. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    private Report() {}

    /** Writes the page, or leaves what was there. */
    public static void write(ReportModel model, Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(draft, html(model));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The page; the same model gives the same text. */
    public static String html(ReportModel model) {
        Page page = Page.of(model);
        Seq<Html> sections = List.of(
                AgainstItself.section(page).with("id", "against"),
                origin(model).with("id", "origin"),
                Verdicts.section(page).with("id", "verdicts"),
                Comparison.section(page).with("id", "comparison"),
                Charts.section(page).with("id", "charts"),
                ReplaySection.section(page).with("id", "replay"),
                Comparison.tails(page).with("id", "tails"),
                environment(model).with("id", "environment"));
        Html head = head(model.title(), resource("report.css"));
        Html body = tag(
                "body",
                tag("main", sections.prepend(contents()).prepend(header(model))),
                script(resource(ECHARTS)),
                script(resource("report.js")));
        return "<!DOCTYPE html>\n"
                + tag("html", head, body).with("lang", "en-GB").markup();
    }

    /** What comes before the body of a page that carries all it uses. */
    static Html head(String title, String styles) {
        return tag(
                "head",
                new Html("<meta charset=\"utf-8\">\n"),
                new Html("<meta>\n")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", POLICY),
                new Html("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"),
                // Without an icon of its own a page makes browsers ask for one.
                new Html("<link rel=\"icon\" href=\"data:,\">\n"),
                tag("title", title),
                tag("style", new Html(styles)));
    }

    private static Html header(ReportModel model) {
        return tag(
                "header",
                paragraph("Firebreak report").of("kind"),
                tag("h1", model.title()),
                paragraph(model.summary()).of("summary"),
                tag(
                                "dl",
                                fact("Scenario", text(model.scenario())),
                                fact("Result hash", tag("code", model.resultHash())),
                                fact("Seeds", text(seeds(model.seeds()))),
                                fact(
                                        "Runs",
                                        text(String.format(
                                                Locale.ROOT,
                                                "%,d, %,d failed",
                                                model.runs(),
                                                model.failures().size()))),
                                fact(
                                        "Assurance",
                                        text(model.assurance().name().toLowerCase(Locale.ROOT)
                                                + ", and full at the end of every run")))
                        .of("facts"));
    }

    static Html fact(String name, Html value) {
        return tag("div", tag("dt", name), tag("dd", value));
    }

    /** Like {@code 20 (1–20)}, or all of them where they have gaps. */
    static String seeds(Seq<Long> seeds) {
        if (seeds.isEmpty()) {
            return "none";
        }
        boolean gapless = seeds.zip(seeds.tail()).forAll(pair -> pair._2 == pair._1 + 1);
        String which = gapless && seeds.size() > 1 ? seeds.head() + "–" + seeds.last() : seeds.mkString(", ");
        return seeds.size() + " (" + which + ")";
    }

    private static Html contents() {
        Seq<Html> links = List.of(
                        "against", "What speaks against it",
                        "origin", "Where the numbers come from",
                        "verdicts", "Verdicts",
                        "comparison", "Comparison",
                        "charts", "Charts",
                        "replay", "Replay",
                        "tails", "Tails",
                        "environment", "Environment and manifest")
                .grouped(2)
                .map(each -> tag("li", tag("a", each.get(1)).with("href", "#" + each.get(0))))
                .toList();
        return tag("nav", tag("ol", links)).with("aria-label", "Contents");
    }

    private static Html origin(ReportModel model) {
        return tag(
                "section",
                tag("h2", "Where the numbers come from"),
                tag(
                                "div",
                                notes("Input", model.origin().inputs()),
                                notes("Calibrated", model.origin().calibrated()),
                                notes("Result", model.origin().results()))
                        .of("origins"),
                tag("h3", "Inside a bar"),
                paragraph(model.origin().insideABar()));
    }

    private static Html notes(String name, Seq<Note> notes) {
        return tag(
                "div",
                tag("h3", name),
                notes.isEmpty() ? paragraph("Nothing.") : Html.list(notes.map(ReplaySection::source)));
    }

    private static Html environment(ReportModel model) {
        return tag(
                "section",
                tag("h2", "Environment and manifest"),
                paragraph("This command gives the same result hash:"),
                tag("pre", tag("code", model.manifest().command())),
                model.manifest().entries().isEmpty()
                        ? Html.NOTHING
                        : table(
                                text("Versions, hashes and the machine"),
                                List.of(row(List.of("Name", "Value").map(Html::columnHeader))),
                                model.manifest()
                                        .entries()
                                        .map(entry -> row(List.of(
                                                rowHeader(entry.name()), tag("td", tag("code", entry.value())))))));
    }

    private static Html script(String code) {
        return new Html("<script>" + code.replace("</script", "<\\/script") + "</script>\n");
    }

    static String resource(String name) {
        try (InputStream in = Report.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The report needs " + name + " on the class path. Maybe the distribution was taken apart.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("Reading " + name, broken);
        }
    }
}
