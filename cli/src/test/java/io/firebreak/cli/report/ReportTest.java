package io.firebreak.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.cli.report.ReportModel.Difference;
import io.firebreak.cli.report.ReportModel.Estimate;
import io.firebreak.cli.report.ReportModel.Gap;
import io.firebreak.cli.report.ReportModel.Setting;
import io.firebreak.cli.report.ReportModel.TimeChart;
import io.firebreak.cli.report.ReportModel.Trace;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.engine.RunResult.Series;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
    private static final String HTML = Report.html(SampleReport.blackThursday());

    @Test
    void failuresWarningsAndNoiseComeBeforeAnyRanking() {
        assertInOrder(
                markup(HTML),
                "Result hash",
                "What speaks against these results",
                "2 of 1,440 runs failed",
                "Rule 104: took 50.000000001 ETH",
                "The gas file ends with 12 March",
                "Misfits",
                "Not resolved against",
                "Where the numbers come from",
                ">Input<",
                ">Calibrated<",
                ">Result<",
                "Inside a bar",
                "<h2>Verdicts",
                "<h2>Comparison",
                "<h2>Charts",
                "<h2>Replay against the record",
                "<h2>Tails",
                "<h2>Environment and manifest",
                "./firebreak compare black-thursday --seeds 20");
        String before = HTML.substring(0, HTML.indexOf("<h2>Verdicts"));
        assertThat(markup(before)).doesNotContain("mark best", "mark better");
    }

    @Test
    void misfitsAreNamedWithTheirWorld() {
        assertThat(markup(HTML))
                .contains("net shortfall in “priced out”: −29.4\u00a0%")
                .contains("zero bids on the 13th (a prediction, not aimed at) in “short of capital”: −64.4\u00a0%")
                .doesNotContain("kicks in “both”: ");
    }

    @Test
    void whatANameContainsIsTextNeverMarkup() {
        String evil = "</script><script>alert('x')</script><img src=x onerror=\"y\">&";
        ReportModel model = SampleReport.blackThursday();
        TimeChart chart = new TimeChart(
                evil, evil, List.of(new Trace(new Series(evil, evil, List.empty()), ReportModel.Shape.LINE)));
        String html = Report.html(new ReportModel(
                evil,
                evil,
                evil,
                model.resultHash(),
                model.seeds(),
                model.runs(),
                model.assurance(),
                model.intervalLevel(),
                model.tailLevel(),
                model.failures(),
                List.of(evil),
                model.origin(),
                model.designs().append(new ReportModel.Design(evil, evil, false)),
                model.baseline(),
                model.worlds(),
                model.impacts(),
                model.metrics(),
                model.figures(),
                model.differences(),
                List.of(chart),
                model.replay(),
                new ReportModel.Manifest(evil, List.of(new ReportModel.Entry(evil, evil)))));
        assertThat(html).doesNotContain(evil).contains("\\u003c/script>\\u003cscript>alert('x')");
        assertThat(markup(html)).doesNotContain("<img", "alert('x')").contains("&lt;/script&gt;&lt;script&gt;");
        assertThat(count(html, "<script")).isEqualTo(count(html, "</script>"));
    }

    @Test
    void asksNothingOfANetwork() {
        assertThat(markup(HTML))
                .doesNotContainPattern("(src|srcset|action|poster)=")
                .doesNotContainPattern("<link(?! rel=\"icon\" href=\"data:,\">)")
                .doesNotContain("@import", "url(")
                .contains("default-src &#39;none&#39;");
    }

    @Test
    void everyTableHasACaptionAndEveryHeaderAScope() {
        String markup = markup(HTML);
        assertThat(count(markup, "<table")).isGreaterThan(15).isEqualTo(count(markup, "<caption"));
        assertThat(count(markup, "<th ")).isEqualTo(count(markup, " scope=\""));
        assertThat(markup).doesNotContain("<th>");
    }

    @Test
    void noTagSaysTheSameAttributeTwice() {
        assertThat(markup(HTML)).doesNotContainPattern("<[^>]* ([a-z-]+)=\"[^\"]*\"[^>]* \\1=\"");
    }

    @Test
    void aSpreadAndAnIntervalStandBesideEveryMean() {
        String tables = HTML.substring(HTML.indexOf("World: "), HTML.indexOf("<h2>Charts"));
        int means = count(tables, "<b>");
        assertThat(means).isEqualTo(8 * 9 * 9);
        int undefined = 9;
        assertThat(count(tables, "± ")).isEqualTo(means - undefined);
        assertThat(Pattern.compile("\\[[^\\]]+, [^\\]]+\\]")
                        .matcher(tables)
                        .results()
                        .count())
                .isEqualTo(means - undefined);
    }

    @Test
    void aBoundIsNeverBest() {
        assertThat(Pattern.compile("<tr class=\"bound\">.*?</tr>", Pattern.DOTALL)
                        .matcher(HTML)
                        .results()
                        .map(result -> result.group()))
                .hasSizeGreaterThan(18)
                .noneMatch(row -> row.contains("mark best") || row.contains("mark leads"));
    }

    @Test
    void aDifferenceThatFlipsIsNotResolvedAndSaysWhere() {
        Setting here = new Setting("short of capital", ImpactMode.GROSS);
        Setting there = new Setting("priced out", ImpactMode.GROSS);
        Setting noisy = new Setting("both", ImpactMode.NONE);
        Difference flips = new Difference(
                "dutch auction",
                "maker.bad-debt",
                List.of(
                        new Gap(here, new Estimate(-2, 1, -3, -1)),
                        new Gap(there, new Estimate(2, 1, 1, 3)),
                        new Gap(noisy, new Estimate(.1, 1, -1, 1.2))));
        assertThat(flips.resolved()).isFalse();
        assertThat(Verdicts.reason(SampleReport.blackThursday().metrics().head(), flips))
                .isEqualTo("better in “short of capital, gross”, worse in “priced out, gross”; "
                        + "the interval contains zero in “both, none”");
    }

    @Test
    void anEmptyModelSaysThatThereIsNothing() {
        assertInOrder(
                markup(Report.html(SampleReport.empty())),
                "Nothing was run.",
                "There is nothing to compare.",
                "There are no figures.",
                "There is nothing to draw.",
                "no record to be held against",
                "No expected shortfall was measured");
    }

    @Test
    void theSameModelGivesTheSamePage() {
        assertThat(Report.html(SampleReport.blackThursday())).isEqualTo(HTML);
    }

    @Test
    void seedsWithoutGapsAreARange() {
        assertThat(Report.seeds(List.of(3L, 4L, 5L))).isEqualTo("3 (3–5)");
        assertThat(Report.seeds(List.of(3L, 5L))).isEqualTo("2 (3, 5)");
        assertThat(Report.seeds(List.of(9L))).isEqualTo("1 (9)");
    }

    @Test
    void aChartWithThreeUnitsIsRefused() {
        assertThatThrownBy(() -> new TimeChart(
                        "too much",
                        "",
                        List.of("USD", "gwei", "DAI")
                                .map(unit -> new Trace(new Series(unit, unit, List.empty()), ReportModel.Shape.LINE))))
                .hasMessageContaining("USD, gwei, DAI")
                .hasMessageContaining("Maybe split it");
    }

    @Test
    void writesTheFileAndNothingBesideIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "an older report");
        Report.write(SampleReport.empty(), file);
        assertThat(file).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderThatIsNotThereIsNotMade(@TempDir Path folder) {
        assertThatThrownBy(() -> Report.write(SampleReport.empty(), folder.resolve("absent/report.html")))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDifferenceIsResolvedWhereEveryIntervalLiesOnOneSideOfZero() {
        Setting here = new Setting("both", ImpactMode.GROSS);
        Setting there = new Setting("both", ImpactMode.NONE);
        assertThat(difference(new Gap(here, new Estimate(-2, 1, -3, -1)), new Gap(there, new Estimate(-2, 1, -3, -.1)))
                        .resolved())
                .isTrue();
        assertThat(difference(new Gap(here, new Estimate(2, 1, 1, 3)), new Gap(there, new Estimate(2, 2, -.1, 4)))
                        .resolved())
                .isFalse();
        assertThat(difference(new Gap(here, new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN)))
                        .resolved())
                .isFalse();
        assertThat(difference().resolved()).isFalse();
    }

    private static Difference difference(Gap... gaps) {
        return new Difference("dutch auction", "maker.bad-debt", List.of(gaps));
    }

    @Test
    void aFigureThatThePageWouldLeaveOutIsRefused() {
        ReportModel model = SampleReport.blackThursday();
        ReportModel.Figure stray = new ReportModel.Figure(
                "flip", model.settings().head(), "maker.bad-debt", new Estimate(1, 0, 1, 1), Option.none());
        assertThatThrownBy(() -> with(model, model.figures().append(stray), model.differences()))
                .hasMessageContaining("maker.bad-debt of 'flip'");
        Gap nowhere = new Gap(new ReportModel.Setting("nowhere", ImpactMode.NONE), new Estimate(1, 0, 1, 1));
        assertThatThrownBy(() -> with(model, model.figures(), List.of(difference(nowhere))))
                .hasMessageContaining("The difference of 'dutch auction' on maker.bad-debt");
    }

    private static ReportModel with(ReportModel model, Seq<ReportModel.Figure> figures, Seq<Difference> differences) {
        return new ReportModel(
                model.title(),
                model.scenario(),
                model.summary(),
                model.resultHash(),
                model.seeds(),
                model.runs(),
                model.assurance(),
                model.intervalLevel(),
                model.tailLevel(),
                model.failures(),
                model.warnings(),
                model.origin(),
                model.designs(),
                model.baseline(),
                model.worlds(),
                model.impacts(),
                model.metrics(),
                figures,
                differences,
                model.timelines(),
                model.replay(),
                model.manifest());
    }

    /** What AssertJ's containsSubsequence says, in a time that does not grow with the square of the page. */
    private static void assertInOrder(String text, String... parts) {
        int from = 0;
        for (String part : parts) {
            int at = text.indexOf(part, from);
            assertThat(at).as("'" + part + "' after what it should follow").isNotNegative();
            from = at + part.length();
        }
    }

    private static String markup(String html) {
        return html.replaceAll("(?s)(<(script|style)[^>]*>).*?</\\2>", "$1");
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
