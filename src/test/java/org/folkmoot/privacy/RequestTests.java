package org.folkmoot.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.folkmoot.privacy.Request.State;
import org.folkmoot.privacy.Request.Wants;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Members ask on the public page, prove that they own their address, and are answered.
@HouseTest
@NullUnmarked
class RequestTests {

    @RegisterExtension
    static final GreenMailExtension POST =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
                    .withConfiguration(GreenMailConfiguration.aConfig())
                    .withPerMethodLifecycle(false);

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> POST.getSmtp().getPort());
    }

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/p/\\S+)");

    @Autowired Town town;
    @Autowired Archive archive;
    @Autowired Cast cast;
    @Autowired Intaking intaking;
    @Autowired Requests requests;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;

    Community here;
    String grace;

    @BeforeEach
    void found() throws Exception {
        POST.purgeEmailFromAllMailboxes();
        here = town.found();
        grace = cast.join(here, Role.LEAD);
        intaking.take(
                here,
                List.of(
                        Person.of("slack:T9", "U1")
                                .with("name", "Ada Lovelace")
                                .with("email", "ada@x.example"),
                        Deed.of(
                                        "slack:T9",
                                        "m1",
                                        Kind.MESSAGE,
                                        "U1",
                                        Instant.parse("2026-03-05T12:00:00Z"))
                                .saying("Zanzibar")));
    }

    private MvcTestResult ask(String wants, String email, String language) {
        return browser.post()
                .uri("/p/%s/privacy".formatted(here.slug()))
                .param("wants", wants)
                .param("email", email)
                .param("text", "Please")
                .header("Accept-Language", language)
                .with(Cast.as("stranger@example.org"))
                .exchange();
    }

    private MvcTestResult open(String path) {
        return browser.post()
                .uri(URI.create(path))
                .with(Cast.as("stranger@example.org"))
                .exchange();
    }

    private MvcTestResult post(String path, String... form) {
        var request =
                browser.post().uri("/c/%s%s".formatted(here.slug(), path)).with(Cast.as(grace));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(String path) {
        return browser.get()
                .uri("/c/%s%s".formatted(here.slug(), path))
                .with(Cast.as(grace))
                .exchange();
    }

    private String lastLink() {
        var mails = POST.getReceivedMessages();
        var found =
                LINK.matcher(
                        GreenMailUtil.getBody(mails[mails.length - 1])
                                .replace("=\r\n", "")
                                .replace("=3D", "="));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private long newest() {
        return archive.number(here, "select max(id) from privacy.request");
    }

    @Test
    void sheAsksProvesIsMatchedByAPersonAndTakesHerCopyOnce() {
        var known = ask("copy", "ada@x.example", "en");
        assertThat(known).hasStatusOk().bodyText().contains("Look into your mail");
        var link = lastLink();
        assertThat(get("/privacy")).bodyText().contains("One more waits for the proof");
        assertThat(browser.get().uri(URI.create(link)).exchange())
                .bodyText()
                .contains("Yes, I asked");
        assertThat(town.in(here, () -> requests.get(newest()).state())).isEqualTo(State.RECEIVED);
        assertThat(open(link)).bodyText().contains("Your request is with the team now");
        assertThat(get("/privacy")).bodyText().contains("a copy", "days left", "One request waits");
        assertThat(get("/privacy/due")).bodyText().contains("Somebody wants a copy");

        var path = "/privacy/requests/" + newest();
        assertThat(get(path)).bodyText().contains("Known by this address", "Ada Lovelace");
        assertThat(post(path + "/copy")).hasStatus(422);
        var ada = archive.number(here, "select id from members.member");
        post(path + "/person", "member", "" + ada);
        post(path + "/work");
        assertThat(get(path)).bodyText().contains("Mail a link to the copy", "taken up");
        assertThat(post(path + "/copy")).hasStatus3xxRedirection();
        var copy = lastLink();
        assertThat(browser.get().uri(URI.create(copy)).exchange())
                .bodyText()
                .contains("Download my data");
        assertThat(open(copy)).hasStatusOk().hasContentType("application/zip");
        assertThat(open(copy)).hasStatus(410);
        assertThat(browser.get().uri(URI.create(copy)).exchange())
                .bodyText()
                .contains("opens nothing any more");
        post(path + "/answer", "words", "Here it is.");
        assertThat(GreenMailUtil.getBody(POST.getReceivedMessages()[2])).contains("Here it is.");
        assertThat(post(path + "/answer", "words", "Again")).hasStatus(409);
        assertThat(get("/privacy")).bodyText().contains("answered", "Nobody waits");
    }

    @Test
    void theAnswerIsTheSameWhetherSheIsKnownOrNotAndNobodyIsFlooded() throws Exception {
        var known = ask("copy", "ada@x.example", "en").getResponse().getContentAsString();
        var unknown = ask("copy", "bob@x.example", "en").getResponse().getContentAsString();
        assertThat(unknown.replace("bob@", "ada@").replaceAll("(value|content)=\"[^\"]*\"", ""))
                .isEqualTo(known.replaceAll("(value|content)=\"[^\"]*\"", ""));
        for (int n = 0; n < 5; n++) {
            assertThat(ask("erasure", "ada@x.example", "en")).hasStatusOk();
        }
        assertThat(POST.getReceivedMessages()).hasSize(4);
        assertThat(ask("copy", "no address\r\nBcc: eve@x.example", "en")).hasStatus(422);
        assertThat(ask("everything", "ada@x.example", "en")).hasStatus(422);
    }

    @Test
    void sheIsForgottenToldAndThenHerAddressGoesToo() {
        ask("erasure", "ada@x.example", "de");
        assertThat(GreenMailUtil.getBody(POST.getReceivedMessages()[0]))
                .contains("Jemand, vermutlich Sie");
        open(lastLink());
        var path = "/privacy/requests/" + newest();
        var ada = archive.number(here, "select id from members.member");
        post(path + "/person", "member", "" + ada);
        assertThat(get(path)).bodyText().contains("See what would go");
        var identity = archive.number(here, "select id from members.identity");
        post(
                "/privacy/people/%d/erasure".formatted(ada),
                "typed",
                "forget",
                "accounts",
                "" + identity);
        await().until(() -> archive.traces(here, List.of("zanzibar", "lovelace")).isEmpty());
        assertThat(get(path)).bodyText().contains("This person is forgotten");
        post(path + "/answer", "words", "You are forgotten.");
        assertThat(POST.getReceivedMessages()).hasSize(2);
        assertThat(archive.traces(here, List.of("ada@x.example"))).isEmpty();
        assertThat(get("/privacy")).bodyText().contains("not kept");
    }

    @Test
    void whatCameByLetterIsEnteredByHandExtendedOnceAndRefusedWithAReason() {
        assertThat(post("/privacy/requests", "wants", "copy", "address", "nonsense"))
                .hasStatus(422)
                .bodyText()
                .contains("nonsense", "Write an e-mail address");
        assertThat(post("/privacy/requests", "wants", "objection", "words", "By letter"))
                .hasStatus3xxRedirection();
        var path = "/privacy/requests/" + newest();
        assertThat(post(path + "/extension", "reason", " ")).hasStatus(422);
        post(path + "/extension", "reason", "Many accounts");
        assertThat(get(path)).bodyText().contains("Many accounts", "89 days left");
        assertThat(post(path + "/extension", "reason", "More")).hasStatus(422);
        post(path + "/refusal", "words", "Not the same person");
        assertThat(town.in(here, () -> requests.get(newest()).state())).isEqualTo(State.REFUSED);
    }

    @Test
    void theClockTurnsAndWhoNeverProvesIsThrownAway() {
        var received = Instant.parse("2026-03-01T12:00:00Z");
        var request =
                new Request(
                        1,
                        Wants.COPY,
                        "a@b.example",
                        "",
                        "en",
                        State.PROVEN,
                        null,
                        received,
                        received.plus(Request.CLOCK),
                        false,
                        null);
        assertThat(request.clock(received)).isEqualTo("30 days left");
        assertThat(request.clock(Instant.parse("2026-03-31T11:00:00Z"))).isEqualTo("due today");
        assertThat(request.late(Instant.parse("2026-03-31T13:00:00Z"))).isTrue();
        assertThat(request.clock(Instant.parse("2026-04-02T13:00:00Z"))).isEqualTo("2 days late");
        ask("copy", "ada@x.example", "en");
        archive.within(
                here,
                () ->
                        db.sql("update privacy.request set received_at = now() - interval '8 days'")
                                .update());
        assertThat(open(lastLink())).bodyText().contains("opens nothing any more");
        assertThat(open("/p/%s/privacy/proof/made.up".formatted(here.slug())))
                .bodyText()
                .contains("opens nothing any more");
        town.in(here, requests::forgetUnproven);
        assertThat(archive.number(here, "select count(*) from privacy.request")).isZero();
        assertThat(archive.traces(here, List.of("x.example")))
                .allMatch(row -> row.startsWith("members."));
    }
}
