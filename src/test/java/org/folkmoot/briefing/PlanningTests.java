package org.folkmoot.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.community.Community;
import org.folkmoot.members.Keeper;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HouseTest
@NullUnmarked
class PlanningTests {

    @Autowired MockMvc browser;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Annotations annotations;
    @Autowired Goals goals;
    @Autowired GoalReadings readings;
    @Autowired JdbcTemplate db;
    @Autowired TransactionTemplate transaction;

    @Autowired
    @Qualifier("briefingKeeper")
    Keeper keeper;

    /// A community of so many members, all there for a year.
    private Community of(int members) {
        var here = town.found();
        join(here, 1, members, 365);
        return here;
    }

    private void join(Community here, int first, int last, int daysAgo) {
        town.in(
                here,
                () ->
                        transaction.execute(
                                _ ->
                                        db.update(
                                                """
                                                insert into members.member (community_id, id, name, role, first_seen)
                                                select ?, n, 'Person ' || n, 'member', now() - make_interval(days => ?)
                                                from generate_series(?, ?) n
                                                """,
                                                here.id().value(),
                                                daysAgo,
                                                first,
                                                last)));
    }

    private MockHttpServletResponse send(String who, MockHttpServletRequestBuilder request) {
        try {
            return browser.perform(request.with(Cast.as(who))).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String page(String who, Community here, String path) {
        return body(send(who, get("/c/" + here.slug() + path)));
    }

    private static String body(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequestBuilder marking(Community here, LocalDate day) {
        return post("/c/" + here.slug() + "/briefing/days")
                .param("words", "2.0 <released>")
                .param("day", day.toString())
                .param("until", day.plusDays(1).toString())
                .param("kind", "release")
                .param("link", "https://example.org/2.0");
    }

    @Test
    void aMarkedDayStandsOnEveryChartOfHealthAndIsTakenOffAgain() {
        var here = of(3);
        var who = cast.join(here, Role.COORDINATOR);
        var day = LocalDate.now(here.zone()).minusDays(5);
        var made = send(who, marking(here, day));
        assertThat(made.getStatus()).isEqualTo(302);
        var health = page(who, here, "/health");
        // on the three charts of days in their data, below the three others in words
        assertThat(health).contains("2.0 \\u003creleased>", "2.0 &lt;released&gt;");
        assertThat(health.split("\"flags\":\\[\\{", -1)).hasSize(4);
        assertThat(health.split("chart-marks", -1)).hasSize(4);
        assertThat(page(who, here, "/briefing/days"))
                .contains("2.0 &lt;released&gt;", "https://example.org/2.0", "Release");
        var marked = town.in(here, () -> annotations.newest(0, 5)).getFirst();
        var path = "/c/" + here.slug() + "/briefing/days/" + marked.id();
        send(who, post(path + "/removal"));
        assertThat(page(who, here, "/health")).doesNotContain("released");
        send(who, post(path + "/restoring"));
        assertThat(page(who, here, "/health")).contains("released");
    }

    @Test
    void aChangeIsUndoneByWhatStoodBefore() {
        var here = of(1);
        var who = cast.join(here, Role.MANAGER);
        send(who, marking(here, LocalDate.of(2026, 3, 1)));
        var before = town.in(here, () -> annotations.newest(0, 5)).getFirst();
        var path = "/c/" + here.slug() + "/briefing/days/" + before.id();
        var changed =
                send(
                        who,
                        post(path)
                                .param("words", "2.1")
                                .param("day", "2026-03-02")
                                .param("kind", "other")
                                .param("quiet", "on"));
        assertThat(changed.getStatus()).isEqualTo(302);
        var now = town.in(here, () -> annotations.get(before.id()));
        assertThat(now.words()).isEqualTo("2.1");
        assertThat(now.quiet()).isTrue();
        assertThat(now.link()).isNull();
        send(
                who,
                post(
                        java.net.URI.create(
                                path
                                        + "?day=2026-03-01&until=2026-03-02&words=2.0%20%3Creleased%3E&kind=release&link=https%3A%2F%2Fexample.org%2F2.0&quiet=")));
        assertThat(town.in(here, () -> annotations.get(before.id())))
                .usingRecursiveComparison()
                .isEqualTo(before);
    }

    @Test
    void whatCannotBeMarkedIsSaidBesideTheField() {
        var here = of(1);
        var who = cast.join(here, Role.COORDINATOR);
        var bad =
                send(
                        who,
                        post("/c/" + here.slug() + "/briefing/days")
                                .param("words", "x".repeat(121))
                                .param("day", "2026-02-30")
                                .param("kind", "party")
                                .param("link", "javascript:alert(1)"));
        assertThat(bad.getStatus()).isEqualTo(422);
        assertThat(body(bad))
                .contains("up to 120 characters", "Choose a day", "one of the kinds", "https://");
        assertThat(town.in(here, () -> annotations.newest(0, 5))).isEmpty();
    }

    @Test
    void whoOnlyReadsNumbersSeesDaysAndGoalsAndChangesNone() {
        var here = of(3);
        var analyst = cast.join(here, Role.ANALYST);
        assertThat(page(analyst, here, "/briefing/days"))
                .contains("No day is marked yet")
                .doesNotContain("<form class=\"form\"");
        assertThat(page(analyst, here, "/briefing/goals")).contains("No goal is set yet");
        assertThat(send(analyst, marking(here, LocalDate.of(2026, 3, 1))).getStatus())
                .isEqualTo(403);
        assertThat(send(analyst, get("/c/" + here.slug() + "/briefing/goals/new")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void aGoalIsSetFromWhatTheNumberIsAndFollowedOnHealthAndItsPage() throws Exception {
        var here = of(40);
        var who = cast.join(here, Role.COORDINATOR);
        var due = LocalDate.now(here.zone()).plusWeeks(10);
        assertThat(page(who, here, "/briefing/goals/new")).contains("(now 40)");
        var set =
                send(
                        who,
                        post("/c/" + here.slug() + "/briefing/goals")
                                .param("gauge", "members")
                                .param("target", "50")
                                .param("due", due.toString())
                                .param("why", "A room of <our> own"));
        assertThat(set.getStatus()).isEqualTo(302);
        var goal = town.in(here, () -> goals.newest(0, 5)).getFirst();
        assertThat(goal.start()).isEqualTo(40);
        assertThat(goal.readings()).hasSize(Goal.BEFORE + 1);
        assertThat(page(who, here, "/health"))
                .contains("On track for 50", "1 more a week are needed", "The straight way");
        assertThat(page(who, here, "/briefing/goals/" + goal.id()))
                .contains("at least 50", "A room of &lt;our&gt; own");
        assertThat(page(who, here, "/health/cards")).contains("On track for 50");
        assertThat(page(who, here, "/health?platform=slack")).doesNotContain("On track for 50");
        join(here, 41, 50, 1);
        assertThat(page(who, here, "/briefing/goals")).contains("Goal reached: 50", "reached");
        // whether it is still the same, and then only that
        assertThat(Queries.during(() -> page(who, here, "/health")))
                .filteredOn(sql -> sql.contains("briefing."))
                .hasSize(4);
        assertThat(Queries.during(() -> page(who, here, "/health")))
                .filteredOn(sql -> sql.contains("briefing."))
                .hasSize(2);
        var path = "/c/" + here.slug() + "/briefing/goals/" + goal.id();
        send(who, post(path + "/removal"));
        assertThat(page(who, here, "/health")).doesNotContain("Goal reached");
        send(who, post(path + "/restoring"));
        assertThat(page(who, here, "/health")).contains("Goal reached");
    }

    @Test
    void aGoalThatIsReachedAlreadyOrStartsNowhereIsRefused() {
        var here = of(40);
        var who = cast.join(here, Role.LEAD);
        var due = LocalDate.now(here.zone()).plusWeeks(10).toString();
        var path = "/c/" + here.slug() + "/briefing/goals";
        assertThat(
                        body(
                                send(
                                        who,
                                        post(path)
                                                .param("gauge", "members")
                                                .param("target", "30")
                                                .param("direction", "least")
                                                .param("due", due))))
                .contains("This is reached already: it is 40 now");
        assertThat(
                        body(
                                send(
                                        who,
                                        post(path)
                                                .param("gauge", "response")
                                                .param("target", "2")
                                                .param("due", due))))
                .contains("not known at present");
    }

    @Test
    void oldWeeksAreReadAgainWhenAnImportToldMoreOfThem() {
        var here = of(40);
        var today = LocalDate.now(here.zone());
        var id =
                town.in(
                        here,
                        () ->
                                readings.set(
                                        new GoalForm(
                                                        "members",
                                                        "60",
                                                        today.plusWeeks(20).toString(),
                                                        "",
                                                        "",
                                                        "")
                                                .read(today)
                                                .orRefuse()));
        join(here, 41, 45, 30);
        town.in(
                here,
                () -> {
                    readings.follow(today);
                    return 0;
                });
        var read = town.in(here, () -> goals.get(id)).readings();
        assertThat(read).containsEntry(today, 45.0).containsEntry(today.minusWeeks(5), 40.0);
    }

    @Test
    void programsMarkDaysAndSetGoals() throws Exception {
        var here = of(10);
        var key = "Bearer " + cast.token(here, Scope.WRITE);
        var home = "/api/v1/communities/" + here.slug();
        var made =
                json(
                        post(home + "/annotations")
                                .content(
                                        "{\"day\": \"2026-03-01\", \"words\": \"2.0\", \"kind\": \"release\", \"quiet\": true}"),
                        key,
                        201);
        assertThat(made.get("until").asString()).isEqualTo("2026-03-01");
        assertThat(made.get("quiet").asBoolean()).isTrue();
        var id = made.get("id").asLong();
        json(
                put(home + "/annotations/" + id)
                        .content(
                                "{\"day\": \"2026-03-02\", \"words\": \"2.0.1\", \"kind\": \"release\"}"),
                key,
                200);
        json(
                post(home + "/annotations")
                        .content(
                                "{\"day\": \"2026-01-02\", \"words\": \"x\", \"kind\": \"other\"}"),
                key,
                201);
        var first = json(get(home + "/annotations?limit=1"), key, 200);
        assertThat(first.get("items").get(0).get("words").asString()).isEqualTo("2.0.1");
        var second =
                json(
                        get(home + "/annotations?limit=1&cursor=" + first.get("next").asString()),
                        key,
                        200);
        assertThat(second.get("items").get(0).get("words").asString()).isEqualTo("x");
        assertThat(second.get("next").isNull()).isTrue();
        json(delete(home + "/annotations/" + id), key, 204);
        json(
                post(home + "/annotations").content("{\"day\": \"never\", \"words\": \"\"}"),
                key,
                422);
        var due = LocalDate.now(here.zone()).plusDays(70).toString();
        var goal =
                json(
                        post(home + "/goals")
                                .content(
                                        "{\"gauge\": \"members\", \"target\": \"20\", \"due\": \"%s\"}"
                                                .formatted(due)),
                        key,
                        201);
        assertThat(goal.get("state").asString()).isEqualTo("on-track");
        assertThat(goal.get("neededPerWeek").asDouble()).isEqualTo(1);
        assertThat(goal.get("direction").asString()).isEqualTo("least");
        var listed = json(get(home + "/goals"), key, 200).get("items");
        assertThat(listed).hasSize(1);
        json(delete(home + "/goals/" + goal.get("id").asLong()), key, 204);
        var reader = "Bearer " + cast.token(here, Scope.READ);
        json(delete(home + "/goals/1"), reader, 403);
    }

    private JsonNode json(MockHttpServletRequestBuilder request, String key, int status)
            throws Exception {
        var response =
                browser.perform(
                                request.header("Authorization", key)
                                        .contentType(MediaType.APPLICATION_JSON))
                        .andReturn()
                        .getResponse();
        assertThat(response.getStatus()).as(body(response)).isEqualTo(status);
        return body(response).isEmpty()
                ? JsonMapper.shared().nullNode()
                : JsonMapper.shared().readTree(body(response));
    }

    @Test
    void marksAndGoalsMoveWithTheExportAndASecondTimeChangesNothing() {
        var here = of(10);
        var there = of(10);
        var today = LocalDate.now(here.zone());
        town.in(
                here,
                () -> {
                    annotations.add(
                            new AnnotationForm(
                                            "2026-03-01",
                                            "2026-03-04",
                                            "Crisis",
                                            "crisis",
                                            "https://example.org",
                                            "on")
                                    .read()
                                    .orRefuse());
                    return readings.set(
                            new GoalForm("members", "20", today.plusDays(9).toString(), "", "", "x")
                                    .read(today)
                                    .orRefuse());
                });
        List<JsonNode> lines = lines(here);
        assertThat(lines).hasSize(2);
        for (int i = 0; i < 2; i++) {
            town.in(
                    there,
                    () ->
                            transaction.execute(
                                    _ -> {
                                        assertThat(keeper.take(lines, null)).isEmpty();
                                        return 0;
                                    }));
        }
        assertThat(lines(there)).isEqualTo(lines);
    }

    private List<JsonNode> lines(Community here) {
        var lines = new ArrayList<JsonNode>();
        town.in(
                here,
                () ->
                        transaction.execute(
                                _ -> {
                                    keeper.lines(
                                            line ->
                                                    lines.add(
                                                            JsonMapper.shared().valueToTree(line)));
                                    return 0;
                                }));
        return lines;
    }
}
