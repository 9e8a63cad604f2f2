package org.folkmoot.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Looks at every part and both frames in a real browser: light and dark, desk and phone.
class GalleryTests {

    private static Showroom room;
    private static String gallery;
    private static String shortcuts;
    private static String error;

    @BeforeAll
    static void open() throws IOException {
        room = new Showroom();
        room.serve(
                "/c/lovelace/palette",
                """
                [{"label": "Ada Lovelace", "detail": "Person", "href": "/c/lovelace/people/ada", "group": "People"}]
                """);
        room.serve(
                "/c/lovelace/tray",
                """
                event: jobs
                data: [{"id": "1", "title": "Import of export.zip", "href": "#1", "done": 0.42, "words": "12,400 rows/s, about 2 min left, reading #help", "state": "running", "cancel": "/imports/1/cancel"}]

                """);
        room.serve("/c/lovelace/badges", "");
        room.serve("/c/lovelace/health", "Health");
        room.serve("/c/lovelace/shortcuts", "Keys");
        room.serve("/imports", "Seen");
        room.serve("/card.htm", "<strong>Ada Lovelace</strong><p>Asks good questions.</p>");
        gallery = room.show("gallery", "web/gallery.jte", Samples.gallery());
        shortcuts =
                room.show(
                        "shortcuts",
                        "web/shortcuts.jte",
                        Map.of(
                                "desk",
                                Samples.desk(
                                        "Keyboard shortcuts",
                                        "They work wherever you are not typing.",
                                        List.of())));
        error =
                room.show(
                        "error",
                        "web/error.jte",
                        Map.of(
                                "page",
                                PublicPage.quiet(
                                        "Something broke on our side",
                                        "",
                                        "Lovelace Circle",
                                        1,
                                        "Skip to the content",
                                        Locale.ENGLISH),
                                "mishap",
                                new Mishap(
                                        "This page could not be put together.",
                                        "Nothing you entered before was lost.",
                                        "Go back to Today and try again. If it happens again, give the reference below to whoever runs this installation.",
                                        "7f3a-9c21",
                                        "/",
                                        "Go to Today",
                                        new Mishap.Kept(
                                                "What you had written:", "Met on the train."))));
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @ParameterizedTest
    @CsvSource({
        "gallery, 1280, LIGHT",
        "gallery, 1280, DARK",
        "gallery, 360, LIGHT",
        "gallery, 360, DARK",
        "shortcuts, 1280, LIGHT",
        "shortcuts, 360, DARK",
        "error, 1280, LIGHT",
        "error, 360, DARK"
    })
    void everyPageFitsIsAccessibleAndKeepsTheContentSecurityPolicy(
            String name, int width, ColorScheme scheme) {
        try (var page = Browser.page(width, scheme)) {
            var complaints = complaints(page);
            page.navigate(address(name));
            if (name.equals("gallery")) {
                scrollThrough(page);
                assertThat(page.locator("figure[data-chart]:not([data-drawn])")).hasCount(0);
            }
            // Before the tools that look at the page bring styles of their own.
            assertThat(complaints).isEmpty();
            Browser.picture(
                    page,
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(
                                    Showroom.picture(
                                            "%s-%d-%s"
                                                    .formatted(
                                                            name,
                                                            width,
                                                            scheme.name()
                                                                    .toLowerCase(Locale.ROOT)))));
            Browser.assertNoSidewaysScrolling(page);
            Browser.assertAccessible(page);
        }
    }

    @Test
    void thePaletteFindsAPageByAFewLettersAndAPersonFromTheServer() {
        try (var page = Browser.page(1280, ColorScheme.LIGHT)) {
            var complaints = complaints(page);
            page.navigate(gallery);
            page.keyboard().press("Control+k");
            page.getByText("Ada Lovelace", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .waitFor();
            page.keyboard().type("hea");
            assertThat(page.locator("#palette [aria-selected=true]")).containsText("Health");
            assertThat(complaints).isEmpty();
            Browser.picture(
                    page, new Page.ScreenshotOptions().setPath(Showroom.picture("palette")));
            Browser.assertAccessible(page);
            page.keyboard().press("Enter");
            page.waitForURL("**/c/lovelace/health");
        }
    }

    @Test
    void aTableIsReadAndChosenFromWithTheKeyboardAlone() {
        try (var page = Browser.page(1280, ColorScheme.LIGHT)) {
            page.navigate(gallery);
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("x");
            assertThat(page.locator("tr[data-at] .person-name").textContent())
                    .isEqualTo("Grace Hopper");
            assertThat(page.locator("[data-bulk]").textContent()).contains("1 chosen");
            page.keyboard().press("Enter");
            page.waitForURL("**#grace");
        }
    }

    @Test
    void theTrayShowsLongWorkAndMenusOpenWithoutScriptOfTheirOwn() {
        try (var page = Browser.page(1280, ColorScheme.DARK)) {
            page.navigate(gallery);
            page.locator("[data-tray-button][data-busy]").click();
            assertThat(page.locator("#tray").textContent())
                    .contains("Import of export.zip")
                    .contains("about 2 min left");
            Browser.picture(page, new Page.ScreenshotOptions().setPath(Showroom.picture("tray")));
            page.keyboard().press("Escape");
            page.locator(".define").first().click();
            Browser.picture(
                    page, new Page.ScreenshotOptions().setPath(Showroom.picture("definition")));
            assertThat(page.locator("#define-growth").isVisible()).isTrue();
            Browser.assertAccessible(page);
        }
    }

    @Test
    void aChosenThemeAndAnOpenRailAreRemembered() {
        try (var page = Browser.page(1280, ColorScheme.LIGHT)) {
            page.navigate(gallery);
            page.locator("[data-theme-toggle]").click();
            page.locator("[data-rail-pin]").click();
            page.reload();
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
            assertThat(page.locator("[data-rail-pin]").getAttribute("aria-pressed"))
                    .isEqualTo("true");
            page.mouse().move(640, 450);
            Browser.picture(
                    page, new Page.ScreenshotOptions().setPath(Showroom.picture("rail-open")));
            Browser.assertNoSidewaysScrolling(page);
        }
    }

    @Test
    void theCardOfAPersonComesWhenThePointerRests() {
        try (var page = Browser.page(1280, ColorScheme.LIGHT)) {
            page.navigate(gallery);
            page.mouse().move(640, 450); // out of the corner, where the rail opens
            page.locator("tr .person[data-card]").first().hover();
            page.getByText("Asks good questions.").waitFor();
        }
    }

    @Test
    void theMenuOfAPhoneHoldsEveryPage() {
        try (var page = Browser.page(360, ColorScheme.LIGHT)) {
            page.navigate(gallery);
            page.locator(".bottombar button").click();
            assertThat(page.locator("#more a").count()).isEqualTo(8);
            Browser.picture(page, new Page.ScreenshotOptions().setPath(Showroom.picture("more")));
            Browser.assertAccessible(page);
        }
    }

    @Test
    void gAndALetterJumpToAPageAndAQuestionMarkExplainsTheKeys() {
        try (var page = Browser.page(1280, ColorScheme.LIGHT)) {
            page.navigate(gallery);
            page.keyboard().press("g");
            page.keyboard().press("h");
            page.waitForURL("**/c/lovelace/health");
            page.navigate(gallery);
            page.keyboard().press("?");
            page.waitForURL("**/c/lovelace/shortcuts");
        }
    }

    @Test
    void aSlashSearchesAlsoOnAPhone() {
        try (var page = Browser.page(360, ColorScheme.LIGHT)) {
            page.navigate(gallery);
            page.keyboard().press("/");
            assertThat(page.locator("#search")).isFocused();
            assertThat(page.locator("#search").boundingBox().width).isGreaterThan(250);
            page.keyboard().type("j");
            assertThat(page.locator("tr[data-at]")).hasCount(0);
            Browser.picture(page, new Page.ScreenshotOptions().setPath(Showroom.picture("phone")));
        }
    }

    @Test
    void aDroppedFileIsSentWithTheTokenAndItsPageShown() {
        try (var page = Browser.page(1280, ColorScheme.LIGHT)) {
            page.navigate(gallery);
            var sent =
                    page.waitForRequest(
                            "**/imports",
                            () ->
                                    page.locator("input[type=file]")
                                            .setInputFiles(
                                                    new FilePayload(
                                                            "export.zip",
                                                            "application/zip",
                                                            "a small export"
                                                                    .getBytes(
                                                                            StandardCharsets
                                                                                    .UTF_8))));
            assertThat(sent.method()).isEqualTo("POST");
            assertThat(sent.headerValue("X-CSRF-TOKEN")).isEqualTo("a-token");
            page.waitForURL("**/imports");
        }
    }

    @Test
    void aChartIsDownloadedAsAPictureAndReadAsATable() throws IOException {
        try (var page = Browser.page(1280, ColorScheme.LIGHT)) {
            page.navigate(gallery);
            var button = page.locator("#first-answers [data-chart-png]");
            button.scrollIntoViewIfNeeded();
            var picture = page.waitForDownload(button::click);
            assertThat(picture.suggestedFilename()).isEqualTo("first-answers.png");
            assertThat(Files.size(picture.path())).isGreaterThan(5_000);
            page.locator("#first-answers summary").click();
            assertThat(page.locator("#first-answers tbody tr")).hasCount(30);
        }
    }

    @Test
    void whatCannotBeUndoneIsAskedForAndKeepingItIsTheFirstChoice() {
        try (var page = Browser.page(1280, ColorScheme.LIGHT)) {
            page.navigate(gallery);
            page.locator("[data-dialog=erase]").click();
            assertThat(page.locator("#erase")).containsText("This cannot be undone.");
            assertThat(page.locator("#erase .btn:focus")).hasText("Keep it");
            Browser.picture(page, new Page.ScreenshotOptions().setPath(Showroom.picture("dialog")));
            Browser.assertAccessible(page);
            page.keyboard().press("Enter");
            assertThat(page.locator("#erase")).isHidden();
        }
    }

    @Test
    void goodNewsLeavesAndBadNewsStays() {
        try (var page = Browser.page(1280, ColorScheme.LIGHT)) {
            page.clock().install();
            page.navigate(gallery);
            assertThat(page.locator(".flash")).hasCount(2);
            page.clock().runFor(11_000);
            assertThat(page.locator(".flash")).hasCount(1);
            assertThat(page.locator(".flash")).containsText("stopped at row 12,345");
        }
    }

    private static String address(String name) {
        return switch (name) {
            case "gallery" -> gallery;
            case "shortcuts" -> shortcuts;
            default -> error;
        };
    }

    private static List<String> complaints(Page page) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error") || message.type().equals("warning")) {
                        complaints.add(message.text() + " " + message.location());
                    }
                });
        page.onPageError(complaints::add);
        return complaints;
    }

    private static void scrollThrough(Page page) {
        page.evaluate(
                "async () => { for (let y = 0; y < document.body.scrollHeight; y += 500) { scrollTo(0, y); await new Promise(r => setTimeout(r, 40)); } scrollTo(0, 0); }");
    }
}
