package org.folkmoot.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.folkmoot.HouseTest;
import org.folkmoot.PostOffice;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.members.Reach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
class PublicPagesTests {

    private static final Instant NOON = Instant.parse("2031-03-05T11:00:00Z");
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/p/\\S+)");
    private static final AtomicInteger NETWORK = new AtomicInteger();

    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Neighbours neighbours;
    @Autowired Asking asking;
    @Autowired Consents consents;
    @Autowired Outbox outbox;
    @Autowired Asks asks;
    @Autowired MockMvcTester browser;
    @Autowired DefaultListableBeanFactory house;
    @Autowired Clock clock;

    Community here;
    PostOffice post;
    String network;

    @BeforeEach
    void open() {
        post = PostOffice.open(house);
        here = town.found();
        cast.join(here, Role.LEAD); // without any account every page leads to the set-up
        network = "10.9.%d.1".formatted(NETWORK.incrementAndGet());
    }

    @AfterEach
    void close() {
        post.close();
    }

    private MvcTestResult get(String path) {
        return browser.get().uri(URI.create(path)).exchange();
    }

    private MvcTestResult subscribe(String email, String... purposes) {
        return browser.post()
                .uri("/p/%s/subscribe".formatted(here.slug()))
                .with(csrf())
                .with(
                        request -> {
                            request.setRemoteAddr(network);
                            return request;
                        })
                .param("email", email)
                .param("purpose", purposes)
                .exchange();
    }

    private void send() {
        send(clock.instant());
    }

    /// The house may be looking into this outbox at the same moment.
    private void send(Instant now) {
        for (int i = 0; i < 100; i++) {
            var left =
                    neighbours.in(
                            here,
                            () -> {
                                outbox.run(now);
                                return asks.due(now, 1);
                            });
            if (left.isEmpty()) {
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new IllegalStateException("The outbox does not get empty");
    }

    private static String link(MimeMessage mail) throws Exception {
        var found = LINK.matcher(mail.getContent().toString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Standing.State news(String address) {
        var whoever = new Reach(0, "", Set.of(), List.of(address), null, true, false);
        return neighbours.in(
                here,
                () ->
                        Standing.in(
                                        consents.of(List.of(), List.of(address)),
                                        whoever,
                                        "news",
                                        Channel.MAIL,
                                        address)
                                .state());
    }

    private MimeMessage letter(String address, String purpose) {
        var ada = neighbours.meet(here, "Ada", address, "");
        if (purpose.equals("news")) {
            neighbours.says(
                    here, ada, address, "news", Act.CONFIRMED, Source.LINK, Neighbours.LONG_AGO);
        }
        neighbours.in(
                here,
                () ->
                        asking.ask(
                                Ask.mail(ada, purpose, "test", "a", new Letter("Hello", "You")),
                                NOON));
        send(NOON.plusSeconds(10));
        return post.to(address).getFirst();
    }

    @Test
    void whoChoosesAndConfirmsHasAgreedAndNobodyBefore() throws Exception {
        var address = Neighbours.address();
        assertThat(get("/p/%s/subscribe".formatted(here.slug())))
                .hasStatusOk()
                .bodyText()
                .contains("What would you like to hear of?", "News of the community", here.name());
        assertThat(subscribe(address.toUpperCase(java.util.Locale.ROOT), "news"))
                .hasStatusOk()
                .bodyText()
                .contains("Look into your mail");
        send();
        assertThat(news(address)).isEqualTo(Standing.State.ASKED);
        var mail = post.to(address).getFirst();
        assertThat(mail.getSubject()).contains("Is this your address?", here.name());
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        var link = link(mail);
        assertThat(get(link)).hasStatusOk().bodyText().contains("Yes, I agree");
        assertThat(news(address)).as("opening it changes nothing").isEqualTo(Standing.State.ASKED);
        assertThat(browser.post().uri(URI.create(link)).with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("Thank you");
        assertThat(news(address)).isEqualTo(Standing.State.AGREED);
        assertThat(browser.post().uri(URI.create(link)).with(csrf()))
                .as("it holds once")
                .hasStatus(404);
        assertThat(get(link + "x")).hasStatus(404);
    }

    @Test
    void theAnswerIsTheSameWhetherTheAddressIsKnownOrHadEnough() throws Exception {
        var known = Neighbours.address();
        neighbours.meet(here, "Ada", known, "");
        var strange = Neighbours.address();
        var first = shown(subscribe(strange, "news"));
        for (int i = 0; i < 5; i++) {
            assertThat(shown(subscribe(known, "news"))).isEqualTo(first);
        }
        send();
        assertThat(post.to(known)).as("no mail bombs").hasSize(3);
        for (int i = 0; i < 4; i++) {
            subscribe(Neighbours.address(), "news");
        }
        assertThat(subscribe(Neighbours.address(), "news"))
                .hasStatus(429)
                .bodyText()
                .contains("Too many came from your network");
    }

    private static String shown(MvcTestResult page) throws Exception {
        return page.getResponse()
                .getContentAsString()
                .replaceAll("csrf-token\" content=\"[^\"]+", "");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThat(subscribe("no address\0", "news"))
                .hasStatus(422)
                .bodyText()
                .contains("This is not an e-mail address");
        assertThat(subscribe(Neighbours.address(), "nonsense"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose at least one");
        post.close();
        assertThat(get("/p/%s/subscribe".formatted(here.slug())))
                .bodyText()
                .contains("no mail can be sent from here")
                .doesNotContain("<form class=\"form\"");
        assertThat(get("/p/nowhere/subscribe")).hasStatus(404);
    }

    @Test
    void theMailProgramEndsItByOneClickWithoutSessionOrToken() throws Exception {
        var address = Neighbours.address();
        var mail = letter(address, "news");
        var header = mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>\\s]", "");
        var path = URI.create(header).getPath();
        assertThat(get(path)).hasStatusOk().bodyText().contains("End these mails");
        assertThat(news(address)).as("opening it changes nothing").isEqualTo(Standing.State.AGREED);
        var click =
                browser.post()
                        .uri(URI.create(path))
                        .param("List-Unsubscribe", "One-Click")
                        .exchange();
        assertThat(click).hasStatusOk().bodyText().contains("no such mails go to a…@");
        assertThat(click.getRequest().getSession(false)).isNull();
        assertThat(news(address)).isEqualTo(Standing.State.WITHDRAWN);
        assertThat(browser.post().uri(URI.create(path))).as("twice does no harm").hasStatusOk();
        assertThat(neighbours.in(here, () -> consents.of(List.of(), List.of(address)))).hasSize(2);
    }

    @Test
    void onlyThatPostNeedsNoToken() throws Exception {
        var path = link(letter(Neighbours.address(), "personal"));
        assertThat(browser.post().uri(URI.create(path.replace("unsubscribe", "preferences"))))
                .hasStatus(403);
        assertThat(browser.post().uri("/p/%s/subscribe".formatted(here.slug()))).hasStatus(403);
        assertThat(browser.post().uri("/c/%s/asks/1/cancellation".formatted(here.slug())))
                .hasStatus(403);
    }

    @Test
    void thePreferencesSayAllAndChangeAll() throws Exception {
        var address = Neighbours.address();
        var path = link(letter(address, "personal")).replace("unsubscribe", "preferences");
        assertThat(get(path))
                .hasStatusOk()
                .bodyText()
                .contains("News of the community", "A letter from the team")
                .doesNotContain(address, "Confirmation");
        assertThat(browser.post().uri(URI.create(path)).with(csrf()).param("purpose", "news"))
                .hasStatusOk()
                .bodyText()
                .contains("Your choice is saved");
        assertThat(news(address)).isEqualTo(Standing.State.AGREED);
        var ada = neighbours.in(here, () -> asking.find("test", "a").orElseThrow()).putOn();
        assertThat(would(java.util.Objects.requireNonNull(ada), "personal"))
                .isInstanceOf(Answer.NotAllowed.class);
        browser.post().uri(URI.create(path)).with(csrf()).param("nothing", "yes").exchange();
        assertThat(news(address)).isEqualTo(Standing.State.WITHDRAWN);
    }

    private Answer would(long member, String purpose) {
        return neighbours.in(here, () -> asking.would(member, purpose, Channel.MAIL));
    }

    @Test
    void thePagesSpeakGerman() throws Exception {
        var path = link(letter(Neighbours.address(), "personal"));
        assertThat(
                        browser.get()
                                .uri(URI.create(path))
                                .header("Accept-Language", "de")
                                .locale(java.util.Locale.GERMAN)
                                .exchange())
                .bodyText()
                .contains("Diese Mails beenden");
    }
}
