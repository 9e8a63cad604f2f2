package org.folkmoot.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Settlement;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.listening.Listening;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class BriefPageTests {

    @Autowired Settlement settlement;
    @Autowired Listening listening;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    private MvcTestResult get(Community here, String who, String path) {
        return browser.get()
                .uri("/c/%s%s".formatted(here.slug(), path))
                .with(Cast.as(who))
                .exchange();
    }

    private Deed deed(String id, String who, Kind kind, int daysAgo, String text) {
        var at = clock.instant().minus(daysAgo, ChronoUnit.DAYS);
        return Deed.of(Settlement.CHAT, id, kind, who, at).in("C1").saying(text);
    }

    /// Ada builds most; five people speak of feeding the goose; Grace is the first to answer
    /// whoever is new; Linus and Zoë write to each other and nobody else does.
    private Community town() {
        var here =
                settlement.found("Europe/Berlin", "Ada", "Grace", "Linus", "Zoë", "山田花子", "محمد");
        for (var who : new String[] {"Ada", "Grace", "Linus", "Zoë", "山田花子", "محمد"}) {
            settlement.take(
                    here,
                    deed("goose " + who, who, Kind.MESSAGE, 9, "Did you feed the goose this week?"),
                    deed(
                            "talk " + who,
                            who,
                            Kind.MESSAGE,
                            8,
                            "The weather of the town is good today, I think."));
        }
        for (int i = 0; i < 8; i++) {
            settlement.take(
                    here, deed("issue" + i, "Ada", Kind.ISSUE, 5, "The wick burns too fast."));
        }
        settlement.take(
                here, deed("issue g", "Grace", Kind.ISSUE, 5, "The wick burns too slowly."));
        settlement.take(
                here,
                deed("answer", "Grace", Kind.REPLY, 8, "Good to have you here.")
                        .under("goose Linus"));
        settlement.take(here, deed("long", "Linus", Kind.QUESTION, 6, "Why is the lamp green?"));
        for (int i = 0; i < 12; i++) {
            settlement.take(
                    here,
                    deed("long" + i, i % 2 == 0 ? "Zoë" : "Linus", Kind.REPLY, 6, "Because it is.")
                            .under("long"));
        }
        settlement.deleted(here, "issue7");
        settlement.in(here, listening::finish);
        return here;
    }

    @Test
    void thePageTellsSomebodyNewWhatToKnow() throws Exception {
        var here = town();
        var lead = cast.join(here, Role.LEAD);
        assertThat(get(here, lead, "/brief"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "New to " + here.name(),
                        "did half of what 3 members contributed",
                        "mostly opened an issue, in general",
                        "Most people are here on ",
                        "feed the goose",
                        "A long exchange of two",
                        "13 posts, 100\u00a0% of them by the same two, in general",
                        "1 of 35 posts were removed",
                        "First to answer somebody new: Grace (1)",
                        ", first on ");
        assertThat(Queries.during(() -> get(here, lead, "/brief"))).hasSizeLessThan(20);
    }

    @Test
    void itIsForThoseWhoMayReadWhatPeopleWrite() throws Exception {
        var here = settlement.found("Europe/Berlin", "Ada");
        assertThat(get(here, cast.join(here, Role.ANALYST), "/brief")).hasStatus(403);
        assertThat(get(here, cast.join(here, Role.MODERATOR), "/brief"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing to listen to yet");
        assertThat(get(here, cast.join(here, Role.LEAD), "/brief?window=7")).hasStatus(422);
    }

    @Test
    void whoAsksToBeLeftAloneIsNeitherNamedNorQuoted() throws Exception {
        var here = town();
        var lead = cast.join(here, Role.LEAD);
        assertThat(get(here, lead, "/brief")).bodyText().contains("<bdi>Ada</bdi>");
        var ada = settlement.member(here, "Ada");
        assertThat(
                        browser.post()
                                .uri(
                                        "/c/%s/privacy/people/%d/restraints"
                                                .formatted(here.slug(), ada))
                                .with(Cast.as(lead))
                                .param("kind", "objection")
                                .param("reason", "She said so.")
                                .exchange())
                .hasStatus(302);
        assertThat(get(here, lead, "/brief"))
                .hasStatusOk()
                .bodyText()
                .contains("1 of them asked not to be pointed out")
                .doesNotContain("<bdi>Ada</bdi>");
    }

    @Test
    void thePdfHasTheSameInItWithLettersOfManyScripts() throws IOException {
        var here = town();
        var lead = cast.join(here, Role.LEAD);
        for (int i = 0; i < 9; i++) {
            settlement.take(
                    here,
                    deed("m" + i, "محمد", Kind.ISSUE, 4, "المصباح"),
                    deed("y" + i, "山田花子", Kind.ISSUE, 4, "ランプ"));
        }
        var pdf = get(here, lead, "/brief.pdf").getResponse();
        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        var reader = new PdfReader(pdf.getContentAsByteArray());
        var words = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            words.append(new PdfTextExtractor(reader).getTextFromPage(page)).append(' ');
        }
        assertThat(words.toString().replaceAll("\\s+", " "))
                .contains("New to " + here.name(), "Who carries it", "feed the goose")
                .contains("fonts of your PDF reader")
                .doesNotContain("□");
        // from the right, and joined: the letters of an Arabic name in their forms, last one first
        assertThat(words.toString()).containsPattern("[\uFE8D-\uFEFC]");
    }

    @Test
    void programsGetTheNumbersAndTheHoursAreAFile() {
        var here = town();
        var token = "Bearer " + cast.token(here, Scope.READ);
        assertThat(
                        browser.get()
                                .uri("/api/v1/communities/" + here.slug() + "/brief?window=30")
                                .header("Authorization", token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.frictions.exchanges[0].posts")
                .isEqualTo(13);
        assertThat(get(here, cast.join(here, Role.LEAD), "/brief/rhythm.csv"))
                .hasStatusOk()
                .bodyText()
                .startsWith("weekday,hour,people,activities\r\n1,0,");
    }
}
