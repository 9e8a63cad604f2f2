package org.folkmoot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.members.PersonalData;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Pictures: fetched only when the team wants them, kept here, shown, joined, forgotten.
@HouseTest
@NullUnmarked
class PicturesTests {

    @Autowired Neighbourhood hood;
    @Autowired PictureRound round;
    @Autowired Pictures pictures;
    @Autowired JdbcClient db;
    @Autowired List<PersonalData> personal;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;

    Community here;
    Neighbourhood.Desk desk;
    PictureServer server;

    @BeforeEach
    void found() throws Exception {
        server = new PictureServer();
        here = hood.town.found();
        desk = new Neighbourhood.Desk(browser, here, cast.join(here, Role.LEAD));
        tell("ada", "/ada.png");
        tell("grace", "/grace.jpg");
        tell("mallory", "/script");
        hood.take(here, Person.of("slack:T1", "linus").with(Found.Field.NAME, "linus"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void tell(String name, String path) {
        hood.take(
                here,
                Person.of("slack:T1", name)
                        .with(Found.Field.NAME, name)
                        .with(Found.Field.AVATAR, path.isEmpty() ? " " : server.at(path))
                        .asOf(java.time.Instant.now()));
    }

    private int fetch() {
        return hood.in(
                here,
                () -> {
                    try (var near = PictureServer.near()) {
                        return round.fetch(near);
                    }
                });
    }

    /// What the database says that member wears; null for none.
    private String face(String name) {
        return hood.within(
                here,
                () ->
                        db.sql(
                                        "select face from members.member where community_id = folkmoot.community() and id = :id")
                                .param("id", hood.members(here).get(name))
                                .query((row, _) -> java.util.Optional.ofNullable(row.getString(1)))
                                .single()
                                .orElse(null));
    }

    @Test
    void nothingIsAskedForBeforeTheTeamHasSaidSo() {
        assertThat(desk.get("/settings/pictures"))
                .bodyText()
                .contains("not fetched", "Fetch pictures", "A face is personal data", "3 accounts");
        assertThat(fetch()).isZero();
        assertThat(server.asked("/ada.png")).isZero();
        var on = desk.post("/settings/pictures", "fetch", "true");
        assertThat(fetch()).isEqualTo(3);
        assertThat(desk.get("/settings/pictures"))
                .bodyText()
                .contains("2 are kept here, 1 could not be had", "Stop fetching");
        desk.post(desk.undo(on));
        tell("ada", "/grace.jpg");
        assertThat(fetch()).as("switched off again").isZero();
        assertThat(hood.trail(here)).contains("pictures allowed", "pictures stopped");
        var coordinator = new Neighbourhood.Desk(browser, here, cast.join(here, Role.COORDINATOR));
        assertThat(coordinator.post("/settings/pictures", "fetch", "true")).hasStatus(403);
    }

    @Test
    void aPictureIsShownInListsFromOurOwnAddressWithoutAnotherStatement() throws Exception {
        desk.get("/people");
        var before = Queries.during(() -> desk.get("/people")).size();
        desk.post("/settings/pictures", "fetch", "true");
        fetch();
        var address = "/faces/" + face("ada");
        assertThat(desk.get("/people"))
                .bodyText()
                .contains("src=\"/c/%s%s\"".formatted(here.slug(), address))
                .doesNotContain("127.0.0.1");
        assertThat(Queries.during(() -> desk.get("/people"))).hasSize(before);
        assertThat(desk.get("/people/" + hood.members(here).get("ada")))
                .bodyText()
                .contains(address);
        assertThat(desk.get("/people/" + hood.members(here).get("ada") + "/card"))
                .bodyText()
                .contains(address);
        var ada = hood.members(here).get("ada");
        var grace = hood.members(here).get("grace");
        assertThat(desk.get("/people/joining?who=%d&who=%d".formatted(ada, grace)))
                .as("side by side")
                .bodyText()
                .contains(address, "/faces/" + face("grace"));
        assertThat(desk.get("/people/%d/joining?q=ada".formatted(grace)))
                .as("search for the same person")
                .bodyText()
                .contains(address);
        assertThat(desk.get(address))
                .hasStatusOk()
                .hasHeader("Content-Type", "image/jpeg")
                .hasHeader("Cache-Control", "max-age=31536000, private, immutable")
                .hasHeader("X-Content-Type-Options", "nosniff");
        var elsewhere = hood.town.found();
        var stranger = new Neighbourhood.Desk(browser, elsewhere, cast.join(elsewhere, Role.LEAD));
        assertThat(stranger.get(address)).as("another community").hasStatus(404);
        assertThat(browser.get().uri("/c/" + here.slug() + address).exchange())
                .as("nobody signed in")
                .matches(r -> r.getResponse().getStatus() != 200);
    }

    @Test
    void eachIsFetchedOnceUntilItsAddressChanges() {
        desk.post("/settings/pictures", "fetch", "true");
        fetch();
        assertThat(fetch()).isZero();
        assertThat(server.asked("/ada.png")).isEqualTo(1);
        var orange = face("ada");
        tell("ada", "/grace.jpg");
        assertThat(fetch()).isEqualTo(1);
        assertThat(face("ada")).isNotNull().isNotEqualTo(orange).isEqualTo(face("grace"));
        tell("ada", "/none");
        fetch();
        assertThat(face("ada")).as("the one before is not hers any more").isNull();
    }

    @Test
    void joinedPeopleWearOneFaceAndPartedOnesTheirOwn() {
        desk.post("/settings/pictures", "fetch", "true");
        fetch();
        var orange = face("ada");
        var members = hood.members(here);
        desk.post("/people/joining", "who", members.get("ada"), "who", members.get("linus"));
        assertThat(face("linus")).isEqualTo(orange);
        desk.post(
                "/people/%d/accounts/%d/parting"
                        .formatted(members.get("ada"), hood.identities(here).get("linus")));
        assertThat(face("ada")).isEqualTo(orange);
        assertThat(face("linus")).isNull();
    }

    @Test
    void whoIsForgottenLosesThePictureAndAllCanBeRemoved() {
        desk.post("/settings/pictures", "fetch", "true");
        fetch();
        var subject =
                new PersonalData.Subject(
                        hood.members(here).get("ada"),
                        Set.of(hood.members(here).get("ada")),
                        Set.of(hood.identities(here).get("ada")));
        var digest = face("ada");
        assertThat(
                        hood.within(
                                        here,
                                        () ->
                                                personal.stream()
                                                        .flatMap(p -> p.tell(subject).stream())
                                                        .toList())
                                .toString())
                .contains("Pictures kept here", "ada.png");
        hood.within(
                here,
                () -> {
                    personal.forEach(p -> p.forget(subject));
                    return true;
                });
        assertThat(
                        hood.within(
                                here,
                                () ->
                                        db.sql(
                                                        "select count(*) from members.member where face = :digest")
                                                .param("digest", digest)
                                                .query(Long.class)
                                                .single()))
                .isZero();
        assertThat(desk.get("/faces/" + digest)).hasStatus(404);
        assertThat(face("grace")).isNotNull();
        desk.post("/settings/pictures/removal");
        assertThat(face("grace")).isNull();
        assertThat(hood.in(here, pictures::count).kept()).isZero();
    }
}
