package org.folkmoot.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.language.Mood;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Saying how a post sounds, taking it back, and learning from it.
@HouseTest
@NullUnmarked
class CorrectionPageTests {

    @Autowired MockMvc browser;
    @Autowired Listening listening;
    @Autowired Intaking intaking;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired JdbcTemplate db;
    @Autowired PlatformTransactionManager transactions;

    private Community talk() {
        var community = town.found();
        var found = new ArrayList<Found>();
        found.add(new Found.Origin(ListeningTests.SLACK, "Lantern chat", Markup.SLACK));
        found.add(Found.Place.of(ListeningTests.SLACK, "C1", "general", Style.CHAT));
        for (int i = 0; i < 6; i++) {
            found.add(
                    Deed.of(
                                    ListeningTests.SLACK,
                                    "p" + i,
                                    Kind.MESSAGE,
                                    "U" + i,
                                    Instant.parse("2026-03-02T09:0" + i + ":00Z"))
                            .in("C1")
                            .saying(
                                    i == 0
                                            ? "=cmd()\tgreat\nwork, <b>thanks</b> a lot, I love it!"
                                            : ListeningTests.BAD));
        }
        intaking.take(community, found);
        town.in(community, listening::finish);
        return community;
    }

    private long thePost(Community community) {
        return town.in(
                community,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ ->
                                                db.queryForObject(
                                                        "select id from activity.activity where external_id = 'p0'",
                                                        Long.class)));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) {
        try {
            return browser.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String body(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String sounds(Community community, long post) {
        return town.in(
                community,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ ->
                                                db.queryForObject(
                                                        "select mood || ' ' || asks from listening.report_judged where activity_id = ?",
                                                        String.class,
                                                        post)));
    }

    @Test
    void aPersonCorrectsAPostTakesItBackAndEverythingIsInTheTrail() {
        var community = talk();
        var id = thePost(community);
        var who = cast.join(community, Role.MODERATOR);
        var page = "/c/%s/listening/%d".formatted(community.slug(), id);
        assertThat(body(answer(get(page).with(Cast.as(who)))))
                .contains("positive", "Not a question", "&lt;b&gt;")
                .doesNotContain("<b>thanks");
        var changed = browserPost(page, who, "sounds", "negative");
        assertThat(changed.getStatus()).isEqualTo(302);
        assertThat(sounds(community, id)).isEqualTo("negative false");
        browserPost(page, who, "asks", "yes");
        assertThat(sounds(community, id)).isEqualTo("negative true");
        assertThat(body(answer(get(page).with(Cast.as(who)))))
                .contains("As you said", "negative, a question");
        // the undo of the second step
        answer(post(page + "/return?sounds=negative&asks=").with(Cast.as(who)));
        assertThat(sounds(community, id)).isEqualTo("negative false");
        answer(post(page + "/removal").with(Cast.as(who)));
        assertThat(sounds(community, id)).isEqualTo("positive false");
        List<String> trail =
                town.in(
                        community,
                        () ->
                                new TransactionTemplate(transactions)
                                        .execute(
                                                _ ->
                                                        db.queryForList(
                                                                "select action from access.trail where subject = 'activity' order by id",
                                                                String.class)));
        assertThat(trail)
                .containsExactly(
                        "post corrected",
                        "post corrected",
                        "post corrected",
                        "post's correction taken back");
        assertThat(browserPost(page, who, "sounds", "angry").getStatus()).isEqualTo(422);
        assertThat(browserPost(page + "0000", who, "sounds", "neutral").getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse browserPost(
            String path, String who, String name, String value) {
        return answer(post(path).param(name, value).with(Cast.as(who)));
    }

    @Test
    void onlyWhoMayReadAndEditMayCorrect() {
        var community = talk();
        var id = thePost(community);
        var page = "/c/%s/listening/%d".formatted(community.slug(), id);
        var director = cast.join(community, Role.DIRECTOR);
        assertThat(body(answer(get(page).with(Cast.as(director)))))
                .contains("As it was read")
                .doesNotContain("name=\"sounds\"");
        assertThat(browserPost(page, director, "sounds", "negative").getStatus()).isEqualTo(403);
        var analyst = cast.join(community, Role.ANALYST);
        assertThat(answer(get(page).with(Cast.as(analyst))).getStatus()).isEqualTo(403);
        assertThat(
                        answer(
                                        get("/c/%s/health/sentiment/list?asOf=2026-03-05&window=7"
                                                        .formatted(community.slug()))
                                                .with(Cast.as(analyst)))
                                .getStatus())
                .isEqualTo(403);
    }

    @Test
    void theListBehindTheToneNamesNobodyAndLeadsToEachPost() {
        var community = talk();
        var who = cast.join(community, Role.LEAD);
        var list = "/c/%s/health/sentiment/list?which=%s&asOf=2026-03-05&window=7";
        assertThat(
                        body(
                                answer(
                                        get(list.formatted(community.slug(), "negative"))
                                                .with(Cast.as(who)))))
                .contains("lost all my data", "/listening/", "A single post is often misread")
                .doesNotContain(">U1<")
                .doesNotContainPattern("/people/[0-9]");
        browserPost(
                "/c/%s/listening/%d".formatted(community.slug(), thePost(community)),
                who,
                "sounds",
                "negative");
        assertThat(
                        body(
                                answer(
                                        get(list.formatted(community.slug(), "negative"))
                                                .with(Cast.as(who)))))
                .contains("negative, as you said");
        assertThat(
                        body(
                                answer(
                                        get("/c/%s/health?asOf=2026-03-05&window=7"
                                                        .formatted(community.slug()))
                                                .with(Cast.as(who)))))
                .contains("sounds mostly bad", "6 posts by 6 people");
    }

    @Test
    void correctionsAreAFileToLearnFrom() {
        var community = talk();
        var id = thePost(community);
        var who = cast.join(community, Role.LEAD);
        browserPost(
                "/c/%s/listening/%d".formatted(community.slug(), id), who, "sounds", "positive");
        var file =
                answer(
                        get("/c/%s/listening/training.tsv".formatted(community.slug()))
                                .with(Cast.as(who)));
        assertThat(file.getContentType()).startsWith("text/tab-separated-values");
        assertThat(body(file))
                .isEqualTo("pos\t =cmd() great work, <b>thanks</b> a lot, I love it!\n");
        assertThat(Mood.of(body(file).substring(0, 3))).contains(Mood.POSITIVE);
        assertThat(
                        body(
                                answer(
                                        get("/c/%s/listening".formatted(community.slug()))
                                                .with(Cast.as(who)))))
                .contains("1 post corrected by how they sound", "training.tsv");
        var moderator = cast.join(community, Role.MODERATOR);
        assertThat(
                        answer(
                                        get("/c/%s/listening/training.tsv"
                                                        .formatted(community.slug()))
                                                .with(Cast.as(moderator)))
                                .getStatus())
                .isEqualTo(403);
    }

    @Test
    void programsCorrectToo() {
        var community = talk();
        var id = thePost(community);
        var api = "/api/v1/communities/%s/listening".formatted(community.slug());
        var writes = "Bearer " + cast.token(community, Scope.WRITE);
        var reads = "Bearer " + cast.token(community, Scope.READ);
        var wish = "{\"sounds\":\"neutral\",\"asks\":true}";
        assertThat(
                        answer(
                                        put(api + "/corrections/" + id)
                                                .contentType(MediaType.APPLICATION_JSON)
                                                .content(wish)
                                                .header("Authorization", reads))
                                .getStatus())
                .isEqualTo(403);
        assertThat(
                        answer(
                                        put(api + "/corrections/" + id)
                                                .contentType(MediaType.APPLICATION_JSON)
                                                .content(wish)
                                                .header("Authorization", writes))
                                .getStatus())
                .isEqualTo(204);
        assertThat(sounds(community, id)).isEqualTo("neutral true");
        var listed = body(answer(get(api + "/corrections").header("Authorization", writes)));
        assertThat(listed)
                .contains("\"sounds\":\"neutral\"", "\"asks\":true", "\"by\":\"token robot\"");
        assertThat(
                        answer(delete(api + "/corrections/" + id).header("Authorization", writes))
                                .getStatus())
                .isEqualTo(204);
        assertThat(sounds(community, id)).isEqualTo("positive false");
    }
}
