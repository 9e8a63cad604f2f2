package org.folkmoot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Intaking;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@HouseTest
@NullUnmarked
class LabelsTests {

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Reader reader;
    @Autowired Cast cast;
    @Autowired MockMvcTester programs;

    Community here;
    String grace;
    long asked;

    @BeforeEach
    void found() {
        here = town.found();
        intaking.take(
                here,
                new Square(Instant.now().minus(Duration.ofDays(3)))
                        .chat("m1", "U1", 0, "How do I rotate keys?")
                        .reply("m2", "m1", "U2", 5, "Turn them left")
                        .chat("m3", "U2", 8, "Good morning")
                        .all());
        grace = reader.member(here, Role.MANAGER);
        asked = reader.id(here, "m1");
    }

    private MvcResult tag(String who, long id, String tag, String deed) throws Exception {
        return reader.send(
                here,
                who,
                "/activity/%d/tags".formatted(id),
                Map.of("tag", tag, "do", deed, "back", "https://evil.example/"));
    }

    private static String undo(MvcResult result) {
        return ((String[]) result.getFlashMap().get("flash"))[2];
    }

    @Test
    void whatIsTaggedIsFoundByItsTagInTheStreamOnTheThreadAndByPrograms() throws Exception {
        var put = tag(grace, asked, " for the <docs>\0 ", "put");
        assertThat(put.getResponse().getRedirectedUrl())
                .isEqualTo("/c/%s/threads/%d".formatted(here.slug(), asked));
        assertThat(reader.page(here, grace, "/threads/" + asked)).contains("for the &lt;docs&gt;");
        assertThat(reader.page(here, grace, "/activity?tag=for%20the%20%3Cdocs%3E"))
                .contains("rotate keys", "tagged for the", "One thing somebody did")
                .doesNotContain("Good morning");
        assertThat(reader.page(here, grace, "/activity?tag=for%20the%20%3Cdocs%3E&q=keys"))
                .contains("rotate");
        assertThat(reader.page(here, grace, "/activity?tag=other")).contains("Nothing here");
        assertThat(
                        programs.get()
                                .uri(
                                        "/api/v1/communities/{s}/activities?tag={t}",
                                        here.slug(),
                                        "for the <docs>")
                                .header("Authorization", "Bearer " + cast.token(here, Scope.READ)))
                .bodyJson()
                .extractingPath("$.items[0].tags[0]")
                .isEqualTo("for the <docs>");
    }

    @Test
    void aTagIsTakenOffAndBothAreTakenBack() throws Exception {
        var put = tag(grace, asked, "docs", "put");
        assertThat(undo(put)).contains("do=take");
        var taken = tag(grace, asked, "docs", "take");
        assertThat(reader.page(here, grace, "/activity?tag=docs")).contains("Nothing here");
        var back = undo(taken).substring(("/c/" + here.slug()).length());
        assertThat(back).contains("do=put");
        tag(grace, asked, "docs", "put");
        assertThat(reader.page(here, grace, "/activity?tag=docs")).contains("rotate keys");
        assertThat(
                        reader.number(
                                here,
                                "select count(*) from access.trail where community_id = folkmoot.community() and action like 'activity %tagged'"))
                .isEqualTo(3);
    }

    @Test
    void whatIsNotHereOrMayNotBeTaggedIsRefused() throws Exception {
        assertThat(tag(grace, 999_999_999L, "docs", "put").getResponse().getStatus())
                .isEqualTo(404);
        assertThat(tag(grace, asked, "  ", "put").getResponse().getStatus()).isEqualTo(422);
        assertThat(tag(grace, asked, "x".repeat(101), "put").getResponse().getStatus())
                .isEqualTo(422);
        var director = reader.member(here, Role.DIRECTOR);
        assertThat(tag(director, asked, "docs", "put").getResponse().getStatus()).isEqualTo(403);
        assertThat(reader.page(here, director, "/threads/" + asked)).doesNotContain("Add tag");
    }
}
