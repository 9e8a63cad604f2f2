package org.folkmoot.brief;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.folkmoot.HouseTest;
import org.folkmoot.Settlement;
import org.folkmoot.Visit;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.listening.Listening;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Somebody new reads what to know of a community, in a real browser. The pictures, and the file
/// they take along, are kept in `target/brief/`.
@HouseTest
@Tag("browser")
@NullUnmarked
class BriefJourneyTests {

    private static final List<String> PEOPLE =
            List.of("Ada", "Grace", "Linus", "山田 さくら", "김민준", "王小明");

    @LocalServerPort int port;
    @Autowired Settlement settlement;
    @Autowired Listening listening;
    @Autowired Cast cast;

    private static Deed deed(String id, String who, Kind kind, int daysAgo, String text) {
        var at = Instant.now().minus(daysAgo, ChronoUnit.DAYS);
        return Deed.of(Settlement.CHAT, id, kind, who, at).in("C1").saying(text);
    }

    /// Everybody speaks of feeding the goose; most ideas come from Ada, some from three whose names
    /// are in other scripts; Grace and Linus write to each other at length.
    private Community town() {
        var here = settlement.found("Europe/Berlin", PEOPLE.toArray(String[]::new));
        for (var who : PEOPLE) {
            settlement.take(
                    here,
                    deed("goose " + who, who, Kind.MESSAGE, 9, "Did you feed the goose this week?"),
                    deed("lamp " + who, who, Kind.MESSAGE, 8, "The lamp of the town is green."));
        }
        for (int i = 0; i < 8; i++) {
            settlement.take(here, deed("a" + i, "Ada", Kind.ISSUE, 5, "The wick burns too fast."));
        }
        for (int i = 0; i < 2; i++) {
            settlement.take(
                    here,
                    deed("s" + i, "山田 さくら", Kind.ISSUE, 4, "ランプの芯が燃えます。"),
                    deed("m" + i, "김민준", Kind.ISSUE, 4, "램프가 밝아요."),
                    deed("w" + i, "王小明", Kind.ISSUE, 4, "灯芯烧得太快了。"));
        }
        settlement.take(here, deed("long", "Linus", Kind.QUESTION, 6, "Why is the lamp green?"));
        for (int i = 0; i < 12; i++) {
            settlement.take(
                    here,
                    deed("long" + i, i % 2 == 0 ? "Grace" : "Linus", Kind.REPLY, 6, "It just is.")
                            .under("long"));
        }
        settlement.in(here, listening::finish);
        return here;
    }

    private static Locator link(Locator part, String words) {
        return part.getByRole(
                AriaRole.LINK, new Locator.GetByRoleOptions().setName(words).setExact(true));
    }

    private static String words(Path pdf) throws IOException {
        var reader = new PdfReader(Files.readAllBytes(pdf));
        var words = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            words.append(new PdfTextExtractor(reader).getTextFromPage(page)).append(' ');
        }
        return words.toString().replaceAll("\\s+", " ");
    }

    @Test
    void somebodyNewReadsWhoCarriesItAndTakesItAlong() throws IOException {
        var here = town();
        var lead = cast.join(here, Role.LEAD);
        try (var visit = Visit.of(port, here, lead, "brief")) {
            var page = visit.page();
            visit.go("");
            var insight =
                    page.getByRole(
                            AriaRole.GROUP,
                            new Page.GetByRoleOptions().setName("Insight").setExact(true));
            insight.locator("summary").click();
            link(insight, "Listening brief").click();
            assertThat(page.locator("h1")).hasText("New to " + here.name());
            var carriers = page.locator("#carriers");
            assertThat(carriers).containsText("2 people did half of what 5 members contributed");
            assertThat(carriers.locator("li").first()).containsText("mostly opened an issue");
            assertThat(page.locator("#rhythm canvas, #rhythm svg").first()).isVisible();
            visit.look("brief");

            link(carriers, "Ada").click();
            assertThat(page.locator("h1")).hasText("Ada");
            page.goBack();
            var exchange = page.locator("#frictions li").filter(said("A long exchange of two"));
            assertThat(exchange).containsText("13 posts, 100\u00a0% of them by the same two");
            link(exchange, "A long exchange of two").click();
            assertThat(page.locator("main")).containsText("Why is the lamp green?");
            page.goBack();

            var download = page.waitForDownload(page.getByText("As PDF")::click);
            var file = Path.of("target", "brief", "brief.pdf");
            download.saveAs(file);
            Assertions.assertThat(download.suggestedFilename())
                    .startsWith("brief-" + here.slug())
                    .endsWith(".pdf");
            Assertions.assertThat(words(file))
                    .contains("New to " + here.name(), "Ada", "fonts of your PDF reader")
                    .doesNotContain("□");
        }
        try (var phone = Visit.of(port, here, lead, "brief", 360, ColorScheme.DARK)) {
            phone.go("/brief?window=30");
            assertThat(phone.page().locator("#carriers li").first()).containsText("Ada");
            phone.look("brief-360-dark");
        }
    }

    private static Locator.FilterOptions said(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
