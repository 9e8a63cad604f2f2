package org.folkmoot.connectors;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.Assertions;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.Visit;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Activities;
import org.folkmoot.community.Community;
import org.folkmoot.members.Identities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A coordinator brings her community's Slack in, in a real browser.
@HouseTest
class ImportJourneyTests {

    private static final Path SLACK = Path.of("src/test/resources/connectors/slack");

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Imports imports;
    @Autowired Identities identities;
    @Autowired Activities activities;
    @TempDir Path temp;

    @Test
    void sheDropsASlackExportLeavesComesBackAndSeesPeopleAndNumbers() throws IOException {
        var community = town.found();
        try (var visit = visit(community, 1280, ColorScheme.LIGHT)) {
            var page = visit.page();
            visit.go("/imports");
            assertThat(page.getByText("Bring your community's history in")).isVisible();
            visit.look("imports-empty");
            page.getByRole(AriaRole.MAIN)
                    .getByRole(
                            AriaRole.LINK,
                            new com.microsoft.playwright.Locator.GetByRoleOptions()
                                    .setName("Import an export"))
                    .first()
                    .click();
            page.getByText("How do I get this file: Slack workspace export").click();
            assertThat(page.getByText("Import/export data")).isVisible();
            visit.look("imports-new");

            page.setInputFiles("input[type=file]", slack("lantern.zip", true));
            page.waitForURL(Pattern.compile(".*/imports/uploads/[0-9a-f]{32}"));
            assertThat(page.getByText("It looks like: Slack workspace export")).isVisible();
            assertThat(page.getByText("What is in it")).isVisible();
            assertThat(page.getByText("Ada Byron").first()).isVisible();
            assertThat(page.getByText("all of them new").first()).isVisible();
            assertThat(page.getByText("Direct messages, if there are any, are left out"))
                    .isVisible();
            visit.look("imports-preview");

            page.getByRole(AriaRole.BUTTON, named("Import ")).click();
            page.waitForURL(Pattern.compile(".*/imports/\\d+"));
            var address = page.url();
            visit.go("/imports");
            assertThat(page.locator("[data-tray-list] .work-title").first()).hasText("lantern.zip");
            page.locator("[data-tray-button]").click();
            assertThat(page.locator("[data-tray-list]")).containsText("are new");
            visit.look("imports-tray");

            page.navigate(address);
            assertThat(page.locator(".import-panel .badge"))
                    .hasText(Pattern.compile("Done, \\d+ refused"));
            var people = town.in(community, identities::members);
            var told = town.in(community, activities::count);
            Assertions.assertThat(people).isPositive();
            var facts = page.locator(".import-counts");
            assertThat(facts).containsText("New people" + people);
            Assertions.assertThat(told).isPositive();
            assertThat(page.getByText("kept for 30 days")).isVisible();
            visit.look("imports-done");

            var download =
                    page.waitForDownload(() -> page.getByText("Download all as CSV").click());
            var csv = Files.readString(download.path());
            Assertions.assertThat(csv)
                    .startsWith("file,line,reason,row")
                    .contains("2025-05-01.json");
            page.getByRole(AriaRole.BUTTON, named("Import it again")).click();
            assertThat(page.getByText("What is here already is not stored twice")).isVisible();
            assertThat(page.locator(".import-panel .badge")).hasText(Pattern.compile("Done.*"));
            Assertions.assertThat(town.in(community, activities::count)).isEqualTo(told);
            visit.go("/imports/new");
            page.setInputFiles("input[type=file]", slack("lantern-again.zip", true));
            page.waitForURL(Pattern.compile(".*/imports/uploads/[0-9a-f]{32}"));
            assertThat(page.getByText("all of them here already").first()).isVisible();
            visit.look("imports-preview-known");
        }
    }

    @Test
    void theKeyboardAloneIsEnough() throws IOException {
        var community = town.found();
        try (var visit = visit(community, 1280, ColorScheme.DARK)) {
            var page = visit.page();
            // listened for from the start: a chooser that opens before that is lost
            var file = slack("lantern.zip", false);
            page.onFileChooser(chooser -> chooser.setFiles(file));
            visit.go("/imports/new");
            page.keyboard().press("g");
            page.keyboard().press("i");
            page.waitForURL(Pattern.compile(".*/imports$"));
            tabTo(page, "Import an export");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/imports/new$"));
            tabTo(page, "Drop your export here, or choose a file");
            page.keyboard().press("Space");
            page.waitForURL(Pattern.compile(".*/imports/uploads/[0-9a-f]{32}"));
            visit.look("imports-preview-dark");
            tabTo(page, "Import ");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/imports/\\d+"));
            assertThat(page.locator(".import-panel .badge")).hasText("Done");
            assertThat(page.getByText("removed after the import")).isVisible();
            visit.look("imports-done-dark");
        }
    }

    @Test
    void aPhoneIsWideEnoughAndACsvIsMapped() throws IOException {
        var community = town.found();
        try (var visit = visit(community, 360, ColorScheme.LIGHT)) {
            var page = visit.page();
            visit.go("/imports/new");
            visit.look("imports-new-phone");
            var csv = temp.resolve("guests of the spring meetup.csv");
            Files.writeString(
                    csv,
                    """
                    Full name,E-mail,Works at,Signed up,Shirt
                    Ada Byron,ada@example.org,Analytical Engines,2026-03-04,M
                    山田花子,hanako@example.org,,2026-03-05,S
                    محمد,muhammad@example.org,Lantern,2026-03-07,=1+1
                    """);
            page.setInputFiles("input[type=file]", csv);
            page.waitForURL(Pattern.compile(".*/imports/uploads/[0-9a-f]{32}"));
            assertThat(page.getByText("What the columns mean")).isVisible();
            visit.look("imports-csv-phone");
            page.getByLabel("Shirt", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("ignore");
            page.getByRole(AriaRole.BUTTON, named("Look again")).click();
            assertThat(page.getByText("You chose this.")).isVisible();
            visit.go("/imports");
            assertThat(page.getByText("Dropped, and not imported yet")).isVisible();
            visit.look("imports-undecided-phone");
            page.getByText("Look into it").click();
            page.waitForURL(Pattern.compile(".*/imports/uploads/[0-9a-f]{32}"));
            page.getByLabel("Shirt", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("ignore");
            page.getByRole(AriaRole.BUTTON, named("Import 3 people")).click();
            assertThat(page.locator(".import-panel .badge")).hasText("Done");
            visit.look("imports-done-phone");
            Assertions.assertThat(town.in(community, identities::members)).isEqualTo(3);

            visit.go("/imports/new");
            page.setInputFiles("input[type=file]", csv);
            page.waitForURL(Pattern.compile(".*/imports/uploads/[0-9a-f]{32}"));
            assertThat(page.getByText("how you read a file with the same columns last time"))
                    .isVisible();
            visit.go("/imports");
            page.getByText("Throw away").click();
            assertThat(page.getByText("The file was thrown away")).isVisible();
            visit.go("/imports");
            assertThat(page.getByText("Dropped, and not imported yet")).hasCount(0);
        }
    }

    @Test
    void anImportOfTheCommandLineShowsInTheTrayAndCanBeCancelledThere() {
        var community = town.found();
        try (var visit = visit(community, 1280, ColorScheme.LIGHT)) {
            var page = visit.page();
            visit.go("/imports/new");
            var id =
                    town.in(
                            community,
                            () ->
                                    imports.plan(
                                                    "mail",
                                                    "list.mbox",
                                                    "/far/away/list.mbox",
                                                    Map.of(),
                                                    "f",
                                                    "command line")
                                            .id());
            page.locator("[data-tray-button]").click();
            assertThat(page.locator("[data-tray-list]")).containsText("list.mbox");
            assertThat(page.locator("[data-tray-list]")).containsText("Waiting for its turn");
            page.locator("[data-tray-list]").getByText("Cancel").click();
            assertThat(page.locator("[data-tray-list]")).containsText("Stopped");
            Assertions.assertThat(town.in(community, () -> imports.get(id)).state())
                    .isEqualTo(Import.State.STOPPED);
        }
    }

    private Visit visit(Community community, int width, ColorScheme scheme) {
        var who = cast.join(community, Role.COORDINATOR);
        return Visit.of(port, community, who, "screenshots", width, scheme);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /// Presses Tab until what has that name has the focus.
    private static void tabTo(Page page, String name) {
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            var focused =
                    page.evaluate(
                            "(() => { const e = document.activeElement; return (e.labels?.[0]?.textContent ?? '') + ' ' + (e.textContent ?? ''); })()");
            var inside = page.evaluate("document.activeElement.closest('main') !== null");
            if (Boolean.TRUE.equals(inside) && focused.toString().strip().startsWith(name)) {
                return;
            }
        }
        throw new AssertionError("Tab never came to " + name);
    }

    /// The community of the tests, zipped; with a file that cannot be read if so wished.
    private Path slack(String name, boolean broken) throws IOException {
        var zip = temp.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.walk(SLACK)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new ZipEntry(SLACK.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
            if (broken) {
                out.putNextEntry(new ZipEntry("general/2025-05-01.json"));
                out.write(
                        "[{\"type\":\"message\",\"text\":\"=no time\"}, {\"ts\": broken"
                                .getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }
}
