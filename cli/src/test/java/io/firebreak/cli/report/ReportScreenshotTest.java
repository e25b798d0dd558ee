package io.firebreak.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;

/** The report as a browser shows and prints it, from a file and without a network. Its pictures stay under {@code target/report}. */
final class ReportScreenshotTest {
    private static final Path PICTURES = Path.of("target", "report");

    @TempDir
    static Path profile;

    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        Optional<File> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<File> driver = onPath("chromedriver");
        if (chromium.isEmpty() || driver.isEmpty()) {
            String message =
                    "This needs chromium and chromedriver on the PATH. Maybe: apt-get install chromium chromium-driver";
            assertThat(System.getenv("CI")).as(message).isNotEqualTo("true");
            // Surefire says nothing of a class that was skipped as a whole.
            System.out.println("ReportScreenshotTest is skipped. " + message);
            Assumptions.abort(message);
        }
        Files.createDirectories(PICTURES);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.orElseThrow())
                        .build(),
                options(chromium.orElseThrow()));
        Path page = PICTURES.resolve("report.html");
        Report.write(SampleReport.blackThursday(), page);
        browser.manage().window().setSize(new Dimension(1280, 900));
        browser.get(page.toUri().toString());
    }

    private static ChromeOptions options(File chromium) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void rendersOfflineWithoutAConsoleError() throws IOException {
        browser.navigate().refresh();
        assertThat(script("return performance.getEntriesByType('resource').length"))
                .isEqualTo(0L);
        picture("report.png", 1280);
        noErrors();
    }

    @Test
    void everyChartHasPainted() {
        long charts = (long) script("return document.querySelectorAll('figure.chart').length");
        assertThat(charts).isEqualTo(9 + 3 + 2 + 1);
        assertThat(script("return [...document.querySelectorAll('figure.chart')].filter(figure => {"
                        + " const svg = figure.querySelector('svg');"
                        + " return !svg || svg.getBoundingClientRect().height < 100 || svg.querySelectorAll('path').length < 8; })"
                        + ".map(figure => figure.innerText)"))
                .isEqualTo(List.of());
    }

    @Test
    void anotherImpactModeIsDrawnWhenChosen() {
        String first = chart();
        script("document.querySelector('input[name=impact][value=gross]').click()");
        String second = chart();
        script("document.querySelector('input[name=impact]').click()");
        assertThat(second).isNotEqualTo(first);
        assertThat(chart()).isEqualTo(first);
    }

    @Test
    void nothingIsCutOffAt1280Pixels() {
        browser.manage().window().setSize(new Dimension(1280, 900));
        assertThat(script("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        assertThat(
                        script(
                                "return [...document.querySelectorAll('.frame')]"
                                        + ".filter(frame => frame.scrollWidth > frame.clientWidth).map(frame => frame.innerText.slice(0, 80))"))
                .isEqualTo(List.of());
    }

    @Test
    void aNarrowWindowScrollsTablesNotThePage() {
        try {
            // Headless Chromium opens no window narrower than 500 pixels.
            browser.manage().window().setSize(new Dimension(520, 900));
            assertThat(script("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        } finally {
            browser.manage().window().setSize(new Dimension(1280, 900));
        }
    }

    @Test
    void printsOnPagesWithItsCharts() throws IOException {
        byte[] pdf =
                Base64.getDecoder().decode(browser.print(new PrintOptions()).getContent());
        Files.write(PICTURES.resolve("report.pdf"), pdf);
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("%PDF");
        assertThat(Pattern.compile("/Type\\s*/Page\\b").matcher(text).results().count())
                .isGreaterThanOrEqualTo(2);
        noErrors();
    }

    @Test
    void chartsFillTheirPlaceOnPaper() {
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        try {
            assertThat(script("return [...document.querySelectorAll('.canvas')].filter(canvas => {"
                            + " const place = canvas.getBoundingClientRect();"
                            + " const drawing = canvas.querySelector('svg').getBoundingClientRect();"
                            + " return drawing.height < 100 || Math.abs(drawing.bottom - place.bottom) > 2"
                            + " || Math.abs(drawing.width - place.width) > 2; }).map(canvas => canvas.ariaLabel)"))
                    .isEqualTo(List.of());
        } finally {
            browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        }
    }

    @Test
    void withoutAScriptTheTablesRemain() {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser.navigate().refresh();
            String text = browser.findElement(By.tagName("main")).getText();
            assertThat(text)
                    .contains("Charts need JavaScript", "World: short of capital", "Expected shortfall of bad debt");
            assertThat(browser.findElements(By.cssSelector("figure.chart")))
                    .isNotEmpty()
                    .noneMatch(WebElement::isDisplayed);
        } finally {
            browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
            browser.navigate().refresh();
        }
    }

    private static Object script(String code) {
        return browser.executeScript(code);
    }

    private static String chart() {
        return (String)
                script("return document.querySelector('figure.dots svg').outerHTML.replace(/zr\\d+[-\\w]*/g, '')");
    }

    private static void noErrors() {
        Stream<LogEntry> severe = browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue());
        assertThat(severe.map(LogEntry::getMessage)).isEmpty();
    }

    /** The whole page, as tall as it is. */
    private static void picture(String name, int width) throws IOException {
        long height = (long) script("return document.documentElement.scrollHeight");
        Map<String, Object> answer = browser.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
        Files.write(PICTURES.resolve(name), Base64.getDecoder().decode((String) answer.get("data")));
    }

    private static Optional<File> onPath(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1)).map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }
}
