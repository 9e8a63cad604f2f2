package org.folkmoot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.members.Fact;
import org.folkmoot.members.PersonalData;
import org.folkmoot.members.ProfileField;
import org.folkmoot.members.Sayings;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What the team says of a profile's fields by hand.
@HouseTest
@NullUnmarked
class SayingTests {

    private static final Instant MARCH = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired Neighbourhood hood;
    @Autowired Sayings sayings;
    @Autowired List<PersonalData> personal;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;

    Community here;
    Neighbourhood.Desk desk;

    @BeforeEach
    void found() {
        here = hood.town.found();
        desk = new Neighbourhood.Desk(browser, here, cast.join(here, Role.LEAD));
        hood.take(
                here,
                Person.of("slack:T1", "ada")
                        .with(Found.Field.NAME, "Ada Lovelace")
                        .with(Found.Field.LOCATION, "London")
                        .with(Found.Field.TIMEZONE, "Europe/London")
                        .asOf(MARCH),
                Person.of("github", "countess")
                        .with(Found.Field.NAME, "Ada King")
                        .with(Found.Field.LOCATION, "Paris")
                        .with(Found.Field.WEBSITE, "https://ada.example")
                        .asOf(MARCH.plusSeconds(86_400)));
    }

    private long ada() {
        return hood.members(here).get("ada");
    }

    private long king() {
        return hood.members(here).get("countess");
    }

    private Fact fact(long member, ProfileField field) {
        return hood.in(here, () -> sayings.facts(member)).stream()
                .filter(f -> f.field() == field)
                .findFirst()
                .orElse(null);
    }

    private String location(long member) {
        var fact = fact(member, ProfileField.LOCATION);
        return fact == null ? null : fact.counts().value();
    }

    @Test
    void whatIsSaidByHandCountsBeforeAllAccountsAndLaterImports() {
        assertThat(desk.post("/people/%d/said/location".formatted(ada()), "value", "Rome"))
                .hasStatus(302);
        hood.take(
                here,
                Person.of("slack:T1", "ada")
                        .with(Found.Field.LOCATION, "Berlin")
                        .asOf(Instant.parse("2030-01-01T00:00:00Z")));
        var fact = fact(ada(), ProfileField.LOCATION);
        assertThat(fact.values()).extracting(Fact.Value::value).containsExactly("Rome", "Berlin");
        assertThat(fact.counts().source().words()).isEqualTo("said by Grace");
        assertThat(desk.get("/people/" + ada()))
                .bodyText()
                .contains("Rome", "said by Grace, 2 values", "from Slack, as of", "Take back");
        assertThat(hood.trail(here)).contains("field said").doesNotContain("Rome");
    }

    @Test
    void aNameSaidByHandIsInListsAndFound() {
        desk.post("/people/%d/said/name".formatted(ada()), "value", "Augusta Ada");
        assertThat(desk.get("/people?q=augusta")).bodyText().contains("1 person", "Augusta Ada");
        assertThat(desk.get("/people?q=lovelace")).bodyText().contains("1 person", "Augusta Ada");
        desk.post("/people/%d/said/name/removal".formatted(ada()));
        assertThat(desk.get("/people?q=augusta")).bodyText().contains("Nobody fits");
        assertThat(desk.get("/people?q=lovelace")).bodyText().contains("Ada Lovelace");
    }

    @Test
    void itIsTakenBackAndUndoneStepByStep() {
        var path = "/people/%d/said/location".formatted(ada());
        var first = desk.post(path, "value", "Rome");
        var second = desk.post(path, "value", "Oslo");
        assertThat(desk.post(desk.undo(first))).as("somebody said something since").hasStatus(409);
        assertThat(location(ada())).isEqualTo("Oslo");
        desk.post(desk.undo(second));
        assertThat(location(ada())).isEqualTo("Rome");
        var back = desk.post(path + "/removal");
        assertThat(location(ada())).isEqualTo("London");
        desk.post(desk.undo(back));
        assertThat(location(ada())).isEqualTo("Rome");
        assertThat(desk.get("/people/%d?saying=location".formatted(ada())))
                .bodyText()
                .contains("Said before", "took back", "Counts before what their accounts tell");
        assertThat(desk.post("/people/%d/sayings/%d/undoing".formatted(king(), 1)))
                .as("another's change")
                .hasStatus(404);
    }

    @Test
    void whatCannotBeKeptIsShownAgainWithTheReason() {
        var zone = "/people/%d/said/timezone".formatted(ada());
        assertThat(desk.post(zone, "value", "Lantern City"))
                .hasStatus(302)
                .flash()
                .containsEntry("said", "Lantern City")
                .hasEntrySatisfying(
                        "unsaid", why -> assertThat(why.toString()).contains("Europe/Berlin"));
        assertThat(desk.post("/people/%d/said/shoe".formatted(ada()), "value", "42"))
                .hasStatus(404);
        assertThat(desk.post("/people/%d/said/bio".formatted(ada()), "value", "x".repeat(2001)))
                .flash()
                .containsKey("unsaid");
        desk.post("/people/%d/said/bio".formatted(ada()), "value", "<script>alert(1)</script>\0");
        assertThat(desk.get("/people/" + ada()))
                .bodyText()
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void onlyWhoMayEditPeopleSaysAnything() {
        var analyst = new Neighbourhood.Desk(browser, here, cast.join(here, Role.ANALYST));
        assertThat(analyst.post("/people/%d/said/location".formatted(ada()), "value", "Rome"))
                .hasStatus(403);
        assertThat(analyst.get("/people/%d?saying=location".formatted(ada())))
                .bodyText()
                .contains("London")
                .doesNotContain("Say something", "Take back", "name=\"value\"");
        var elsewhere = hood.town.found();
        var stranger = new Neighbourhood.Desk(browser, elsewhere, cast.join(elsewhere, Role.LEAD));
        assertThat(stranger.post("/people/%d/said/location".formatted(ada()), "value", "Rome"))
                .hasStatus(404);
    }

    @Test
    void joinedPeopleKeepEveryValueAndPartedOnesHaveTheirOwnAgain() {
        desk.post("/people/%d/said/location".formatted(ada()), "value", "Rome");
        desk.post("/people/%d/said/location".formatted(king()), "value", "Oslo");
        var before = List.of(ada(), king());
        desk.post("/people/joining", "who", ada(), "who", king());
        assertThat(ada()).isEqualTo(king());
        var joined = fact(ada(), ProfileField.LOCATION);
        assertThat(joined.values())
                .extracting(Fact.Value::value)
                .containsExactly("Oslo", "Paris", "London");
        assertThat(fact(ada(), ProfileField.WEBSITE).counts().value())
                .isEqualTo("https://ada.example");
        var part =
                "/people/%d/accounts/%d/parting"
                        .formatted(ada(), hood.identities(here).get("countess"));
        assertThat(desk.post(part)).hasStatus(302);
        assertThat(List.of(ada(), king())).isEqualTo(before);
        assertThat(location(ada())).isEqualTo("Rome");
        assertThat(location(king())).isEqualTo("Oslo");
    }

    @Test
    void sheIsToldWhatWasSaidOfHerAndItIsForgotten() {
        desk.post("/people/%d/said/location".formatted(ada()), "value", "Rome");
        var subject =
                new PersonalData.Subject(
                        ada(), Set.of(ada()), Set.of(hood.identities(here).get("ada")));
        var told =
                hood.within(
                        here,
                        () -> personal.stream().flatMap(p -> p.tell(subject).stream()).toList());
        assertThat(told.toString()).contains("Said by the team", "Rome", "Grace");
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
                                                personal.stream()
                                                        .flatMap(p -> p.tell(subject).stream())
                                                        .toList())
                                .toString())
                .doesNotContain("Rome");
    }
}
