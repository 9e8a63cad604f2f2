package org.folkmoot.sources.linkedin;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Statistic;
import tools.jackson.databind.JsonNode;

/// What LinkedIn counts of a page, day by day.
record LinkedInFigures(LinkedInApi api) {

    /// LinkedIn keeps a year of them.
    private static final int ALL = 364;

    /// What may still change.
    private static final int AGAIN = 7;

    private static final Map<String, String> SHARES =
            Map.of(
                    "impressionCount", "impressions",
                    "uniqueImpressionsCount", "people reached",
                    "clickCount", "clicks",
                    "likeCount", "reactions",
                    "commentCount", "comments",
                    "shareCount", "shares",
                    "engagement", "engagement");

    private static final Map<String, String> GAINS =
            Map.of(
                    "organicFollowerGain", "followers won",
                    "paidFollowerGain", "followers won by ads");

    List<Statistic> shares(boolean first) {
        return daily("organizationalEntityShareStatistics", "totalShareStatistics", SHARES, first);
    }

    List<Statistic> gains(boolean first) {
        return daily("organizationalEntityFollowerStatistics", "followerGains", GAINS, first);
    }

    /// As of today.
    List<Statistic> followers() {
        var urn = api.organization();
        var ask =
                api.get("/networkSizes/" + Ask.part(urn))
                        .query("edgeType", "COMPANY_FOLLOWED_BY_MEMBER")
                        .allowing(403, 404);
        var reply = api.line().ask(ask);
        var size = reply.status() == 200 ? reply.json().path("firstDegreeSize") : null;
        return size == null || !size.isNumber()
                ? List.of()
                : List.of(
                        new Statistic(
                                LocalDate.ofInstant(api.line().now(), ZoneOffset.UTC),
                                "followers",
                                of(urn),
                                size.decimalValue()));
    }

    private List<Statistic> daily(
            String path, String part, Map<String, String> names, boolean first) {
        var today = api.line().now().truncatedTo(ChronoUnit.DAYS);
        var start = today.minus(first ? ALL : AGAIN, ChronoUnit.DAYS);
        var ask =
                api.get("/" + path)
                        .query("q", "organizationalEntity")
                        .query("organizationalEntity", api.organization())
                        .query("timeIntervals.timeGranularityType", "DAY")
                        .query("timeIntervals.timeRange.start", Long.toString(start.toEpochMilli()))
                        .query("timeIntervals.timeRange.end", Long.toString(today.toEpochMilli()))
                        .allowing(403, 404);
        var reply = api.line().ask(ask);
        var figures = new ArrayList<Statistic>();
        if (reply.status() == 200) {
            for (var row : reply.json().path("elements")) {
                day(row, row.path(part), names, figures);
            }
        }
        return figures;
    }

    private void day(
            JsonNode row, JsonNode counted, Map<String, String> names, List<Statistic> figures) {
        var start = row.path("timeRange").path("start").asLong(0);
        if (start <= 0) {
            return; // of its whole life, not of a day
        }
        var day = LocalDate.ofInstant(Instant.ofEpochMilli(start), ZoneOffset.UTC);
        names.forEach(
                (field, name) -> {
                    var value = counted.path(field);
                    if (value.isNumber()) {
                        figures.add(
                                new Statistic(
                                        day,
                                        name,
                                        of(api.organization()),
                                        new BigDecimal(value.asString("0"))));
                    }
                });
    }

    private static Map<String, String> of(String urn) {
        return Map.of("page", urn);
    }
}
