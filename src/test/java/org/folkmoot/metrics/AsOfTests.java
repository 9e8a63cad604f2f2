package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Settlement;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.identity.Merging;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.listening.Listening;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a past day's numbers know, and what they do not.
@HouseTest
@NullUnmarked
class AsOfTests {

    private static final List<String> SEVEN =
            List.of(
                    "growth",
                    "activeRatio",
                    "responseTime",
                    "retention",
                    "contentEngagement",
                    "sentiment",
                    "netPromoterScore");

    @Autowired Settlement settlement;
    @Autowired Metrics metrics;
    @Autowired Merging merging;
    @Autowired Listening listening;
    @Autowired Clock clock;

    private Report report(Community here, String asOf, String window) {
        return settlement.in(
                here,
                () ->
                        metrics.of(
                                Ask.of(
                                        here,
                                        Map.of("asOf", asOf, "window", window),
                                        clock.instant())));
    }

    private JsonNode json(Community here, String asOf, String window) {
        var whole =
                settlement.in(
                        here,
                        () -> {
                            listening.finish();
                            return metrics.whole(
                                    Ask.of(
                                            here,
                                            Map.of("asOf", asOf, "window", window),
                                            clock.instant()));
                        });
        return JsonMapper.shared()
                .readTree(ReportJson.text(whole.report(), whole.lasting(), false));
    }

    @Test
    void anAnswerOfTheNextLocalDayIsNotKnownYet() {
        var here = settlement.found("Europe/Berlin", "Ada", "Grace");
        var asked = settlement.did(here, "Ada", Kind.QUESTION, "2026-03-31T21:00:00Z");
        // half past midnight in Berlin
        settlement.did(here, "Grace", Kind.REPLY, "2026-03-31T22:30:00Z", asked);
        var then = report(here, "2026-03-31", "7").response().now();
        assertThat(then.unanswered()).isEqualTo(1);
        assertThat(then.reading().reason()).contains("More than half");
        assertThat(then.curve().longest()).as("waited until that day's end").isEqualTo(3600);
        var later = report(here, "2026-04-01", "7").response().now();
        assertThat(later.reading().value()).isEqualTo(5400.0);
        var week = report(here, "2026-03-31", "7").content().whole();
        assertThat(week).isEqualTo(new Engagement(1, 0, 0));
    }

    @Test
    void aMergeHoldsForAllDaysAndIsTakenBackForAll() {
        var here = settlement.found("Europe/Berlin", "Ada", "Grace", "Linus");
        settlement.did(here, "Ada", Kind.MESSAGE, "2026-02-20T10:00:00Z");
        settlement.did(here, "Grace", Kind.MESSAGE, "2026-03-10T10:00:00Z");
        settlement.did(here, "Linus", Kind.MESSAGE, "2026-03-10T10:00:00Z");
        var apart = report(here, "2026-03-31", "30");
        assertThat(apart.growth().now().joined()).isEqualTo(2);
        assertThat(apart.retention().now()).isEqualTo(new Retention(0, 1));
        var accounts =
                settlement.within(
                        here, () -> List.of(account(here, "Ada"), account(here, "Grace")));
        var done = settlement.within(here, () -> merging.join(accounts, List.of()));
        var one = report(here, "2026-03-31", "30");
        assertThat(one.growth().now().joined()).as("of two profiles, one join").isEqualTo(1);
        assertThat(one.growth().now().total()).isEqualTo(2);
        assertThat(one.retention().now()).isEqualTo(new Retention(1, 1));
        settlement.within(here, () -> merging.undoBatch(done.batch()));
        assertThat(report(here, "2026-03-31", "30").growth()).isEqualTo(apart.growth());
        assertThat(report(here, "2026-03-31", "30").retention()).isEqualTo(apart.retention());
    }

    private long account(Community here, String name) {
        return settlement.number(
                here, "select id from members.identity where external_id = '%s'".formatted(name));
    }

    @Test
    void whatIsDeletedLaterIsInNoPastNumberAndNeitherIsWhatHungOnIt() {
        var here = settlement.found("Europe/Berlin", "Ada", "Grace", "Linus");
        settlement.did(here, "Linus", Kind.MESSAGE, "2026-03-10T09:00:00Z");
        var asked = settlement.did(here, "Ada", Kind.QUESTION, "2026-03-10T10:00:00Z");
        settlement.did(here, "Grace", Kind.REPLY, "2026-03-10T11:00:00Z", asked);
        assertThat(report(here, "2026-03-31", "30").activeRatio().now().active()).isEqualTo(3);
        settlement.deleted(here, asked);
        var now = report(here, "2026-03-31", "30");
        assertThat(now.activeRatio().now().active()).isEqualTo(1);
        assertThat(now.response().now().starts()).isZero();
        assertThat(now.content().whole().items()).isEqualTo(1);
    }

    @Test
    void membersWhoOnlyJoinedBelongAndAreNotActive() {
        var here = settlement.found("Europe/Berlin", "Never");
        settlement.did(here, "Ada", Kind.JOIN, "2026-03-10T10:00:00Z");
        settlement.did(here, "Grace", Kind.BADGE, "2026-03-10T10:00:00Z");
        var told = json(here, "2026-03-31", "30");
        assertThat(told.at("/growth/joined").asInt()).isEqualTo(2);
        assertThat(told.at("/growth/undated").asInt()).as("nothing dated about them").isEqualTo(1);
        assertThat(told.at("/growth/total").asInt()).isEqualTo(2);
        assertThat(told.at("/activeRatio/value").asDouble()).isZero();
        assertThat(told.at("/activeRatio/n").asInt()).isEqualTo(2);
        assertThat(told.at("/activeRatio/stickiness").isNull()).isTrue();
        assertThat(told.at("/retention/value").isNull()).isTrue();
    }

    /// The clock goes forward on the window's last day.
    @Test
    void aWindowIsHalfOpenAtLocalMidnights() {
        var here = settlement.found("Europe/Berlin");
        settlement.did(here, "Ada", Kind.MESSAGE, "2026-03-22T22:59:59.999999Z");
        settlement.did(here, "Grace", Kind.MESSAGE, "2026-03-22T23:00:00Z");
        settlement.did(here, "Linus", Kind.MESSAGE, "2026-03-29T21:59:59.999999Z");
        settlement.did(here, "Zoë", Kind.MESSAGE, "2026-03-29T22:00:00Z");
        var report = report(here, "2026-03-29", "7");
        assertThat(report.activeRatio().now().active()).isEqualTo(2);
        assertThat(report.activeRatio().before().active()).isEqualTo(1);
        assertThat(report.growth().now().joined()).isEqualTo(2);
        assertThat(report.growth().now().total()).isEqualTo(3);
        assertThat(report.activeByDay().get(report.ask().window().last())).isEqualTo(1);
    }

    @Test
    void anEditIsNoActivityAndMovesNoTime() {
        var here = settlement.found("Europe/Berlin", "Ada");
        var said = settlement.did(here, "Ada", Kind.MESSAGE, "2026-03-10T10:00:00Z");
        settlement.take(
                here,
                new Found.Edit(
                        Settlement.CHAT, said, "It is.", Instant.parse("2026-03-25T10:00:00Z")));
        assertThat(report(here, "2026-03-31", "7").activeRatio().now().active()).isZero();
        assertThat(report(here, "2026-03-12", "7").activeRatio().now().active()).isEqualTo(1);
    }

    @Test
    void anAcceptedAnswerIsOneActivityAtTheAnswersTime() {
        var here = settlement.found("Europe/Berlin", "Ada", "Grace");
        var asked = settlement.did(here, "Ada", Kind.QUESTION, "2026-03-10T10:00:00Z");
        var answer = settlement.did(here, "Grace", Kind.REPLY, "2026-03-10T11:00:00Z", asked);
        var accepted = Instant.parse("2026-03-27T10:00:00Z");
        settlement.take(
                here,
                new Found.Mark(Settlement.CHAT, answer, Found.Mark.What.ACCEPTED, "Ada", accepted));
        var then = report(here, "2026-03-12", "7");
        assertThat(then.activeRatio().now()).isEqualTo(new ActiveRatio(2, 2, 1, 2, 7));
        assertThat(then.response().now().reading().value()).isEqualTo(3600.0);
        assertThat(report(here, "2026-03-31", "7").activeRatio().now().active()).isZero();
        assertThat(
                        settlement.number(
                                here,
                                "select sum(contributions) from activity.presence where contributions > 0"))
                .isEqualTo(1);
    }

    @Test
    void ofExportsThatOverlapTheUnionCounts() {
        var here = settlement.found("Europe/Berlin", "Ada");
        for (var ids : List.of(List.of("x1", "x2"), List.of("x2", "x3"))) {
            for (var id : ids) {
                settlement.take(
                        here,
                        Deed.of(
                                        Settlement.CHAT,
                                        id,
                                        Kind.MESSAGE,
                                        "Ada",
                                        Instant.parse("2026-03-10T10:00:00Z"))
                                .in("C1")
                                .saying("So it is."));
            }
        }
        assertThat(report(here, "2026-03-31", "30").content().whole().items()).isEqualTo(3);
    }

    /// A bot, the asker and a reaction answer nothing.
    @ParameterizedTest
    @CsvSource({"10:30:00, 1800", "10:30:01,", "10:00:00.5, 0.5"})
    void inChatsTheFirstWordOfSomebodyElseWithinHalfAnHourAnswers(String at, Double seconds) {
        var here = settlement.found("Europe/Berlin", "Ada", "Grace");
        var asked = settlement.did(here, "Ada", Kind.QUESTION, "2026-03-10T10:00:00Z");
        settlement.did(here, "Robby", Kind.REPLY, "2026-03-10T10:00:00.2Z", asked);
        settlement.did(here, "Grace", Kind.REACTION, "2026-03-10T10:00:00.3Z", asked);
        settlement.did(here, "Ada", Kind.MESSAGE, "2026-03-10T10:00:00.4Z");
        settlement.did(here, "Grace", Kind.MESSAGE, "2026-03-10T%sZ".formatted(at));
        var waits = report(here, "2026-03-31", "30").response().now();
        assertThat(waits.reading().value()).isEqualTo(seconds);
        assertThat(waits.strict().value()).as("threaded alone").isNull();
        assertThat(waits.inferredShare().value()).isEqualTo(seconds == null ? null : 1.0);
    }

    @Test
    void aReplyOfWhoseStartNothingIsKnownIsNeitherStartNorAnswer() {
        var here = settlement.found("Europe/Berlin", "Ada");
        settlement.did(here, "Ada", Kind.REPLY, "2026-03-10T10:00:00Z", "gone");
        var report = report(here, "2026-03-31", "30");
        assertThat(report.response().now().starts()).isZero();
        assertThat(report.content().whole().items()).isZero();
        assertThat(report.activeRatio().now().active()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "30", "90", "365"})
    void everyMetricIsKnownOrSaysWhyNowAndBefore(String window) {
        var here = settlement.found("Europe/Berlin", "Ada", "Grace");
        var asked = settlement.did(here, "Ada", Kind.QUESTION, "2024-02-29T10:00:00Z");
        settlement.did(here, "Grace", Kind.REPLY, "2024-02-29T11:00:00Z", asked);
        settlement.did(here, "Grace", Kind.MESSAGE, "2023-03-02T11:00:00Z");
        for (var asOf : List.of("2024-02-29", "2024-12-31", "2000-01-01", "1900-01-01")) {
            var told = json(here, asOf, window);
            assertThat(told.get("window").asInt()).isEqualTo(Integer.parseInt(window));
            for (var metric : SEVEN) {
                for (var one : List.of(told.get(metric), told.get(metric).get("before"))) {
                    assertThat(one.get("n").isIntegralNumber()).as(metric).isTrue();
                    assertThat(one.get("value").isNull())
                            .as("%s as of %s: %s", metric, asOf, one)
                            .isNotEqualTo(one.get("reason").isNull());
                }
            }
        }
        var before = json(here, "1900-01-01", window);
        assertThat(SEVEN)
                .allSatisfy(
                        metric -> {
                            assertThat(before.get(metric).get("value").isNull()).isTrue();
                            assertThat(before.get(metric).get("n").asInt()).isZero();
                            assertThat(before.get(metric).get("reason").asString()).endsWith(".");
                        });
        assertThat(json(here, "2024-02-29", window).at("/activeRatio/active").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2999-01-01, 30, has not come yet",
        "1899-12-31, 30, from 1900 on",
        "2025-02-29, 30, cannot be read",
        "31.03.2026, 30, cannot be read",
        "2026-03-31, 1, '7, 30, 90 or 365'",
        "2026-03-31, 0, '7, 30, 90 or 365'",
        "2026-03-31, -7, '7, 30, 90 or 365'",
        "2026-03-31, 99999999999, '7, 30, 90 or 365'",
        "2026-03-31, month, is not a number"
    })
    void whatCannotBeAskedIsSaidClearly(String asOf, String window, String words) {
        var here = settlement.found("Europe/Berlin");
        assertThatThrownBy(() -> report(here, asOf, window))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining(words);
    }

    @Test
    void aMonthIsMarkedAsUnfinishedUntilItsEnd() {
        var here = settlement.found("Europe/Berlin", "Ada");
        settlement.did(here, "Ada", Kind.MESSAGE, "2026-02-10T10:00:00Z");
        settlement.did(here, "Ada", Kind.MESSAGE, "2026-03-10T10:00:00Z");
        var running = json(here, "2026-03-30", "30").get("retention");
        assertThat(running.get("unfinishedMonth").asString()).isEqualTo("2026-03");
        assertThat(running.get("survival").toString())
                .isEqualTo(
                        "{\"n\":1,\"medianDays\":null,\"moreThanDays\":28.0,\"stillActive\":{\"7\":1.0,\"30\":null,\"90\":null,\"180\":null,\"364\":null}}");
        var over = json(here, "2026-03-31", "30").get("retention");
        assertThat(over.get("unfinishedMonth").isNull()).isTrue();
        assertThat(over.get("cohorts").toString())
                .isEqualTo("[{\"month\":\"2026-02\",\"joined\":1,\"active\":[1,1]}]");
        assertThat(words(here, "2026-03-30")).contains("100\u00a0% so far");
        assertThat(words(here, "2026-03-31")).contains("100\u00a0%").doesNotContain("so far");
    }

    private String words(Community here, String asOf) {
        return settlement.in(
                here,
                () -> {
                    var whole = metrics.whole(Ask.of(here, Map.of("asOf", asOf), clock.instant()));
                    return new Breakdowns(
                                    whole.report(),
                                    whole.lasting(),
                                    new Figures(java.util.Locale.ENGLISH))
                            .retention()
                            .toString();
                });
    }
}
