package org.folkmoot.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Themes are found, read, and made people's own.
@HouseTest
@NullUnmarked
class ThemesPageTests {

    @Autowired MockMvc browser;
    @Autowired Talking talking;
    @Autowired Reading reading;
    @Autowired Intaking intaking;
    @Autowired Listening listening;
    @Autowired Town town;
    @Autowired Cast cast;

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) {
        try {
            return browser.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String page(Community community, String who, String query) {
        return new String(
                answer(get("/c/%s/themes?%s".formatted(community.slug(), query)).with(Cast.as(who)))
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private List<Theme> themes(Community community, Shelf shelf) {
        return town.in(community, () -> reading.of(shelf, 30)).themes();
    }

    private Theme theme(Community community, String words) {
        return themes(community, Shelf.QUESTIONS).stream()
                .filter(t -> t.label().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private int deed(Community community, String who, long theme, String deed) {
        return answer(
                        post("/c/%s/themes/%d/%s&about=questions&window=30"
                                        .formatted(community.slug(), theme, deed))
                                .with(Cast.as(who)))
                .getStatus();
    }

    @Test
    void whatPeopleAskForAndComplainOfIsToldByPeopleWithPostsThatStandForIt() {
        var community = talking.found();
        talking.look(community, Shelf.QUESTIONS, 30);
        talking.look(community, Shelf.COMPLAINTS, 30);
        var dark = theme(community, "dark theme");
        assertThat(dark.people()).isEqualTo(8);
        assertThat(dark.posts()).isEqualTo(8);
        assertThat(dark.peopleBefore()).isEqualTo(6);
        assertThat(dark.newcomers()).isEqualTo(2);
        assertThat(dark.samples()).hasSize(3).doesNotHaveDuplicates();
        var who = cast.join(community, Role.MODERATOR);
        assertThat(page(community, who, "about=questions&window=30"))
                .contains(
                        "dark theme",
                        "search index",
                        "8 people",
                        "2 more than in the 30 days before")
                .contains("1 post of 17 in no theme", "Name, pin, join or ignore")
                .doesNotContain("plugin loader", "cake");
        assertThat(page(community, who, "about=complaints&window=30"))
                .contains("plugin loader", "nobody in the 30 days before");
        var director = cast.join(community, Role.DIRECTOR);
        assertThat(page(community, director, "about=questions&window=30"))
                .contains("dark theme")
                .doesNotContain("Name, pin, join or ignore");
        var analyst = cast.join(community, Role.ANALYST);
        assertThat(
                        answer(
                                        get("/c/%s/themes".formatted(community.slug()))
                                                .with(Cast.as(analyst)))
                                .getStatus())
                .isEqualTo(403);
        var api =
                answer(
                        get("/api/v1/communities/%s/themes?about=questions&window=30"
                                        .formatted(community.slug()))
                                .header(
                                        "Authorization",
                                        "Bearer " + cast.token(community, Scope.READ)));
        assertThat(api.getStatus()).isEqualTo(200);
        assertThat(new String(api.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("\"people\":8", "\"peopleBefore\":6", "\"posts\":17", "\"alone\":1");
    }

    @Test
    void theFirstLookHasThemFoundInTheBackground() throws Exception {
        var community = talking.found();
        var who = cast.join(community, Role.LEAD);
        assertThat(page(community, who, "about=all&window=90")).contains("Looking for themes");
        var found = "";
        for (int i = 0; i < 400 && !found.contains("in no theme"); i++) {
            Thread.sleep(50);
            found = page(community, who, "about=all&window=90");
        }
        assertThat(found).contains("dark theme").contains("Look again");
    }

    @Test
    void namesPinsJoinsAndWhatIsIgnoredStayAndAreTakenBack() {
        var community = talking.found();
        talking.look(community, Shelf.QUESTIONS, 30);
        var who = cast.join(community, Role.MODERATOR);
        var dark = theme(community, "dark theme").id();
        var search = theme(community, "search index").id();
        assertThat(deed(community, who, dark, "name?name=Nightshade")).isEqualTo(302);
        assertThat(deed(community, who, search, "pin?on=true")).isEqualTo(302);
        assertThat(themes(community, Shelf.QUESTIONS).getFirst().id()).isEqualTo(search);
        // a week later people ask again
        var more = new java.util.ArrayList<Found>();
        for (int i = 0; i < 6; i++) {
            more.add(
                    talking.deed(
                            "later" + i,
                            "V" + i,
                            1,
                            "Where do I switch the dark theme off again?"));
        }
        intaking.take(community, more);
        town.in(community, listening::finish);
        talking.look(community, Shelf.QUESTIONS, 30);
        var named =
                themes(community, Shelf.QUESTIONS).stream()
                        .filter(t -> t.id() == dark)
                        .findFirst()
                        .orElseThrow();
        assertThat(named.title()).isEqualTo("Nightshade");
        assertThat(named.people()).isGreaterThanOrEqualTo(8);
        assertThat(deed(community, who, search, "merge?into=" + dark)).isEqualTo(302);
        var joined =
                themes(community, Shelf.QUESTIONS).stream()
                        .filter(t -> t.id() == dark)
                        .findFirst()
                        .orElseThrow();
        assertThat(joined.posts()).isEqualTo(named.posts() + 8);
        assertThat(joined.parts()).extracting(Theme.Part::id).containsExactly(search);
        assertThat(deed(community, who, dark, "merge?into=" + search)).isEqualTo(422);
        assertThat(deed(community, who, search, "part?")).isEqualTo(302);
        assertThat(deed(community, who, dark, "ignore?on=true")).isEqualTo(302);
        assertThat(page(community, who, "about=questions&window=30")).contains("1 ignored theme");
        assertThat(deed(community, who, dark, "ignore?on=false")).isEqualTo(302);
        assertThat(deed(community, who, dark, "name?name=")).isEqualTo(302);
        assertThat(theme(community, "dark theme").name()).isNull();
        assertThat(deed(community, who, dark, "name?name=" + "x".repeat(101))).isEqualTo(422);
        var director = cast.join(community, Role.DIRECTOR);
        assertThat(deed(community, director, dark, "pin?on=true")).isEqualTo(403);
        var elsewhere = talking.found();
        var stranger = cast.join(elsewhere, Role.LEAD);
        assertThat(deed(elsewhere, stranger, dark, "pin?on=true")).isEqualTo(404);
    }

    @Test
    void thePageAsksAFewThingsHoweverManyThemesThereAre() throws Exception {
        var community = talking.found();
        talking.look(community, Shelf.QUESTIONS, 30);
        var who = cast.join(community, Role.LEAD);
        page(community, who, "about=questions&window=30");
        assertThat(Queries.during(() -> page(community, who, "about=questions&window=30")))
                .filteredOn(sql -> sql.contains("listening."))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void themesAreATableAndProgramsChangeThem() {
        var community = talking.found();
        talking.look(community, Shelf.QUESTIONS, 30);
        var who = cast.join(community, Role.MODERATOR);
        assertThat(
                        new String(
                                answer(
                                                get("/c/%s/themes.csv?about=questions&window=30"
                                                                .formatted(community.slug()))
                                                        .with(Cast.as(who)))
                                        .getContentAsByteArray(),
                                StandardCharsets.UTF_8))
                .startsWith("Theme,Words,People,")
                .contains("dark theme", ",8,6,2,8,");
        var dark = theme(community, "dark theme").id();
        var search = theme(community, "search index").id();
        var reads = cast.token(community, Scope.READ);
        var writes = cast.token(community, Scope.WRITE);
        var wish = "{\"name\":\"Night\",\"pinned\":true}";
        assertThat(change(community, reads, dark, wish)).isEqualTo(403);
        assertThat(change(community, writes, dark, wish)).isEqualTo(204);
        var named = themes(community, Shelf.QUESTIONS).getFirst();
        assertThat(named.title()).isEqualTo("Night");
        assertThat(named.pinned()).isTrue();
        assertThat(change(community, writes, search, "{\"into\":%d}".formatted(dark)))
                .isEqualTo(204);
        assertThat(themes(community, Shelf.QUESTIONS).getFirst().parts()).hasSize(1);
        // all of it or nothing
        assertThat(
                        change(
                                community,
                                writes,
                                dark,
                                "{\"name\":\"Day\",\"into\":%d}".formatted(search)))
                .isEqualTo(422);
        assertThat(themes(community, Shelf.QUESTIONS).getFirst().title()).isEqualTo("Night");
        assertThat(change(community, writes, search, "{\"into\":0}")).isEqualTo(204);
        assertThat(themes(community, Shelf.QUESTIONS).getFirst().parts()).isEmpty();
        assertThat(change(community, writes, 999_999_999, "{}")).isEqualTo(404);
    }

    private int change(Community community, String token, long theme, String wish) {
        return answer(
                        patch("/api/v1/communities/%s/themes/%d".formatted(community.slug(), theme))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(wish)
                                .header("Authorization", "Bearer " + token))
                .getStatus();
    }
}
