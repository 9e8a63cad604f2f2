package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real Chromium for the journeys: the one named by `FOLKMOOT_CHROMIUM`, or the system's; without
/// windows of its own (`headless shell`) where there is one, which costs a fifth less.
/// It is started once and stays to the end of the run; every page it opens starts with empty
/// storage, and nothing is downloaded.
public final class Browser {

    private static final String LOCALE = "en-GB";
    private static final int PATIENCE = 15_000; // milliseconds; the machine may be busy

    private static final List<String> USUAL =
            List.of(
                    "/usr/bin/chromium-headless-shell",
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

    private static final String AXE = axe();
    private static final String SERIOUS =
            """
            async () => (await axe.run(document, { resultTypes: ['violations'], preload: false })).violations
                .filter((rule) => ['serious', 'critical'].includes(rule.impact))
                .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary}`))
            """;
    private static final String SETTLED =
            """
            () => document.readyState === 'complete' && document.fonts.status === 'loaded'
                && !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')
                && [...document.querySelectorAll('[hx-trigger^=load]')].every((part) => part['htmx-internal-data']?.loaded)
                && [...document.querySelectorAll('figure[data-chart]:not([data-drawn])')].every((chart) => {
                    const box = chart.getBoundingClientRect();
                    return box.width === 0 || box.top > innerHeight || box.bottom < 0;
                })
                && [...document.images].every((image) => image.complete || image.loading === 'lazy')
                && document.getAnimations().every((one) => one.playState !== 'running' || one.effect.getComputedTiming().endTime > 1000)
            """;

    private static com.microsoft.playwright.@Nullable Browser chromium;

    private Browser() {}

    /// A new page in a new profile, which closes with it: `width` by 900 CSS pixels (780 high below
    /// 768 wide), in that colour scheme.
    public static Page page(int width, ColorScheme scheme) {
        return chromium()
                .newPage(
                        new com.microsoft.playwright.Browser.NewPageOptions()
                                .setViewportSize(width, height(width))
                                .setColorScheme(scheme)
                                .setLocale(LOCALE));
    }

    /// The profile alone, for journeys with several pages that share a sign-in.
    public static BrowserContext context(int width, ColorScheme scheme) {
        return chromium()
                .newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setViewportSize(width, height(width))
                                .setColorScheme(scheme)
                                .setLocale(LOCALE));
    }

    private static int height(int width) {
        return width < 768 ? 780 : 900;
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null || !chromium.isConnected()) {
            var playwright = Playwright.create();
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            chromium =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(executable())
                                            .setArgs(FLAGS));
        }
        return chromium;
    }

    /// Fails with the list of what axe calls serious or critical on this page. Asked in the page
    /// itself and for violations alone, it need not describe all that is well; nor does it fetch
    /// the styles once more, which only experimental rules want.
    public static void assertAccessible(Page page) {
        assertThat(page.frames()).as("axe would not see into a frame").hasSize(1);
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AXE);
        }
        assertThat((List<?>) page.evaluate(SERIOUS))
                .as("what axe finds serious on " + page.url())
                .isEmpty();
    }

    /// Waits until the page has all it asks for of itself: its fonts, its pictures, the parts that
    /// htmx brings afterwards and the charts near the window; and until nothing moves any more.
    public static void settled(Page page) {
        page.waitForFunction(SETTLED);
    }

    /// Takes a picture for people to look at. Chromium
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

    private static String axe() {
        try (var source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
