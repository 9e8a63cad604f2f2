package org.folkmoot.sources.googleanalytics;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import tools.jackson.databind.JsonNode;

/// A small property that answers as Google Analytics does, three rows a page.
final class Counter {

    /// Sessions by day and landing page.
    final Map<LocalDate, Map<String, Integer>> sessions = new TreeMap<>();

    int left = 14_000;

    Answer answer(Asked asked) {
        if (!asked.path().equals("/v1beta/properties/123:runReport")) {
            return refusal(404, "NOT_FOUND", "Not found");
        }
        var wish = asked.json();
        var rows = rows(wish);
        int from = Integer.parseInt(wish.path("offset").asString("0"));
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "metricHeaders",
                wish.path("metrics")
                        .valueStream()
                        .map(m -> Map.of("name", m.path("name"), "type", "TYPE_INTEGER"))
                        .toList());
        var some = rows.stream().skip(from).limit(3).toList();
        if (!some.isEmpty()) {
            body.put("rows", some);
            body.put("rowCount", rows.size());
        }
        body.put("metadata", Map.of("currencyCode", "EUR", "timeZone", "Pacific/Auckland"));
        left -= 10;
        body.put(
                "propertyQuota",
                Map.of(
                        "tokensPerDay",
                        Map.of("consumed", 10, "remaining", 190_000),
                        "tokensPerProjectPerHour",
                        Map.of("consumed", 10, "remaining", left)));
        body.put("kind", "analyticsData#runReport");
        return Answer.json(body);
    }

    private List<Object> rows(JsonNode wish) {
        var range = wish.path("dateRanges").path(0);
        var from = LocalDate.parse(range.path("startDate").asString(""));
        var to = LocalDate.parse(range.path("endDate").asString(""));
        var dimensions = wish.path("dimensions").size();
        var metrics = wish.path("metrics").size();
        var rows = new ArrayList<Object>();
        sessions.forEach(
                (day, pages) -> {
                    if (day.isBefore(from) || day.isAfter(to)) {
                        return;
                    }
                    if (dimensions == 1) {
                        var all = pages.values().stream().mapToInt(n -> n).sum();
                        rows.add(row(metrics, all, day(day)));
                    } else {
                        pages.forEach((page, n) -> rows.add(row(metrics, n, day(day), page)));
                    }
                });
        return rows;
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static Object row(int metrics, int value, String... dimensions) {
        var values = new ArrayList<Object>();
        for (int n = 0; n < metrics; n++) {
            values.add(Map.of("value", Integer.toString(value)));
        }
        return Map.of(
                "dimensionValues",
                List.of(dimensions).stream().map(d -> Map.of("value", d)).toList(),
                "metricValues",
                values);
    }

    static Answer refusal(int status, String name, String message) {
        return Answer.of(
                status,
                "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"%s\"}}"
                        .formatted(status, message, name));
    }
}
