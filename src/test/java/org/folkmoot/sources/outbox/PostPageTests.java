package org.folkmoot.sources.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Ingest;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Source;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// A post is answered where it was written, from its thread's page.
@HouseTest
@NullUnmarked
class PostPageTests {

    private static final String SPACE = "discourse:forum.example.org";

    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Harness harness;
    @Autowired Outbox outbox;
    @Autowired Ingest ingest;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvcTester browser;
    private final Harness.Hands hands = new Harness.Hands();
    private Community here;
    private Source source;
    private long post;

    @BeforeEach
    void found() {
        here = town.found();
        source =
                town.in(
                        here,
                        () ->
                                harness.joining(hands)
                                        .add(
                                                "discourse",
                                                "",
                                                Map.of("base-url", "https://forum.example.org"),
                                                Map.of("api-key", "k")));
        var page =
                List.<Found>of(
                        new Found.Origin(SPACE, "Forum", Markup.HTML),
                        Found.Place.of(SPACE, "c1", "Help", Style.FORUM),
                        Person.of(SPACE, "7").with(Found.Field.NAME, "Mallory"),
                        Deed.of(
                                        SPACE,
                                        "t1/1",
                                        Kind.MESSAGE,
                                        "7",
                                        Instant.parse("2026-01-01T10:00:00Z"))
                                .in("c1")
                                .titled("How?")
                                .saying("<p>How does <b>it</b> work</p>"));
        town.in(
                here,
                () ->
                        transaction.execute(
                                _ -> {
                                    harness.note(source.id(), page, Clock.systemUTC().instant());
                                    return ingest.take(page, new HashMap<>());
                                }));
        post =
                town.in(
                        here,
                        () ->
                                transaction.execute(
                                        _ ->
                                                db.sql(
                                                                "select id from activity.activity where community_id = folkmoot.community() and external_id = 't1/1'")
                                                        .query(Long.class)
                                                        .single()));
    }

    private MvcTestResult get(String who, String path) {
        return browser.get()
                .uri("/c/%s%s".formatted(here.slug(), path))
                .with(Cast.as(who))
                .exchange();
    }

    private MvcTestResult say(String who, String what, String text) {
        return browser.post()
                .uri("/c/%s/connections/post/%d".formatted(here.slug(), post))
                .with(Cast.as(who))
                .with(csrf())
                .param("source", Long.toString(source.id()))
                .param("what", what)
                .param("text", text)
                .exchange();
    }

    private List<Outgoing> said() {
        return town.in(here, () -> outbox.of(source.id(), 10));
    }

    @Test
    void aThreadLeadsToAReplyThatWaitsInTheOutbox() {
        var ada = cast.join(here, Role.COORDINATOR);
        assertThat(get(ada, "/threads/" + post))
                .hasStatusOk()
                .bodyText()
                .contains("/connections/post/" + post);
        assertThat(get(ada, "/connections/post/" + post))
                .hasStatusOk()
                .bodyText()
                .contains("How does <b>it</b> work", "Reply")
                .doesNotContain("Moderate");
        assertThat(say(ada, "reply", "Like so")).hasStatus3xxRedirection();
        assertThat(said())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.what()).isEqualTo(Act.What.REPLY);
                            assertThat(one.target()).isEqualTo("t1/1");
                            assertThat(one.text()).isEqualTo("Like so");
                            assertThat(one.state()).isEqualTo(Outgoing.State.HELD);
                        });
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsHandedIn() {
        var ada = cast.join(here, Role.COORDINATOR);
        assertThat(say(ada, "reply", " ")).hasStatusOk().bodyText().contains("Write something");
        assertThat(say(ada, "nonsense", "x"))
                .hasStatusOk()
                .bodyText()
                .contains("Say what shall be done.");
        assertThat(say(ada, "delete", "spam")).hasStatusOk().bodyText().contains("not by you");
        assertThat(said()).isEmpty();
    }

    @Test
    void whoMayNotSpeakIsOfferedNothing() {
        var grace = cast.join(here, Role.DIRECTOR);
        assertThat(get(grace, "/threads/" + post))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/connections/post/");
        assertThat(get(grace, "/connections/post/" + post)).hasStatus(403);
        assertThat(say(grace, "reply", "Like so")).hasStatus(403);
    }

    @Test
    void aPausedConnectionAnswersNothing() {
        var ada = cast.join(here, Role.LEAD);
        town.in(
                here,
                () -> {
                    harness.joining(hands).pause(source.id());
                    return 1;
                });
        assertThat(get(ada, "/threads/" + post))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/connections/post/");
        assertThat(get(ada, "/connections/post/" + post))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing can be done about it from here");
    }
}
