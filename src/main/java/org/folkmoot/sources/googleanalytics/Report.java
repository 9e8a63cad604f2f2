package org.folkmoot.sources.googleanalytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A question to Google. Only what adds up is asked by page and campaign, so that sums are true.
enum Report {
    DAYS("", "", "activeUsers,newUsers,sessions,engagedSessions,screenPageViews,keyEvents"),
    LANDING("landingPage", "landing page", "sessions,engagedSessions,keyEvents"),
    CAMPAIGN("sessionCampaignName", "campaign", "sessions,engagedSessions,keyEvents");

    /// Rows a page.
    static final int LIMIT = 10_000;

    private static final Map<String, String> NAMES =
            Map.of(
                    "activeUsers", "active users",
                    "newUsers", "new users",
                    "sessions", "sessions",
                    "engagedSessions", "engaged sessions",
                    "screenPageViews", "views",
                    "keyEvents", "key events");

    private final String dimension;
    private final String words;
    private final String metrics;

    /// @param dimension besides the date, empty for none
    /// @param words as people call it
    /// @param metrics divided by commas
    Report(String dimension, String words, String metrics) {
        this.dimension = dimension;
        this.words = words;
        this.metrics = metrics;
    }

    String words() {
        return words.isEmpty() ? "each day" : words;
    }

    /// What Google calls `sessions` is "sessions by landing page" where it is divided so.
    String name(String metric) {
        var name = NAMES.getOrDefault(metric, metric);
        return words.isEmpty() ? name : name + " by " + words;
    }

    /// @param value of the dimension besides the date
    Map<String, String> of(String value) {
        return words.isEmpty() ? Map.of() : Map.of(words, value);
    }

    /// Rows in a row that holds from page to page.
    Map<String, Object> body(LocalDate from, LocalDate to, long offset) {
        var dimensions = new ArrayList<>(List.of("date"));
        if (!dimension.isEmpty()) {
            dimensions.add(dimension);
        }
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "dateRanges",
                List.of(Map.of("startDate", from.toString(), "endDate", to.toString())));
        body.put("dimensions", dimensions.stream().map(d -> Map.of("name", d)).toList());
        body.put("metrics", Stream.of(metrics.split(",")).map(m -> Map.of("name", m)).toList());
        body.put(
                "orderBys",
                dimensions.stream()
                        .map(d -> Map.of("dimension", Map.of("dimensionName", d)))
                        .toList());
        body.put("limit", Integer.toString(LIMIT));
        body.put("offset", Long.toString(offset));
        body.put("returnPropertyQuota", true);
        return body;
    }
}
