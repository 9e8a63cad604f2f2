package org.folkmoot.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.community.Community;
import org.folkmoot.metrics.Beat.Where;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@HouseTest
@NullUnmarked
class AlertTests {

    @Autowired MockMvc browser;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired AlertRound round;
    @Autowired Alerts alerts;
    @Autowired Annotations annotations;
    @Autowired Rounds rounds;
    @Autowired JdbcTemplate db;
    @Autowired TransactionTemplate transaction;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    /// The last weekday but one before today.
    private LocalDate odd() {
        var day = today.minusDays(2);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return day;
    }

    private SeasonedTown seasoned(LocalDate last, LocalDate odd) {
        return new SeasonedTown(town, db, transaction, last, odd);
    }

    private void look(Community here) {
        town.in(
                here,
                () -> {
                    round.look(here, today);
                    return 0;
                });
    }

    private List<Alert> raised(Community here) {
        return town.in(here, () -> alerts.newest(0, 50));
    }

    private MockHttpServletResponse send(String who, MockHttpServletRequestBuilder request) {
        try {
            return browser.perform(request.with(Cast.as(who))).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String body(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String page(String who, Community here, String path) {
        return body(send(who, get("/c/" + here.slug() + path)));
    }

    @Test
    void aDayThatIsMissingOnOnePlatformIsToldWithItsCauseAndOnce() throws Exception {
        var here = seasoned(today.minusDays(1), odd()).here;
        look(here);
        var all = raised(here);
        assertThat(all).hasSize(1).allMatch(a -> a.finding().fell());
        var fewer = all.getFirst();
        assertThat(fewer.day()).isEqualTo(odd());
        assertThat(fewer.finding().where()).isEqualTo(Where.EVERYWHERE);
        assertThat(fewer.finding().off().expected()).isBetween(50.0, 62.0);
        assertThat(fewer.finding().causes().getFirst().name()).isEqualTo("slack");
        // again, and again after a kill before the round noted that it was done
        look(here);
        town.in(
                here,
                () ->
                        transaction.execute(
                                _ ->
                                        db.update(
                                                "delete from briefing.round where community_id = ?",
                                                here.id().value())));
        look(here);
        assertThat(raised(here)).usingRecursiveComparison().isEqualTo(all);
        assertThat(
                        Queries.during(
                                () -> {
                                    look(here);
                                    return 0;
                                }))
                .hasSizeLessThanOrEqualTo(2);
        var who = cast.join(here, Role.COORDINATOR);
        var title = new AlertWords(java.util.Locale.ENGLISH).title(fewer);
        assertThat(page(who, here, "/briefing"))
                .contains(title, "On Slack:", "by chance alone about one of");
        assertThat(page(who, here, "/briefing/alerts/" + fewer.id()))
                .contains("What could be done", "As it usually would be", "bdi>slack ")
                .contains(": 0, usually 1<", "retention/list?which=lost&amp;asOf=" + odd());
        if (!odd().isBefore(today.minusDays(7))) {
            assertThat(page(who, here, "/briefing/today")).contains("What stands out", title);
        }
    }

    @Test
    void ordinaryDaysAreNoNews() {
        var here = seasoned(today.minusDays(1), null).here;
        look(here);
        assertThat(raised(here)).isEmpty();
        var who = cast.join(here, Role.ANALYST);
        assertThat(page(who, here, "/briefing")).contains("Nothing stood out yet");
        assertThat(page(who, here, "/briefing/today").strip()).isEmpty();
    }

    @Test
    void whatIsNotImportedYetIsNeverTakenForSilence() {
        var since = today.minusDays(6);
        var made = seasoned(today.minusDays(1), null);
        made.forget(since);
        look(made.here);
        assertThat(raised(made.here)).isEmpty();
        assertThat(town.in(made.here, () -> rounds.of("alerts judged")).orElseThrow().day())
                .isEqualTo(since.minusDays(2));
    }

    @Test
    void daysMarkedAsUnlikeOthersRaiseNothing() {
        var made = seasoned(today.minusDays(1), odd());
        town.in(
                made.here,
                () ->
                        annotations.add(
                                new AnnotationForm(
                                                odd().toString(),
                                                "",
                                                "Slack is down",
                                                "outage",
                                                "",
                                                "on")
                                        .read()
                                        .orRefuse()));
        look(made.here);
        assertThat(raised(made.here)).isEmpty();
    }

    @Test
    void anAnswerClosesItAndWhatWasExpectedIsMarkedUntilThatIsTakenBack() {
        var here = seasoned(today.minusDays(1), odd()).here;
        look(here);
        var alert = raised(here).getFirst();
        var who = cast.join(here, Role.COORDINATOR);
        var path = "/c/" + here.slug() + "/briefing/alerts/" + alert.id();
        assertThat(
                        send(
                                        cast.join(here, Role.ANALYST),
                                        post(path + "/answer").param("how", "seen"))
                                .getStatus())
                .isEqualTo(403);
        assertThat(send(who, post(path + "/answer").param("how", "maybe")).getStatus())
                .isEqualTo(422);
        assertThat(send(who, post(path + "/answer").param("how", "expected")).getStatus())
                .isEqualTo(302);
        var marked = town.in(here, () -> annotations.newest(0, 5)).getFirst();
        assertThat(marked.quiet()).isTrue();
        assertThat(marked.covers(alert.day())).isTrue();
        assertThat(marked.words()).startsWith("Expected: ");
        assertThat(page(who, here, "/briefing")).contains("expected by Grace");
        assertThat(send(who, post(path + "/answer").param("how", "seen")).getStatus())
                .isEqualTo(409);
        send(who, post(path + "/reopening"));
        assertThat(town.in(here, () -> annotations.newest(0, 5))).isEmpty();
        assertThat(raised(here).getFirst().answer()).isNull();
    }

    @Test
    void programsReadAndAnswerThem() throws Exception {
        var here = seasoned(today.minusDays(1), odd()).here;
        look(here);
        var key = "Bearer " + cast.token(here, Scope.WRITE);
        var home = "/api/v1/communities/" + here.slug() + "/alerts";
        var listed =
                JsonMapper.shared()
                        .readTree(
                                body(
                                        browser.perform(get(home).header("Authorization", key))
                                                .andReturn()
                                                .getResponse()));
        var first = listed.get("items").get(0);
        assertThat(first.get("day").asString()).isEqualTo(odd().toString());
        assertThat(first.get("causes").get(0).get("share").asDouble()).isGreaterThan(0.5);
        assertThat(first.get("answer").isNull()).isTrue();
        var one = home + "/" + first.get("id").asLong() + "/answer";
        var answered =
                browser.perform(
                                put(one).header("Authorization", key)
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"answer\": \"seen\"}"))
                        .andReturn()
                        .getResponse();
        assertThat(body(answered)).contains("\"answer\":\"seen\"");
        assertThat(
                        body(
                                browser.perform(delete(one).header("Authorization", key))
                                        .andReturn()
                                        .getResponse()))
                .contains("\"answer\":null");
    }
}
