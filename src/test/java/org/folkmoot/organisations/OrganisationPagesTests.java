package org.folkmoot.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Export;
import org.folkmoot.connectors.Importer;
import org.folkmoot.connectors.Imports;
import org.folkmoot.members.PersonalData;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HouseTest
@NullUnmarked
class OrganisationPagesTests {

    @Autowired Town town;
    @Autowired Staffing staffing;
    @Autowired Organisations organisations;
    @Autowired Mergers mergers;
    @Autowired Stints stints;
    @Autowired Export export;
    @Autowired Imports imports;
    @Autowired Importer importer;
    @Autowired List<PersonalData> kept;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;

    Community here;
    String grace;

    @BeforeEach
    void found() {
        here = town.found();
        grace = cast.join(here, Role.LEAD);
    }

    private MvcTestResult get(String who, String path) {
        return browser.get()
                .uri(URI.create("/c/" + here.slug() + path))
                .with(Cast.as(who))
                .exchange();
    }

    private MvcTestResult get(String path) {
        return get(grace, path);
    }

    private MvcTestResult post(String who, String path, String... form) {
        var request = browser.post().uri("/c/" + here.slug() + path).with(Cast.as(who));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private long keep(String name, String names, String domains) {
        return town.in(
                here, () -> organisations.create(Staffing.form(name, names, domains), false));
    }

    @Test
    void anEmptyListSaysWhatWillBeHere() {
        assertThat(get("/organisations"))
                .hasStatusOk()
                .bodyText()
                .contains("No organisation is named yet", "New organisation");
    }

    @Test
    void organisationsLeadToTheirPageAndTheirPeople() {
        staffing.meet(here, "Ada", "2026-03-01", "organisation", "Smith & Sons");
        staffing.meet(here, "Zoë", "2026-03-01", "organisation", "Smith & Sons");
        staffing.meet(here, "Mallory", "2026-03-01", "organisation", "<script>alert(1)</script>");
        assertThat(get("/organisations"))
                .bodyText()
                .contains(
                        "Smith &amp; Sons",
                        "organisations/named?name=Smith%20%26%20Sons",
                        "3 people of 2 organisations, 0 kept")
                .doesNotContain("<script>alert");
        assertThat(get("/organisations?q=smith")).bodyText().doesNotContain("alert");
        assertThat(get("/organisations/named?name=Smith%20%26%20Sons"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "2 people, as their profiles name it",
                        "Keep as an organisation",
                        "people?organisation=Smith%20%26%20Sons",
                        "health/cards?organisation=Smith%20%26%20Sons");
        var id = keep("Smith & Sons", "", "smith.example");
        assertThat(get("/organisations/named?name=Smith%20%26%20Sons"))
                .hasRedirectedUrl("/c/%s/organisations/%d".formatted(here.slug(), id));
        assertThat(get("/organisations/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("2 people, writing from smith.example.", "Ada", "Zoë", "See what that");
        assertThat(get("/organisations/over-time?organisation=Smith%20%26%20Sons"))
                .hasStatusOk()
                .bodyText()
                .contains("2 people, 2 more than 2 years ago", "The numbers behind it");
        assertThat(get("/health/cards?organisation=Smith%20%26%20Sons"))
                .hasStatusOk()
                .bodyText()
                .contains("2 in all");
        assertThat(get("/health?organisation=Smith%20%26%20Sons"))
                .hasStatusOk()
                .bodyText()
                .contains("of Smith &amp; Sons");
        assertThat(get("/organisations.csv").getMvcResult().getResponse().getContentType())
                .startsWith("text/csv");
        assertThat(get("/organisations/named?name=nobody")).hasStatus(404);
        assertThat(get("/organisations/999999")).hasStatus(404);
    }

    @Test
    void whatCannotBeKeptIsSaidBesideTheFieldAndStaysInIt() {
        assertThat(
                        post(
                                grace,
                                "/organisations",
                                "name",
                                "Acme",
                                "url",
                                "javascript:alert(1)",
                                "note",
                                "",
                                "names",
                                "Also <b>",
                                "domains",
                                ""))
                .hasStatus(422)
                .bodyText()
                .contains("A web address begins with https://", "Also &lt;b&gt;");
        assertThat(
                        post(
                                grace,
                                "/organisations",
                                "name",
                                "=Acme\0",
                                "url",
                                "https://acme.example",
                                "note",
                                "Makes\0 anvils",
                                "names",
                                "",
                                "domains",
                                "acme.example, acme.test"))
                .hasStatus3xxRedirection();
        staffing.meet(here, "Ada", "2026-03-01", "organisation", "acme");
        assertThat(get("/organisations.csv")).bodyText().contains("\"'=Acme\"");
    }

    @Test
    void thePageTakesTheSameFewQueriesHoweverManyThereAre() throws Exception {
        staffing.meet(here, "Ada", "2026-03-01", "organisation", "Org 0");
        get("/organisations");
        var one = Queries.during(() -> get("/organisations")).size();
        for (int i = 1; i < 30; i++) {
            staffing.meet(here, "P" + i, "2026-03-01", "organisation", "Org " + i);
        }
        assertThat(Queries.during(() -> get("/organisations"))).hasSize(one);
    }

    @Test
    void eachMaySeeAndChangeWhatTheirRoleAllows() {
        var id = keep("Acme", "", "");
        var analyst = cast.join(here, Role.ANALYST);
        assertThat(get(analyst, "/organisations/" + id))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Change", "Join these two", "Keep it no longer");
        assertThat(get(analyst, "/organisations/suggestions")).hasStatus(403);
        assertThat(get(analyst, "/organisations.csv")).hasStatus(403);
        assertThat(post(analyst, "/organisations/%d/removal".formatted(id))).hasStatus(403);
        var coordinator = cast.join(here, Role.COORDINATOR);
        assertThat(get(coordinator, "/organisations/%d/staff".formatted(id))).hasStatus(403);
        assertThat(get(coordinator, "/organisations/%d/edit".formatted(id))).hasStatusOk();
        var stranger = cast.join(town.found(), Role.LEAD);
        assertThat(get(stranger, "/organisations/" + id)).hasStatus(404);
    }

    @Test
    void whatTheTeamSaysOfWhereSomebodyWorksWins() {
        keep("Acme", "Acme Inc", "acme.example");
        var ada = staffing.meet(here, "Ada", "2024-05-01", "organisation", "Engines");
        staffing.meet(here, "Ada", "2026-03-01", "organisation", "acme inc");
        assertThat(get("/organisations/of/" + ada))
                .hasStatusOk()
                .bodyText()
                .contains("Acme", "Engines", "said until May 1, 2024", "Say where they work");
        var noted =
                post(
                        grace,
                        "/organisations/of/" + ada,
                        "organisation",
                        "Kettles",
                        "since",
                        "2026-02-01");
        assertThat(noted).hasStatus3xxRedirection();
        assertThat(staffing.everybody(here)).containsEntry("Ada", "Kettles member");
        staffing.meet(
                here, "Ada", "2026-04-01", "organisation", "acme inc", "email", "a@acme.example");
        assertThat(staffing.everybody(here)).containsEntry("Ada", "Kettles member");
        assertThat(
                        post(
                                grace,
                                "/organisations/of/" + ada,
                                "organisation",
                                "Old",
                                "since",
                                "2020-01-01",
                                "until",
                                "2019-01-01"))
                .hasStatus(422);
        var flash = (String[]) noted.getMvcResult().getFlashMap().get("flash");
        var removed = browser.post().uri(URI.create(flash[2])).with(Cast.as(grace)).exchange();
        assertThat(staffing.everybody(here)).containsEntry("Ada", "Acme member");
        flash = (String[]) removed.getMvcResult().getFlashMap().get("flash");
        browser.post().uri(URI.create(flash[2])).with(Cast.as(grace)).exchange();
        assertThat(staffing.everybody(here)).containsEntry("Ada", "Kettles member");
    }

    @Test
    void whoAreJoinedAndPartedEachHaveTheirOwn() {
        var ada = staffing.account(here, "Ada", "2026-03-01", "organisation", "Engines");
        var grace2 = staffing.account(here, "Grace", "2026-03-02", "organisation", "Navy");
        var one = staffing.member(here, ada);
        var other = staffing.member(here, grace2);
        town.in(here, () -> stints.add(one, "Kettles", null, null));
        town.in(here, () -> stints.add(other, "Harvard", null, null));
        staffing.gather(here, List.of(List.of(ada, grace2)));
        assertThat(get("/organisations/of/" + one))
                .bodyText()
                .contains("Kettles", "Harvard", "Engines", "Navy");
        assertThat(staffing.everybody(here)).containsValue("Harvard member");
        staffing.gather(here, List.of(List.of(ada), List.of(grace2)));
        assertThat(staffing.everybody(here))
                .containsEntry("Ada", "Kettles member")
                .containsEntry("Grace", "Harvard member");
        assertThat(get("/organisations/of/" + one)).bodyText().doesNotContain("Harvard", "Navy");
    }

    @Test
    void allThatIsKeptOfSomebodyIsToldAndForgotten() {
        var account = staffing.account(here, "Ada", "2026-03-01", "organisation", "Engines");
        var ada = staffing.member(here, account);
        town.in(here, () -> stints.add(ada, "Kettles", null, null));
        var subject = new PersonalData.Subject(ada, Set.of(ada), Set.of(account));
        assertThat(told(subject)).contains("Engines", "Kettles");
        staffing.in(
                here,
                () -> {
                    kept.forEach(k -> k.forget(subject));
                    return true;
                });
        assertThat(told(subject)).doesNotContain("Kettles", "Engines");
    }

    private String told(PersonalData.Subject subject) {
        return staffing.in(
                here,
                () ->
                        kept.stream()
                                .flatMap(k -> k.tell(subject).stream())
                                .filter(p -> Set.of("worked", "employment").contains(p.key()))
                                .map(PersonalData.Part::rows)
                                .toList()
                                .toString());
    }

    @Test
    void anExportBringsOrganisationsAndHistoryToAnotherCommunity() throws Exception {
        var acme = keep("Acme", "Acme Europe", "acme.example");
        var anvils = keep("Anvils", "", "anvils.example");
        town.in(here, () -> mergers.merge(anvils, acme));
        staffing.meet(here, "Ada", "2024-05-01", "organisation", "Engines");
        var ada = staffing.meet(here, "Ada", "2026-03-01", "organisation", "acme europe");
        staffing.meet(here, "Grace", "2026-03-01", "email", "g@anvils.example");
        var zoe = staffing.meet(here, "Zoë", "2026-03-01");
        town.in(here, () -> stints.add(zoe, "Kettles", LocalDate.parse("2026-01-01"), null));
        town.in(here, () -> organisations.staff(acme, true));
        var out = new StringWriter();
        town.in(here, () -> export.write(out));
        var file = Files.createTempFile("organisations", ".jsonl");
        Files.writeString(file, out.toString());
        var other = town.found();
        for (int times = 0; times < 2; times++) {
            var attempt = times;
            var done =
                    town.in(
                            other,
                            () ->
                                    importer.run(
                                            imports.plan(
                                                            "folkmoot",
                                                            "again",
                                                            file.toString(),
                                                            Map.of(),
                                                            "again " + attempt,
                                                            "Grace")
                                                    .id(),
                                            _ -> {}));
            assertThat(done.counts().refused()).isZero();
            assertThat(staffing.everybody(other)).isEqualTo(staffing.everybody(here));
            var again = new StringWriter();
            town.in(other, () -> export.write(again));
            assertThat(lines(again)).isEqualTo(lines(out)).hasSize(4);
        }
        assertThat(staffing.everybody(other))
                .containsEntry("Ada", "Acme staff")
                .containsEntry("Grace", "Acme staff")
                .containsEntry("Zoë", "Kettles member");
        assertThat(ada).isPositive();
        Files.delete(file);
    }

    /// What this module and where people worked come to; who said it differs.
    private static List<String> lines(StringWriter export) {
        return export.toString()
                .lines()
                .filter(l -> l.matches(".*\"type\":\"(organisation|employment|worked)\".*"))
                .map(l -> l.replaceAll("\"by\":\"[^\"]*\"", ""))
                .toList();
    }

    private JsonNode api(String method, String path, Object body) throws Exception {
        var request =
                browser.method(org.springframework.http.HttpMethod.valueOf(method))
                        .uri(
                                URI.create(
                                        "/api/v1/communities/%s/organisations%s"
                                                .formatted(here.slug(), path)))
                        .header("Authorization", "Bearer " + token);
        if (body != null) {
            request =
                    request.contentType(MediaType.APPLICATION_JSON)
                            .content(JsonMapper.shared().writeValueAsString(body));
        }
        var text = request.exchange().getMvcResult().getResponse().getContentAsString();
        return text.isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(text);
    }

    String token;

    @Test
    void programsKeepJoinAndPartOrganisations() throws Exception {
        token = cast.token(here, Scope.WRITE);
        staffing.meet(here, "Ada", "2026-03-01", "email", "ada@acme.example");
        var acme =
                api("POST", "", Map.of("name", "Acme", "domains", List.of("acme.example")))
                        .path("id")
                        .asLong();
        assertThat(api("GET", "/" + acme, null).path("people").asInt()).isEqualTo(1);
        var other = api("POST", "", Map.of("name", "Anvils")).path("id").asLong();
        var step = api("POST", "/%d/merge".formatted(acme), Map.of("into", other)).path("step");
        assertThat(api("GET", "/" + acme, null).path("name").asString()).isEqualTo("Anvils");
        assertThat(api("GET", "?kept=true", null).path("items").size()).isEqualTo(1);
        assertThat(staffing.everybody(here)).containsEntry("Ada", "Anvils member");
        assertThat(api("DELETE", "/merges/" + step.asLong(), null).path("name").asString())
                .isEqualTo("Acme");
        assertThat(api("PUT", "/" + acme, Map.of("name", "Acme World")).path("domains").size())
                .isZero();
        assertThat(staffing.everybody(here)).containsEntry("Ada", "- member");
        assertThat(
                        api("POST", "", Map.of("name", "x", "domains", List.of("gmail.com")))
                                .path("status")
                                .asInt())
                .isEqualTo(422);
        api("DELETE", "/" + acme, null);
        assertThat(api("GET", "/" + acme, null).path("status").asInt()).isEqualTo(404);
        token = cast.token(here, Scope.READ);
        assertThat(api("POST", "", Map.of("name", "x")).path("status").asInt()).isEqualTo(403);
    }
}
