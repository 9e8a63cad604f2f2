package org.folkmoot.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.folkmoot.identity.Merging;
import org.folkmoot.identity.Pair;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Forgotten;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@HouseTest
@NullUnmarked
class DeskTests {

    private static final String CHAT = "slack:T9";
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    @Autowired Town town;
    @Autowired Archive archive;
    @Autowired Cast cast;
    @Autowired Intaking intaking;
    @Autowired Merging merging;
    @Autowired Sweeper sweeper;
    @Autowired Reapplying reapplying;
    @Autowired Eraser eraser;
    @Autowired Looks looks;
    @Autowired Subjects subjects;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;

    Community here;
    String grace;

    @BeforeEach
    void found() {
        here = town.found();
        grace = cast.join(here, Role.LEAD);
        intaking.take(
                here,
                List.of(
                        Person.of(CHAT, "U1")
                                .with("name", "Ada <script>alert(1)</script>")
                                .with("email", "ada@x.example")
                                .tagged(java.util.Set.of("poet"))
                                .noted(List.of("She \"likes\" engines & <b>bold</b>")),
                        Person.of(CHAT, "U2").with("name", "Grace Hopper"),
                        Deed.of(CHAT, "m1", Kind.MESSAGE, "U1", NOON)
                                .saying("Zanzibar </dd><img src=x onerror=alert(1)>"),
                        Deed.of(CHAT, "m2", Kind.MESSAGE, "U2", NOON.plusSeconds(60))
                                .saying("Moths")));
    }

    private long member(String id) {
        return archive.number(
                here,
                "select member_id from members.identity where external_id = '%s'".formatted(id));
    }

    private MvcTestResult get(String who, String path) {
        return browser.get()
                .uri(java.net.URI.create("/c/" + here.slug() + path))
                .with(Cast.as(who))
                .exchange();
    }

    private MvcTestResult post(String who, String path, String... form) {
        var request =
                browser.post()
                        .uri(java.net.URI.create("/c/" + here.slug() + path))
                        .with(Cast.as(who));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private static Map<String, String> unzipped(MvcTestResult result) throws Exception {
        var files = new HashMap<String, String>();
        try (var zip =
                new ZipInputStream(
                        new ByteArrayInputStream(result.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void aCopyHoldsAllThatIsKnownToReadAndForPrograms() throws Exception {
        var result = get(grace, "/privacy/people/%d/copy.zip".formatted(member("U1")));
        assertThat(result).hasStatusOk().hasContentType("application/zip");
        var files = unzipped(result);
        assertThat(files.get("read.html"))
                .contains(
                        "ada@x.example",
                        "poet",
                        "She &quot;likes&quot; engines &amp; &lt;b&gt;bold&lt;/b&gt;",
                        "Zanzibar &lt;/dd&gt;&lt;img",
                        "default-src &#39;none&#39;".replace("&#39;", "'"))
                .doesNotContain("<script", "<img", "Moths");
        var told = JsonMapper.shared().readTree(files.get("data.json"));
        var keys = new ArrayList<String>();
        told.get("parts").forEach(part -> keys.add(part.get("key").asString()));
        assertThat(keys).contains("profile", "accounts", "tags", "notes_by_the_team", "activities");
        assertThat(files.get("data.json")).contains("alert(1)").doesNotContain("Moths");
        assertThat(
                        archive.number(
                                here,
                                "select count(*) from access.trail where action = 'personal data exported' and subject_id = '%d'"
                                        .formatted(member("U1"))))
                .isEqualTo(1);
    }

    @Test
    void aProgramTakesTheSameAndNobodyOfAnotherCommunityDoes() throws Exception {
        var token = cast.token(here, Scope.READ);
        var path = "/api/v1/communities/%s/members/%d/personal-data";
        var result =
                browser.get()
                        .uri(path.formatted(here.slug(), member("U1")))
                        .header("Authorization", "Bearer " + token)
                        .exchange();
        assertThat(result).hasStatusOk();
        assertThat(
                        JsonMapper.shared()
                                .readTree(result.getResponse().getContentAsString())
                                .get("format")
                                .asString())
                .isEqualTo("folkmoot personal data");
        var elsewhere = town.found();
        assertThat(
                        browser.get()
                                .uri(path.formatted(elsewhere.slug(), member("U1")))
                                .header(
                                        "Authorization",
                                        "Bearer " + cast.token(elsewhere, Scope.READ))
                                .exchange())
                .hasStatus(404);
    }

    @Test
    void mergedPeopleAreToldTogetherAndPartedEachHasTheirOwn() throws Exception {
        var ada = member("U1");
        var hopper = member("U2");
        get(grace, "/people/" + hopper);
        await().until(
                        () ->
                                archive.number(
                                                here,
                                                "select count(*) from privacy.look where put_on = "
                                                        + hopper)
                                        == 1);
        var one = archive.number(here, "select id from members.identity where external_id = 'U1'");
        var other =
                archive.number(here, "select id from members.identity where external_id = 'U2'");
        var batch = town.in(here, () -> merging.merge(new Pair(one, other), List.of())).batch();
        var both = unzipped(get(grace, "/privacy/people/%d/copy.zip".formatted(hopper)));
        assertThat(both.get("data.json")).contains("Moths", "Zanzibar", "\"looks\"");
        assertThat(town.in(here, () -> looks.page(subjects.get(ada), "", null, 10)))
                .anyMatch(line -> line.way().equals("profile"));
        town.in(here, () -> merging.undoBatch(batch));
        assertThat(town.in(here, () -> looks.page(subjects.get(ada), "", null, 10)))
                .noneMatch(line -> line.way().equals("profile"));
        assertThat(town.in(here, () -> looks.page(subjects.get(hopper), "", null, 10)))
                .anyMatch(
                        line -> line.way().equals("profile") && line.name().equals("Grace Hopper"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DIRECTOR", "COORDINATOR", "MODERATOR", "ANALYST"})
    void onlyLeadsAndManagersForget(String role) {
        var who = cast.join(here, Role.valueOf(role));
        var path = "/privacy/people/%d/erasure".formatted(member("U1"));
        assertThat(get(who, path)).hasStatus(403);
        assertThat(post(who, path, "typed", "forget")).hasStatus(403);
        assertThat(get(who, "/privacy")).hasStatus(role.equals("DIRECTOR") ? 200 : 403);
        assertThat(get(who, "/privacy/people/%d/copy.zip".formatted(member("U1"))))
                .hasStatus(role.equals("DIRECTOR") ? 200 : 403);
    }

    @Test
    void forgettingShowsBeforeWhatGoesAndAsksForTheWord() {
        var ada = member("U1");
        var path = "/privacy/people/%d/erasure".formatted(ada);
        assertThat(get(grace, path))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "There is no undo",
                        "Texts and titles",
                        "Notes by the team",
                        "Stays, and why",
                        "As counted rows");
        var identity =
                ""
                        + archive.number(
                                here, "select id from members.identity where external_id = 'U1'");
        assertThat(post(grace, path, "typed", "yes", "accounts", identity))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing was erased");
        assertThat(post(grace, path, "typed", "forget", "accounts", "17")).hasStatus(409);
        assertThat(archive.traces(here, List.of("zanzibar"))).isNotEmpty();
        assertThat(post(grace, path, "typed", "Forget ", "accounts", identity))
                .hasStatus3xxRedirection();
        await().until(() -> archive.traces(here, List.of("zanzibar", "poet", "engines")).isEmpty());
        assertThat(get(grace, path)).bodyText().contains("Forgotten", "Nothing of what they said");
        assertThat(get(grace, "/people/" + ada)).bodyText().contains(Forgotten.NAME);
        assertThat(get(grace, "/privacy/forgotten")).bodyText().contains("Number " + ada);
    }

    @Test
    void whoOpensAProfileStandsInTheLogOnceAnHourAndThePageDoesNotWait() throws Exception {
        var ada = member("U1");
        var sent = Queries.during(() -> get(grace, "/people/" + ada));
        assertThat(sent).noneMatch(sql -> sql.contains("privacy.look"));
        get(grace, "/people/" + ada);
        get(grace, "/people.csv");
        await().until(() -> archive.number(here, "select count(*) from privacy.look") == 2);
        assertThat(get(grace, "/privacy/looks"))
                .bodyText()
                .contains("opened the profile", "took a list of 2 people along");
        assertThat(get(grace, "/privacy/of/" + ada)).bodyText().contains("One of the team looked");
        assertThat(get(grace, "/privacy/looks?member=" + member("U2")))
                .bodyText()
                .contains("Nobody looked yet");
        assertThat(get(cast.join(here, Role.COORDINATOR), "/privacy/looks")).hasStatus(403);
    }

    @Test
    void rulesTellWhatWouldGoThenTakeItAndNoImportBringsItBack() {
        var before = archive.numbers(here);
        assertThat(post(grace, "/privacy/retention", "texts", "soon"))
                .hasStatus(422)
                .bodyText()
                .contains("is no number of days");
        assertThat(post(grace, "/privacy/retention", "texts", "1", "try", "1"))
                .hasStatusOk()
                .bodyText()
                .contains("<strong>2</strong> would go now", "Moths");
        town.in(
                here,
                () -> {
                    sweeper.here();
                    return null;
                });
        assertThat(archive.traces(here, List.of("moths"))).isNotEmpty();
        assertThat(post(grace, "/privacy/retention", "texts", "1", "notes", "1", "versions", "1"))
                .hasStatus3xxRedirection();
        town.in(
                here,
                () -> {
                    sweeper.here();
                    sweeper.here();
                    return null;
                });
        assertThat(archive.traces(here, List.of("moths", "zanzibar"))).isEmpty();
        found(here);
        assertThat(archive.traces(here, List.of("moths", "zanzibar"))).isEmpty();
        assertThat(archive.numbers(here)).isEqualTo(before);
        assertThat(get(grace, "/privacy/retention")).bodyText().contains("What went");
        assertThat(archive.number(here, "select count(*) from privacy.sweep where kind = 'texts'"))
                .isEqualTo(1);
        assertThat(
                        archive.number(
                                here,
                                "select count(*) from access.trail where action = 'retention carried out'"))
                .isPositive();
    }

    private void found(Community town) {
        intaking.take(
                town,
                List.of(
                        (Found)
                                Deed.of(CHAT, "m2", Kind.MESSAGE, "U2", NOON.plusSeconds(60))
                                        .saying("Moths")));
    }

    @Test
    void peopleWhoLeftLongAgoAreForgottenByARule() {
        intaking.take(
                here,
                List.of(
                        Person.of(CHAT, "U3")
                                .with("name", "Linus Gone")
                                .left(NOON.minusSeconds(86_400L * 900))));
        assertThat(post(grace, "/privacy/retention", "people", "365", "try", "1"))
                .bodyText()
                .contains("<strong>1</strong> would go now", "Linus Gone");
        post(grace, "/privacy/retention", "people", "365");
        town.in(
                here,
                () -> {
                    sweeper.here();
                    eraser.goOn();
                    return null;
                });
        await().until(() -> archive.traces(here, List.of("linus gone")).isEmpty());
        assertThat(archive.traces(here, List.of("hopper"))).isNotEmpty();
    }

    @Test
    void theRegisterShowsWhatHasNoReasonAndIsNoFormula() throws Exception {
        assertThat(get(grace, "/privacy/register")).bodyText().contains("No reason said");
        assertThat(post(grace, "/privacy/register", "source", CHAT, "basis", "interest"))
                .hasStatus(422)
                .bodyText()
                .contains("Say in a sentence");
        assertThat(
                        post(
                                grace,
                                "/privacy/register",
                                "source",
                                CHAT,
                                "basis",
                                "interest",
                                "purpose",
                                "=1+1 To help"))
                .hasStatus3xxRedirection();
        assertThat(get(grace, "/privacy/register.csv").getResponse().getContentAsString())
                .contains("Legitimate interest (GDPR 6(1)(f))", "'=1+1 To help");
        assertThat(post(grace, "/privacy/register", "source", "slack:nobody", "basis", "interest"))
                .hasStatus(404);
        assertThat(browser.get().uri("/p/%s/privacy".formatted(here.slug())).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("=1+1 To help", "legitimate interest");
        assertThat(post(grace, "/privacy/register/removal", "source", CHAT))
                .hasStatus3xxRedirection();
        assertThat(get(grace, "/privacy/register.csv").getResponse().getContentAsString())
                .doesNotContain("=1+1");
    }

    @Test
    void anOlderBackupForgetsAgainByTheListBesideIt(@TempDir Path temp) throws Exception {
        var older = archive.everything(here, temp.resolve("backup.jsonl"));
        town.in(
                here,
                () -> {
                    eraser.forget(member("U1"));
                    return null;
                });
        var list = town.in(here, () -> reapplying.write().orElseThrow());
        assertThat(list).doesNotContain("U1").contains("forgotten~");
        var restored = town.found();
        archive.take(restored, "folkmoot", older);
        assertThat(archive.traces(restored, List.of("zanzibar", "poet"))).isNotEmpty();
        assertThat(town.in(restored, () -> reapplying.reapply(list))).isEqualTo(1);
        assertThat(archive.traces(restored, List.of("zanzibar", "poet"))).isEmpty();
        assertThat(town.in(restored, () -> reapplying.reapply(list))).isZero();
        assertThatThrownBy(() -> town.in(restored, () -> reapplying.reapply("{}")))
                .isInstanceOf(Refusal.Unusable.class);
    }
}
