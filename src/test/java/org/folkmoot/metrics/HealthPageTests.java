package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.web.NumberCard;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HouseTest
@NullUnmarked
class HealthPageTests {

    @Autowired MockMvc browser;
    @Autowired Looks looks;
    @Autowired Clock clock;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired JdbcTemplate db;
    @Autowired PlatformTransactionManager transactions;

    /// March 2026 in Berlin: Ada asks on Monday and Grace answers after 20 minutes; Linus asks in
    /// chat, and Grace says something 5 minutes later; Zoë asks, and nobody answers; Mallory left.
    private Community march(int crowd) {
        var community = town.found();
        var history = new History(ZoneId.of("Europe/Berlin"));
        var ada = history.account(history.member("2026-01-10T10:00:00Z"), "slack");
        var grace = history.account(history.member("2026-02-02T10:00:00Z"), "slack");
        var linus = history.account(history.member("2026-03-05T10:00:00Z"), "slack");
        var zoe = history.account(history.member("2026-03-06T10:00:00Z"), "slack");
        history.account(
                history.person(
                        "member", t("2026-01-05T00:00:00Z"), t("2026-03-10T00:00:00Z"), null),
                "slack");
        history.account(history.person("bot", t("2026-01-01T00:00:00Z"), null, null), "slack");
        var help = history.place("slack", "forum");
        var chat = history.place("slack", "chat");
        history.post(Kind.MESSAGE, ada, chat, "2026-02-10T10:00:00Z");
        var asked = history.post(Kind.MESSAGE, ada, help, "2026-03-09T09:00:00Z");
        history.views.put(asked.id(), 40L);
        history.reply(Kind.REPLY, grace, asked, "2026-03-09T09:20:00Z");
        history.reply(Kind.REACTION, linus, asked, "2026-03-09T09:01:00Z");
        history.post(Kind.QUESTION, linus, chat, "2026-03-09T09:30:00Z");
        history.post(Kind.MESSAGE, grace, chat, "2026-03-09T09:35:00Z");
        history.post(Kind.MESSAGE, zoe, help, "2026-03-30T09:00:00Z");
        for (int i = 0; i < crowd; i++) {
            var one = history.account(history.member("2026-03-02T10:00:00Z"), "slack");
            var place = history.place("slack", "forum");
            history.reply(
                    Kind.REPLY,
                    grace,
                    history.post(Kind.MESSAGE, one, place, "2026-03-12T10:00:00Z"),
                    "2026-03-13T10:00:00Z");
        }
        history.save(community, db, transactions);
        return community;
    }

    private static java.time.Instant t(String time) {
        return java.time.Instant.parse(time);
    }

    private MockHttpServletResponse open(Community community, Role role, String path) {
        return open(cast.join(community, role), community, path);
    }

    private MockHttpServletResponse open(String who, Community community, String path) {
        try {
            return browser.perform(get("/c/" + community.slug() + path).with(Cast.as(who)))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String body(MockHttpServletResponse response) {
        try {
            return response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode api(Community community, String query) throws Exception {
        var response =
                browser.perform(
                                get("/api/v1/communities/" + community.slug() + "/metrics?" + query)
                                        .header(
                                                "Authorization",
                                                "Bearer " + cast.token(community, Scope.READ)))
                        .andReturn()
                        .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.getContentAsString());
    }

    @Test
    void thePageSaysInWordsWhatItFound() {
        var page = open(march(0), Role.ANALYST, "/health?asOf=2026-03-31&window=30");
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(body(page))
                .contains("One more person joined than left")
                .contains("4 of 5 members took part")
                .contains("Half have an answer after 20 min")
                .contains(
                        "100 % of those active before were active again"
                                .replace(' ', ' ')
                                .replace("100 %", "100\u00a0%"))
                .contains("Not known yet.", "surveys")
                .contains("2 joined, 1 left, 4 in all");
    }

    @Test
    void aConditionOnPeopleNarrowsThePageItsListsAndTheApi() throws Exception {
        var here = march(0);
        assertThat(open(here, Role.LEAD, "/health?window=30&where=nonsense").getStatus())
                .isEqualTo(422);
        var told = api(here, "asOf=2026-03-31&window=30&where=activities at least 1000");
        assertThat(told.get("activeRatio").get("n").asLong()).isZero();
        assertThat(told.get("filters").get("where").asString())
                .isEqualTo("activities at least 1000");
        assertThat(
                        body(
                                open(
                                        here,
                                        Role.LEAD,
                                        "/health?asOf=2026-03-31&window=30&where=activities at least 1000")))
                .contains("who fit activities at least 1000", "Nobody")
                .doesNotContain("4 of 5 members took part");
    }

    @Test
    void theListOfWhatWaitsIsOfferedToWhoeverMayReadIt() {
        var behind = "health/response/list?which=unanswered";
        var here = march(0);
        assertThat(body(open(here, Role.LEAD, "/health?asOf=2026-03-31&window=30")))
                .contains(behind);
        assertThat(body(open(here, Role.ANALYST, "/health?asOf=2026-03-31&window=30")))
                .doesNotContain(behind);
    }

    @Test
    void whatWaitsIsChosenByWhoeverMayWriteTasksDown() {
        var here = march(0);
        var list = "/health/response/list?which=unanswered&asOf=2026-03-31&window=30";
        assertThat(body(open(here, Role.COORDINATOR, list)))
                .contains("name=\"thread\"", "value=\"Answer\"", "/tasks/of-threads");
        assertThat(body(open(here, Role.DIRECTOR, list)))
                .contains("What still waits")
                .doesNotContain("name=\"thread\"", "/tasks/of-threads");
        assertThat(
                        body(
                                open(
                                        here,
                                        Role.COORDINATOR,
                                        "/health/growth/list?which=joined&asOf=2026-03-31")))
                .doesNotContain("name=\"thread\"");
    }

    @Test
    void theApiGivesTheSameNumbers() throws Exception {
        var json = api(march(0), "asOf=2026-03-31&window=30");
        assertThat(json.get("asOf").asString()).isEqualTo("2026-03-31");
        assertThat(json.get("from").asString()).isEqualTo("2026-03-01T23:00:00Z");
        assertThat(json.get("to").asString()).isEqualTo("2026-03-31T22:00:00Z");
        assertThat(json.get("timezone").asString()).isEqualTo("Europe/Berlin");
        var growth = json.get("growth");
        assertThat(growth.get("joined").asInt()).isEqualTo(2);
        assertThat(growth.get("left").asInt()).isEqualTo(1);
        assertThat(growth.get("totalAtStart").asInt()).isEqualTo(3);
        assertThat(growth.get("total").asInt()).isEqualTo(4);
        assertThat(growth.get("value").asDouble()).isEqualTo(1.0 / 3);
        var response = json.get("responseTime");
        assertThat(response.get("value").asDouble()).isEqualTo(1200);
        assertThat(response.get("n").asInt()).isEqualTo(3);
        assertThat(response.get("unanswered").asInt()).isEqualTo(1);
        assertThat(response.get("inferredShare").asDouble()).isEqualTo(0.5);
        assertThat(response.get("answeredMedianSeconds").asDouble()).isEqualTo(750);
        assertThat(response.get("strict").get("value").isNull()).isTrue();
        assertThat(response.get("strict").get("moreThanSeconds").asDouble()).isGreaterThan(86_400);
        assertThat(json.get("retention").get("value").asDouble()).isEqualTo(1);
        assertThat(json.get("retention").get("activeBefore").asInt()).isEqualTo(1);
        assertThat(json.get("contentEngagement").get("items").asInt()).isEqualTo(4);
        assertThat(json.get("contentEngagement").get("engagements").asInt()).isEqualTo(2);
        var perView = json.get("contentEngagement").get("perView");
        assertThat(perView.get("value").asDouble()).isEqualTo(2.0 / 40);
        assertThat(perView.get("n").asInt()).isEqualTo(1);
        assertThat(perView.get("coverage").asDouble()).isEqualTo(0.25);
        assertThat(perView.get("views").asInt()).isEqualTo(40);
        var business = response.get("businessHours");
        assertThat(business.get("value").asDouble()).isEqualTo(1200);
        assertThat(business.get("usual").asBoolean()).isTrue();
        assertThat(business.get("week").get("friday").get("until").asString()).isEqualTo("17:00");
        assertThat(business.get("week").get("saturday")).isNull();
        assertThat(business.get("holidays")).isEmpty();
        for (var later : List.of("sentiment", "netPromoterScore")) {
            assertThat(json.get(later).get("value").isNull()).isTrue();
            assertThat(json.get(later).get("reason").asString()).isNotBlank();
        }
    }

    @Test
    void otherBusinessHoursChangeTheWaitInThemAtOnceAndNoSheet() throws Exception {
        var community = march(0);
        var who = cast.join(community, Role.LEAD);
        var path = "/health?asOf=2026-03-31&window=30";
        assertThat(body(open(who, community, path)))
                .contains("Median wait in business hours", "Mon to Fri 09:00 to 17:00")
                .contains("the usual hours, nobody has chosen others");
        // half past ten in Berlin is before they open at a quarter past
        browser.perform(
                        post("/c/" + community.slug() + "/settings/hours")
                                .with(Cast.as(who))
                                .param("from.1", "10:15")
                                .param("until.1", "18:00")
                                .param("holidays", "2026-03-16 Lantern day"))
                .andReturn();
        assertThat(Queries.during(() -> open(who, community, path)))
                .noneMatch(
                        sql -> sql.contains("metrics.sheet (") || sql.contains("report_presence"));
        assertThat(body(open(who, community, path)))
                .contains("Mon 10:15 to 18:00, without 1 holiday")
                .doesNotContain("nobody has chosen others");
        var business =
                api(community, "asOf=2026-03-31&window=30")
                        .get("responseTime")
                        .get("businessHours");
        assertThat(business.get("value").asDouble()).isEqualTo(300);
        assertThat(business.get("usual").asBoolean()).isFalse();
        assertThat(business.get("holidays").get(0).asString()).isEqualTo("2026-03-16");
    }

    @Test
    void viewsStandWhereThePlatformTellsThem() {
        var community = march(0);
        var who = cast.join(community, Role.LEAD);
        var ask = "asOf=2026-03-31&window=30";
        assertThat(body(open(who, community, "/health?" + ask)))
                .contains("known of 1 of 4 items", "Engagements per view", "5\u00a0%");
        assertThat(body(open(who, community, "/health?asOf=2026-02-15&window=7")))
                .contains("No platform tells how often these items were viewed.");
        assertThat(body(open(who, community, "/health/content/list?" + ask)))
                .contains("Views are counted by the platform", "5\u00a0%", "not known");
        assertThat(body(open(who, community, "/health/content/list.csv?" + ask)).lines())
                .anyMatch(row -> row.endsWith(",2,40,0.05"))
                .anyMatch(row -> row.endsWith(",0,,"));
    }

    @Test
    void aCommunityWithoutAnybodyKnowsNothingAndSaysWhy() throws Exception {
        var community = town.found();
        var json = api(community, "");
        for (var metric :
                List.of(
                        "growth",
                        "activeRatio",
                        "responseTime",
                        "retention",
                        "contentEngagement")) {
            assertThat(json.get(metric).get("value").isNull()).as(metric).isTrue();
            assertThat(json.get(metric).get("reason").asString()).as(metric).isNotBlank();
        }
        assertThat(open(community, Role.LEAD, "/health").getStatus()).isEqualTo(200);
    }

    @Test
    void everyNumberLeadsToItsList() {
        var community = march(0);
        var grace = cast.join(community, Role.LEAD);
        var ask = "asOf=2026-03-31&window=30";
        assertThat(body(open(grace, community, "/health/response/list?which=unanswered&" + ask)))
                .contains("/c/" + community.slug() + "/threads/")
                .contains("Words of", "waiting")
                .doesNotContain("answered, it seems");
        assertThat(body(open(grace, community, "/health/response/list?which=answered&" + ask)))
                .contains("answered, it seems", "20 min", "5 min");
        for (var behind : Behind.values()) {
            var page =
                    open(
                            grace,
                            community,
                            "/health/"
                                    + behind.section()
                                    + "/list?which="
                                    + behind.which()
                                    + "&"
                                    + ask);
            assertThat(page.getStatus()).as(behind.name()).isEqualTo(200);
            var csv =
                    open(
                            grace,
                            community,
                            "/health/"
                                    + behind.section()
                                    + "/list.csv?which="
                                    + behind.which()
                                    + "&"
                                    + ask);
            assertThat(csv.getContentType()).as(behind.name()).startsWith("text/csv");
            var rows = body(csv).lines().count() - 1;
            assertThat(rows)
                    .as(behind.name())
                    .isEqualTo(
                            switch (behind) {
                                case JOINED -> 2;
                                case LEFT -> 1;
                                case ACTIVE -> 4;
                                case STARTS -> 3;
                                case UNANSWERED -> 1;
                                case ANSWERED -> 2;
                                case RETAINED -> 1;
                                case LOST -> 0;
                                case CONTENT -> 4;
                                // fewer than five wrote
                                case TONES, BAD, GOOD, UNSURE, FOREIGN -> 0;
                            });
        }
    }

    @Test
    void everyTableCanBeDownloaded() {
        var community = march(0);
        var grace = cast.join(community, Role.LEAD);
        var page = body(open(grace, community, "/health?asOf=2026-03-31&window=30"));
        var links =
                java.util.regex.Pattern.compile("/health/([a-z]+/[a-z]+)\\.csv\\?")
                        .matcher(page)
                        .results()
                        .map(m -> m.group(1))
                        // these rows came into the tables past the ledger, so nobody read them
                        .filter(link -> !link.startsWith("sentiment"))
                        .distinct()
                        .toList();
        assertThat(links)
                .contains(
                        "growth/days",
                        "active/days",
                        "response/places",
                        "retention/cohorts",
                        "content/kinds",
                        "content/hours");
        for (var link : links) {
            var csv = open(grace, community, "/health/" + link + ".csv?asOf=2026-03-31&window=30");
            assertThat(csv.getStatus()).as(link).isEqualTo(200);
            assertThat(body(csv).lines().count()).as(link).isGreaterThan(1);
        }
        assertThat(
                        body(open(
                                        grace,
                                        community,
                                        "/health/growth/days.csv?asOf=2026-03-31&window=7"))
                                .lines()
                                .count())
                .isEqualTo(8);
        assertThat(open(grace, community, "/health/growth/nothing.csv").getStatus()).isEqualTo(404);
    }

    @Test
    void theFiltersStayInTheAddress() {
        var community = march(0);
        var page =
                body(
                        open(
                                community,
                                Role.LEAD,
                                "/health?asOf=2026-03-31&window=7&platform=slack&staff=in"));
        assertThat(page)
                .contains("on Slack", "with the team")
                .contains("asOf=2026-03-31&amp;window=90&amp;platform=slack&amp;staff=in");
    }

    @Test
    void aDayThatCannotBeReadIsSaidSo() {
        var community = town.found();
        var page = open(community, Role.LEAD, "/health?asOf=soon");
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(body(page)).contains("The day soon cannot be read.");
    }

    @Test
    void thePageAsksTheDatabaseAsOftenForManyAsForFew() throws Exception {
        var few = march(0);
        var many = march(40);
        int forFew = statements(few);
        assertThat(forFew).isBetween(5, 60);
        assertThat(statements(many)).isEqualTo(forFew);
        assertThat(statements(many)).as("once it is worked out").isLessThan(forFew);
    }

    private int statements(Community community) throws Exception {
        var who = cast.join(community, Role.LEAD);
        return Queries.during(() -> open(who, community, "/health?asOf=2026-03-31&window=30"))
                .size();
    }

    @Test
    void theHomePageGetsFiveCards() {
        var community = march(0);
        var cards =
                town.in(
                        community,
                        () ->
                                looks.of(
                                                Ask.of(community, Map.of(), clock.instant()),
                                                Locale.ENGLISH)
                                        .first());
        assertThat(cards)
                .extracting(NumberCard::label)
                .containsExactly(
                        "Member growth",
                        "Active members",
                        "Response time",
                        "Retention",
                        "Content engagement");
        assertThat(cards.getFirst().href())
                .isEqualTo("/c/" + community.slug() + "/health?window=30#growth");
    }

    @Test
    void anOldExportSaysWhenSomethingWasLastKnown() {
        var community = march(0);
        assertThat(body(open(community, Role.LEAD, "/health?asOf=2026-03-31")))
                .doesNotContain("Nothing is known of these 30 days");
        assertThat(body(open(community, Role.LEAD, "/health?asOf=2026-09-30&platform=slack")))
                .contains("Nothing is known of these 30 days and the 30 before.")
                .contains("See the numbers as of March 30, 2026")
                .contains("?asOf=2026-03-30&amp;window=30&amp;platform=slack");
        assertThat(body(open(community, Role.LEAD, "/health/cards?asOf=2026-09-30")))
                .contains("Nothing is known of these 30 days")
                .contains("/health?asOf=2026-03-30&amp;window=30");
    }
}
