package org.folkmoot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Export;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.folkmoot.members.Asking;
import org.folkmoot.members.PersonalData;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A community's own fields, from their making to an export.
@HouseTest
@NullUnmarked
class CustomFieldsTests {

    private static final List<String> PEOPLE = List.of("ada", "grace", "mallory", "linus", "zoë");

    @Autowired Neighbourhood hood;
    @Autowired CustomFields fields;
    @Autowired Entries entries;
    @Autowired Asking asking;
    @Autowired Export export;
    @Autowired Intaking intaking;
    @Autowired List<PersonalData> personal;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;

    Community here;
    Neighbourhood.Desk desk;

    @BeforeEach
    void found() {
        here = hood.town.found();
        desk = new Neighbourhood.Desk(browser, here, cast.join(here, Role.LEAD));
        for (var name : PEOPLE) {
            hood.take(here, Person.of("slack:T1", name).with(Found.Field.NAME, name));
        }
    }

    private long member(String name) {
        return hood.members(here).get(name);
    }

    private long make(String name, String kind, String choices) {
        desk.post("/settings/fields", "name", name, "kind", kind, "choices", choices);
        return hood.in(here, fields::all).stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private MvcTestResult say(String person, long field, String value) {
        return desk.post("/fields/of/%d/%d".formatted(member(person), field), "value", value);
    }

    private String value(String person, long field) {
        var entry = hood.in(here, () -> entries.of(member(person))).get(field);
        return entry == null ? null : entry.value();
    }

    @Test
    void aFieldIsMadeOrderedChangedArchivedAndBroughtBack() {
        assertThat(desk.get("/settings/fields")).bodyText().contains("No fields of your own yet");
        var size = make("T-shirt size", "choice", "S\nM\nL");
        var mentor = make("Mentor", "text", "");
        assertThat(desk.get("/settings/fields"))
                .bodyText()
                .contains("T-shirt size", "t_shirt_size", "S, M, L", "0 people");
        assertThat(desk.post("/settings/fields", "name", "mentor", "kind", "text"))
                .hasStatus(422)
                .bodyText()
                .contains("There is a field mentor already", "value=\"mentor\"");
        desk.post("/settings/fields/%d/up".formatted(mentor));
        assertThat(hood.in(here, () -> fields.inUse(true)))
                .extracting(CustomField::name)
                .containsExactly("Mentor", "T-shirt size");
        var changed =
                desk.post("/settings/fields/" + size, "name", "Shirt", "choices", "S\nM\nL\nXL");
        assertThat(hood.in(here, () -> fields.get(size)).choices()).contains("XL");
        desk.post(desk.undo(changed));
        assertThat(hood.in(here, () -> fields.get(size)))
                .returns("T-shirt size", CustomField::name)
                .returns(List.of("S", "M", "L"), CustomField::choices)
                .returns("t_shirt_size", CustomField::key);
        say("ada", size, "m");
        var archived = desk.post("/settings/fields/%d/archiving".formatted(size));
        assertThat(desk.get("/fields/of/" + member("ada"))).bodyText().doesNotContain("T-shirt");
        assertThat(say("ada", size, "S")).hasStatus(404);
        desk.post(desk.undo(archived));
        assertThat(desk.get("/fields/of/" + member("ada"))).bodyText().contains("T-shirt", "M");
        assertThat(hood.trail(here))
                .contains("field added", "field changed", "field archived", "field brought back");
    }

    @Test
    void aValueIsSaidTakenBackAndItsPastTold() {
        var size = make("Size", "choice", "S\nM");
        assertThat(say("ada", size, "XS"))
                .hasStatus(422)
                .bodyText()
                .contains("“XS” is not on the list: choose one of S, M");
        assertThat(value("ada", size)).isNull();
        say("ada", size, "m");
        var second = say("ada", size, "S");
        assertThat(desk.get("/fields/of/" + member("ada")))
                .bodyText()
                .contains("<bdi class=\"clamped\">S</bdi>", "said by Grace", "Take back");
        desk.post(desk.undo(second));
        assertThat(value("ada", size)).isEqualTo("M");
        var gone = desk.post("/fields/of/%d/%d/removal".formatted(member("ada"), size));
        assertThat(value("ada", size)).isNull();
        desk.post(desk.undo(gone));
        assertThat(value("ada", size)).isEqualTo("M");
        assertThat(desk.post(desk.undo(second))).as("it is undone already").hasStatus(422);
        assertThat(desk.get("/fields/of/%d/%d".formatted(member("ada"), size)))
                .bodyText()
                .contains("Grace said S", "Grace said M", "Grace took it back");
    }

    @Test
    void aPanelCostsTwoStatementsAndNothingIsShownWhereThereIsNothing() throws Exception {
        var path = "/fields/of/" + member("ada");
        assertThat(desk.get(path)).hasStatusOk().bodyText().isEmpty();
        for (int n = 0; n < 20; n++) {
            say("ada", make("Field " + n, "text", ""), "<b>" + n + "</b>");
        }
        assertThat(desk.get(path)).bodyText().contains("&lt;b&gt;19").doesNotContain("<b>19");
        assertThat(
                        Queries.during(() -> desk.get(path)).stream()
                                .filter(sql -> sql.contains("fields.")))
                .hasSize(2);
    }

    @Test
    void manyAreSetAtOnceAndTakenBackAtOnce() {
        var cohort = make("Cohort", "number", "");
        say("ada", cohort, "1");
        assertThat(
                        desk.post(
                                "/fields/choice",
                                "query",
                                "",
                                "who",
                                member("ada"),
                                "who",
                                member("zoë")))
                .hasStatusOk()
                .bodyText()
                .contains("For 2 people", "Cohort");
        assertThat(desk.post("/fields/choice", "query", "")).hasStatus(302);
        assertThat(
                        desk.post(
                                "/fields/bulk",
                                "query",
                                "",
                                "who",
                                member("ada"),
                                "field",
                                cohort,
                                "value",
                                "many",
                                "do",
                                "put"))
                .hasStatus(422)
                .bodyText()
                .contains("“many” is no number");
        var all =
                desk.post(
                        "/fields/bulk",
                        "query",
                        "sort=name",
                        "everyone",
                        "true",
                        "field",
                        cohort,
                        "value",
                        "7",
                        "do",
                        "put");
        assertThat(all).hasStatus(302);
        assertThat(PEOPLE).allMatch(name -> "7".equals(value(name, cohort)));
        say("linus", cohort, "8");
        desk.post(desk.undo(all));
        assertThat(value("ada", cohort)).isEqualTo("1");
        assertThat(value("zoë", cohort)).isNull();
        assertThat(value("linus", cohort)).as("said since").isEqualTo("8");
    }

    @Test
    void whatIsGuardedIsSeenByWhoMaySeeAddresses() {
        desk.post("/settings/fields", "name", "Allergies", "kind", "text", "guarded", "true");
        var field = hood.in(here, fields::all).getFirst().id();
        say("ada", field, "Peanuts");
        var moderator = new Neighbourhood.Desk(browser, here, cast.join(here, Role.MODERATOR));
        assertThat(moderator.get("/fields/of/" + member("ada")))
                .bodyText()
                .doesNotContain("Allergies", "Peanuts");
        assertThat(moderator.post("/fields/of/%d/%d".formatted(member("ada"), field), "value", "x"))
                .hasStatus(404);
        assertThat(moderator.get("/settings/fields")).hasStatus(403);
        var analyst = new Neighbourhood.Desk(browser, here, cast.join(here, Role.ANALYST));
        assertThat(analyst.post("/fields/of/%d/%d".formatted(member("ada"), field), "value", "x"))
                .hasStatus(403);
        assertThat(value("ada", field)).isEqualTo("Peanuts");
    }

    @Test
    void joinedPeopleHaveTheLaterValueAndPartedOnesTheirOwn() {
        var size = make("Size", "choice", "S\nM\nL");
        say("ada", size, "S");
        say("zoë", size, "M");
        desk.post("/people/joining", "who", member("ada"), "who", member("zoë"));
        assertThat(member("ada")).isEqualTo(member("zoë"));
        assertThat(value("ada", size)).isEqualTo("M");
        var said = say("ada", size, "L");
        assertThat(value("zoë", size)).isEqualTo("L");
        desk.post(desk.undo(said));
        assertThat(value("ada", size)).isEqualTo("S");
        desk.post(
                "/people/%d/accounts/%d/parting"
                        .formatted(member("ada"), hood.identities(here).get("zoë")));
        assertThat(value("ada", size)).isEqualTo("S");
        assertThat(value("zoë", size)).isEqualTo("M");
    }

    @Test
    void programsReadAndSayFields() {
        make("Size", "choice", "S\nM");
        var token = cast.token(here, Scope.WRITE);
        var path = "/members/%d/fields".formatted(member("ada"));
        assertThat(ask(HttpMethod.GET, token, "/fields", ""))
                .bodyJson()
                .extractingPath("$.items[?(@.key == 'size')].choices[1]")
                .asArray()
                .containsExactly("M");
        assertThat(ask(HttpMethod.PUT, token, path + "/size", "{\"value\":\"m\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[?(@.key == 'size')].value")
                .asArray()
                .containsExactly("M");
        assertThat(ask(HttpMethod.PUT, token, path + "/location", "{\"value\":\"Rome\"}"))
                .bodyText()
                .contains("\"key\":\"location\"", "said by token robot");
        assertThat(ask(HttpMethod.PUT, token, path + "/size", "{\"value\":\"XS\"}")).hasStatus(422);
        assertThat(ask(HttpMethod.PUT, token, path + "/size", "{}")).hasStatus(422);
        assertThat(ask(HttpMethod.PUT, token, path + "/shoe", "{\"value\":\"1\"}")).hasStatus(404);
        assertThat(ask(HttpMethod.DELETE, token, path + "/size", ""))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("\"size\"");
        var reads = cast.token(here, Scope.READ);
        assertThat(ask(HttpMethod.PUT, reads, path + "/size", "{\"value\":\"M\"}")).hasStatus(403);
    }

    @Test
    void programsMakeChangeAndPutFieldsAway() {
        var token = cast.token(here, Scope.WRITE);
        assertThat(
                        ask(
                                HttpMethod.POST,
                                token,
                                "/fields",
                                "{\"name\":\"Cup size\",\"kind\":\"choice\",\"choices\":[\"Small\",\"Large\"]}"))
                .hasStatus(201)
                .bodyText()
                .contains("\"key\":\"cup_size\"", "\"archived\":false");
        assertThat(ask(HttpMethod.POST, token, "/fields", "{\"name\":\"X\",\"kind\":\"rows\"}"))
                .hasStatus(422);
        assertThat(
                        ask(
                                HttpMethod.POST,
                                token,
                                "/fields",
                                "{\"name\":\"Y\",\"kind\":\"choice\",\"choices\":[\"a\\nb\",\"c\"]}"))
                .hasStatus(422);
        assertThat(
                        ask(
                                HttpMethod.PUT,
                                token,
                                "/members/%d/fields/cup_size".formatted(member("ada")),
                                "{\"value\":\"Large\"}"))
                .hasStatusOk();
        assertThat(ask(HttpMethod.PUT, token, "/fields/cup_size", "{\"name\":\"Cup\"}"))
                .hasStatusOk()
                .bodyText()
                .contains("\"name\":\"Cup\"", "\"Large\"");
        assertThat(ask(HttpMethod.PUT, token, "/fields/cup_size", "{\"kind\":\"text\"}"))
                .hasStatus(422);
        assertThat(ask(HttpMethod.PUT, token, "/fields/cup_size", "{\"archived\":true}"))
                .hasStatusOk();
        assertThat(ask(HttpMethod.GET, token, "/fields", "")).bodyText().doesNotContain("cup_size");
        assertThat(ask(HttpMethod.GET, token, "/fields?archived=true", ""))
                .bodyText()
                .contains("cup_size");
        assertThat(ask(HttpMethod.PUT, token, "/fields/cup_size", "{\"archived\":false}"))
                .hasStatusOk();
        assertThat(ask(HttpMethod.GET, token, "/members/%d/fields".formatted(member("ada")), ""))
                .bodyText()
                .contains("\"Large\"");
        assertThat(ask(HttpMethod.PUT, token, "/fields/none", "{\"name\":\"A\"}")).hasStatus(404);
        var reads = cast.token(here, Scope.READ);
        assertThat(ask(HttpMethod.PUT, reads, "/fields/cup_size", "{\"name\":\"A\"}"))
                .hasStatus(403);
    }

    @Test
    void theTableOfPeopleHasTheFieldsAsColumns() throws Exception {
        say("ada", make("Size", "choice", "S\nM"), "M");
        say("zoë", make("=Mentor", "text", ""), "=1+1");
        make("Name", "text", "");
        var lines =
                desk.get("/people.csv?sort=name")
                        .getResponse()
                        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assertThat(lines.getFirst()).endsWith("\"Size\",\"'=Mentor\",\"own Name\"");
        assertThat(lines)
                .filteredOn(l -> l.contains("\"ada\""))
                .allMatch(l -> l.endsWith("\"M\",,"));
        assertThat(lines)
                .filteredOn(l -> l.contains("zoë"))
                .allMatch(l -> l.endsWith(",,\"'=1+1\","));
    }

    private MvcTestResult ask(HttpMethod method, String token, String path, String json) {
        var request =
                browser.method(method)
                        .uri("/api/v1/communities/" + here.slug() + path)
                        .header("Authorization", "Bearer " + token);
        if (!json.isEmpty()) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(json);
        }
        return request.exchange();
    }

    @Test
    void anExportBringsFieldsAndWhatWasSaidInThem(@TempDir Path folder) throws Exception {
        var size = make("Größe", "choice", "S\nM");
        say("ada", size, "S");
        say("zoë", make("Mentor", "text", ""), "=1+1, \"Grace\"\nand 山田花子");
        desk.post("/people/%d/said/location".formatted(member("ada")), "value", "Rome");
        desk.post("/people/joining", "who", member("ada"), "who", member("linus"));
        var file = Files.writeString(folder.resolve("export.jsonl"), exported(here));
        var there = hood.town.found();
        for (int twice = 0; twice < 2; twice++) {
            intaking.read(there, "folkmoot", file);
            assertThat(saidIn(exported(there))).isEqualTo(saidIn(exported(here))).hasSize(5);
        }
    }

    private String exported(Community community) {
        var out = new StringWriter();
        hood.in(community, () -> export.write(out));
        return out.toString();
    }

    private static List<String> saidIn(String export) {
        return export.lines()
                .filter(l -> l.matches("\\{\"type\":\"(field|said|entry)\".*"))
                .toList();
    }

    @Test
    void peopleAreAskedForByFieldsAsTheyHoldNow() {
        var size = make("T-shirt size", "choice", "S\nM");
        var mentees = make("Mentees", "number", "");
        var since = make("Helps since", "date", "");
        var food = make("Food", "text", "");
        say("ada", size, "S");
        say("ada", size, "M");
        say("zoë", size, "S");
        say("ada", mentees, "2.5");
        say("zoë", mentees, "12");
        say("ada", since, "2026-03-28");
        say("zoë", food, "No Peanuts' OR true");
        assertThat(asking.names(here, "field-t-shirt-size is M")).containsExactly("ada");
        assertThat(asking.names(here, "field-t-shirt-size is S")).containsExactly("zoë");
        assertThat(asking.names(here, "not field-t-shirt-size known"))
                .containsExactly("grace", "linus", "mallory");
        assertThat(asking.names(here, "field-mentees at least 3")).containsExactly("zoë");
        assertThat(asking.names(here, "field-mentees at most 3")).containsExactly("ada");
        assertThat(asking.names(here, "field-helps-since from 2026-03-28")).containsExactly("ada");
        assertThat(asking.names(here, "field-helps-since until 2026-03-27")).isEmpty();
        assertThat(asking.names(here, "field-food contains peanuts")).containsExactly("zoë");
        desk.post("/people/joining", "who", member("ada"), "who", member("zoë"));
        assertThat(asking.names(here, "field-t-shirt-size is S")).as("the later holds").hasSize(1);
        assertThat(asking.names(here, "field-t-shirt-size is M")).isEmpty();
    }

    @Test
    void aColumnNamedLikeAFieldFillsItAndGivesWayToAHand() {
        var size = make("T-shirt size", "choice", "S\nM\nL");
        say("zoë", size, "S");
        var day = java.time.Instant.parse("2026-01-01T00:00:00Z");
        for (var name : List.of("ada", "zoë")) {
            hood.take(here, Person.of("slack:T1", name).with("t-shirt size", "m").asOf(day));
        }
        hood.take(here, Person.of("slack:T1", "linus").with("t-shirt size", "huge").asOf(day));
        assertThat(value("ada", size)).isEqualTo("M");
        assertThat(value("zoë", size)).as("said by hand").isEqualTo("S");
        assertThat(value("linus", size)).isNull();
        assertThat(desk.get("/fields/of/" + member("ada"))).bodyText().contains("from an import");
        hood.take(
                here,
                Person.of("slack:T1", "ada").with("t-shirt size", "L").asOf(day.plusSeconds(60)));
        hood.take(here, Person.of("slack:T1", "ada").with("t-shirt size", "S").asOf(day));
        assertThat(value("ada", size)).as("the later import").isEqualTo("L");
    }

    private static Found own(String key, String name, String kind) {
        return Found.Also.of("field", Map.of("key", key, "name", name, "kind", kind));
    }

    private static Found said(String type, String who, String field, String value) {
        return Found.Also.of(
                type,
                Map.of(
                        "source",
                        "slack:T1",
                        "externalId",
                        who,
                        "field",
                        field,
                        "value",
                        value,
                        "by",
                        "Grace",
                        "at",
                        "2026-01-01T00:00:00Z"));
    }

    @Test
    void whatIsNoFieldOfOursIsRefusedWithItsReason() {
        hood.take(here, own("size", "Size", "number"));
        hood.take(
                here,
                said("entry", "ada", "size", "large"),
                said("entry", "ada", "shoe", "1"),
                said("said", "ada", "role", "staff"),
                own("DROP TABLE", "x", "text"),
                said("entry", "zoë", "size", "42"));
        var size = hood.in(here, fields::all).getFirst().id();
        assertThat(hood.in(here, fields::all)).hasSize(1);
        assertThat(value("ada", size)).isNull();
        assertThat(value("zoë", size)).isEqualTo("42");
    }

    @Test
    void sheIsToldWhatIsKeptAndItIsForgotten() {
        var size = make("Size", "text", "");
        say("ada", size, "Small");
        say("zoë", size, "Large");
        var subject =
                new PersonalData.Subject(
                        member("ada"),
                        Set.of(member("ada")),
                        Set.of(hood.identities(here).get("ada")));
        assertThat(told(subject)).contains("Fields of this community", "Small", "Grace");
        hood.within(
                here,
                () -> {
                    personal.forEach(p -> p.forget(subject));
                    return true;
                });
        assertThat(told(subject)).doesNotContain("Small");
        assertThat(value("zoë", size)).isEqualTo("Large");
    }

    private String told(PersonalData.Subject subject) {
        return hood.within(
                here,
                () -> personal.stream().flatMap(p -> p.tell(subject).stream()).toList().toString());
    }
}
