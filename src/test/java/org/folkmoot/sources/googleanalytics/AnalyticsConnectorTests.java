package org.folkmoot.sources.googleanalytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Statistic;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.pulls.Pulling;
import org.junit.jupiter.api.Test;

class AnalyticsConnectorTests extends ConnectorContract {

    private final Counter counter = new Counter();

    AnalyticsConnectorTests() {
        for (int day = 1; day <= 5; day++) {
            visit(LocalDate.of(2031, 1, 1).plusDays(day * 12L), "/", day);
            visit(LocalDate.of(2031, 1, 1).plusDays(day * 12L), "/docs", 10 * day);
        }
    }

    private void visit(LocalDate day, String page, int sessions) {
        counter.sessions.computeIfAbsent(day, _ -> new TreeMap<>()).put(page, sessions);
    }

    @Override
    protected Connector connector() {
        return new AnalyticsConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers()).containsEntry("authorization", "Bearer " + SECRET);
        return counter.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "property", "properties/123");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Counter.refusal(
                429,
                "RESOURCE_EXHAUSTED",
                "Exhausted property tokens for a project per hour. These quota tokens will return in under an hour.");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(3600);
    }

    private record Read(List<Statistic> figures, String next, int pages) {}

    private Read read(String from) {
        var figures = new ArrayList<Statistic>();
        var cursor = from;
        for (int pages = 1; ; pages++) {
            var caught = (Pull.Caught) pull(cursor);
            figures.addAll(caught.figures());
            cursor = caught.next();
            if (!caught.more()) {
                return new Read(figures, cursor, pages);
            }
        }
    }

    @Test
    void daysLandingPagesAndCampaignsAreReadOverPages() {
        var all = read("").figures();
        assertThat(all)
                .contains(
                        new Statistic(
                                LocalDate.of(2031, 1, 13),
                                "sessions",
                                Map.of(),
                                BigDecimal.valueOf(11)),
                        new Statistic(
                                LocalDate.of(2031, 3, 2),
                                "sessions by landing page",
                                Map.of("landing page", "/docs"),
                                BigDecimal.valueOf(50)),
                        new Statistic(
                                LocalDate.of(2031, 3, 2),
                                "key events by campaign",
                                Map.of("campaign", "/"),
                                BigDecimal.valueOf(5)));
        assertThat(all).hasSize(5 * 6 + 10 * 3 + 10 * 3).doesNotHaveDuplicates();
        assertThat(vendor().asked())
                .allMatch(a -> a.json().path("returnPropertyQuota").asBoolean(false))
                .anyMatch(a -> a.json().path("offset").asString("").equals("3"))
                .anyMatch(a -> a.json().toString().contains("\"startDate\":\"2015-08-14\""))
                .noneMatch(
                        a ->
                                a.json().path("dimensions").size() > 1
                                        && a.json().toString().contains("2015"));
    }

    @Test
    void laterTheLastDaysAreReadAgainInTheirOwnTimeZone() {
        var first = read("");
        visit(LocalDate.of(2031, 3, 2), "/docs", 77);
        visit(LocalDate.of(2031, 2, 2), "/docs", 78);
        vendor().forget();
        var second = read(first.next());
        assertThat(second.pages()).isEqualTo(3);
        assertThat(second.figures())
                .contains(
                        new Statistic(
                                LocalDate.of(2031, 3, 2),
                                "sessions by landing page",
                                Map.of("landing page", "/docs"),
                                BigDecimal.valueOf(77)))
                .noneMatch(f -> f.day().getMonthValue() == 2);
        assertThat(vendor().asked()) // it is evening in Auckland
                .allMatch(a -> a.body().contains("\"startDate\":\"2031-02-28\""))
                .allMatch(a -> a.body().contains("\"endDate\":\"2031-03-03\""));
        assertThat(read(second.next()).figures()).isEqualTo(second.figures());
    }

    @Test
    void aPropertyThatNeverCountedIsReadWithOneRequest() {
        counter.sessions.clear();
        assertThat(read("").pages()).isEqualTo(1);
    }

    @Test
    void nothingIsAskedOnceTheTokensAreGone() {
        counter.left = 25;
        var line = line();
        var first = (Pull.Caught) Pulling.pull(connector(), line, "");
        var second = (Pull.Caught) Pulling.pull(connector(), line, first.next());
        assertThat(Pulling.pull(connector(), line, second.next()))
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class, slow -> assertThat(slow.until()).isEqualTo(until()));
        assertThat(vendor().asked()).hasSize(2);
    }

    @Test
    void theDaysTokensComeBackAtMidnightInCalifornia() {
        vendor().instead(
                        _ ->
                                Counter.refusal(
                                        429,
                                        "RESOURCE_EXHAUSTED",
                                        "Exhausted property tokens per day."));
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class,
                        slow ->
                                assertThat(slow.until())
                                        .isEqualTo(Instant.parse("2031-03-04T08:00:00Z")));
        vendor().instead(_ -> Counter.refusal(403, "PERMISSION_DENIED", "No"));
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.SignInAgain.class, no -> assertThat(no.why()).contains("Viewer"));
    }
}
