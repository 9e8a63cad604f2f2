package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// A real Chromium for the journeys: the one named by `FOLKMOOT_CHROMIUM`, or the system's.
/// One per test class; every page it opens starts with empty storage, and nothing is downloaded.
public final class Browser implements AutoCloseable {

    private static final List<String> USUAL =
            List.of(
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/usr/bin/google-chrome-stable",
                    "/snap/bin/chromium",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> FLAGS =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    // the usual 64 MB of shared memory in a container are too small for a tall page
                    "--disable-dev-shm-usage");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    public static Browser launch() {
        var playwright = Playwright.create();
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable())
                                        .setArgs(FLAGS)));
    }

    /// A new page in a new profile, `width` by 900 CSS pixels (780 high below 768 wide), in that
    /// colour scheme.
    public Page page(int width, ColorScheme scheme) {
        return context(width, scheme).newPage();
    }

    /// The profile alone, for journeys with several pages that share a sign-in.
    public BrowserContext context(int width, ColorScheme scheme) {
        return chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, width < 768 ? 780 : 900)
                        .setColorScheme(scheme)
                        .setLocale("en-GB"));
    }

    /// Fails with the list of what axe calls serious or critical on this page.
    public static void assertAccessible(Page page) {
        var found =
                new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(
                                        rule ->
                                                Set.of("serious", "critical")
                                                        .contains(rule.getImpact()))
                                .flatMap(
                                        rule ->
                                                rule.getNodes().stream()
                                                        .map(
                                                                node ->
                                                                        "%s: %s %s"
                                                                                .formatted(
                                                                                        rule
                                                                                                .getId(),
                                                                                        node
                                                                                                .getHtml(),
                                                                                        node
                                                                                                .getFailureSummary())))
                                .toList();
        assertThat(found).as("what axe finds serious on " + page.url()).isEmpty();
    }

    /// Fails if the page is wider than the window. Takes a picture for people to look at. Chromium
    /// now and then cannot when the machine is busy; then it is asked once more.
    public static void picture(Page page, Page.ScreenshotOptions options) {
        try {
            page.screenshot(options);
        } catch (PlaywrightException e) {
            page.waitForTimeout(1_000);
            page.screenshot(options);
        }
    }

    /// Fails if the page is wider than the window.
    public static void assertNoSidewaysScrolling(Page page) {
        assertThat(
                        page.evaluate(
                                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels beyond the window on " + page.url())
                .isEqualTo(0);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static Path executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("FOLKMOOT_CHROMIUM")), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "No Chromium found. Install it (%s) or name it in FOLKMOOT_CHROMIUM."
                                                .formatted(
                                                        System.getProperty("os.name")
                                                                        .toLowerCase(Locale.ROOT)
                                                                        .contains("mac")
                                                                ? "brew install chromium"
                                                                : "apt install chromium")));
    }
}
