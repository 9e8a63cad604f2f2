package org.folkmoot.metrics;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.metrics.Report.Both;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A report as the API and the command line give it. Shares are fractions, times are seconds; a
/// null `value` always comes with its `reason`.
public final class ReportJson {

    private ReportJson() {}

    /// One line of JSON, or indented.
    public static String text(Report report, Report.Lasting lasting, boolean indented) {
        var writer = JsonMapper.shared().writer();
        return (indented ? writer.withDefaultPrettyPrinter() : writer)
                .writeValueAsString(of(report, lasting));
    }

    public static Map<String, @Nullable Object> of(Report report, Report.Lasting lasting) {
        var ask = report.ask();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("community", ask.community().slug());
        json.put("asOf", ask.window().last().toString());
        json.put("window", ask.window().days());
        json.put("from", ask.window().from().toString());
        json.put("to", ask.window().to().toString());
        json.put("timezone", ask.window().zone().getId());
        json.put("filters", filters(ask.filters()));
        json.put("leftOut", report.leftOut());
        json.put("growth", growth(report));
        json.put("activeRatio", activeRatio(report.activeRatio()));
        json.put("responseTime", responseTime(report));
        json.put("retention", retention(report, lasting));
        json.put("contentEngagement", engagement(report));
        json.put("sentiment", ToneJson.of(report));
        var unasked = Reading.unknown(0, Report.NO_SCORE);
        json.put("netPromoterScore", metric("points", new Both<>(unasked, unasked)));
        return json;
    }

    private static Map<String, @Nullable Object> filters(Filters filters) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("platform", filters.platform());
        json.put("place", filters.place());
        json.put("tag", filters.tag());
        json.put("organisation", filters.organisation());
        json.put("where", filters.where());
        json.put("staff", filters.staff());
        return json;
    }

    static Map<String, @Nullable Object> metric(String unit, Both<Reading> readings) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("value", readings.now().value());
        json.put("n", readings.now().n());
        json.put("unit", unit);
        json.put("interval", interval(readings.now().interval()));
        json.put("reason", readings.now().reason());
        var before = new LinkedHashMap<String, @Nullable Object>();
        before.put("value", readings.before().value());
        before.put("n", readings.before().n());
        before.put("reason", readings.before().reason());
        json.put("before", before);
        return json;
    }

    static @Nullable Object interval(@Nullable Interval interval) {
        if (interval == null) {
            return null;
        }
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("low", interval.low());
        json.put("high", interval.high());
        return json;
    }

    private static Object growth(Report report) {
        var both = report.growth();
        var json =
                metric(
                        "fraction",
                        new Both<>(
                                report.growthReading(both.now()),
                                report.growthReading(both.before())));
        var now = both.now();
        json.put("joined", now.joined());
        json.put("left", now.left());
        json.put("returned", now.returned());
        json.put("net", now.net());
        json.put("total", now.total());
        json.put("totalAtStart", now.atStart());
        json.put("undated", now.undated());
        return json;
    }

    private static Object activeRatio(Both<ActiveRatio> both) {
        var json = metric("fraction", new Both<>(both.now().reading(), both.before().reading()));
        json.put("active", both.now().active());
        json.put("members", both.now().members());
        json.put("stickiness", both.now().stickiness().value());
        json.put("contributed", both.now().contributed());
        json.put("contributedShare", both.now().contributing().value());
        return json;
    }

    private static Object questions(Recognised recognised) {
        var json = new LinkedHashMap<String, Object>();
        json.put("byWords", recognised.byWords());
        json.put("byMark", recognised.byMark());
        json.put("coverage", recognised.coverage());
        return json;
    }

    private static Object responseTime(Report report) {
        var both = report.response();
        var now = both.now();
        var curve = now.curve();
        var json = metric("seconds", new Both<>(now.reading(), both.before().reading()));
        json.put("moreThanSeconds", moreThan(curve));
        json.put("answered", now.answered());
        json.put("unanswered", now.unanswered());
        json.put("unansweredShare", now.unansweredShare().value());
        json.put("inferredShare", now.inferredShare().value());
        json.put("questions", questions(now.recognised()));
        json.put("p90Seconds", curve.timeUntil(0.1));
        json.put("answeredMedianSeconds", now.answeredMedian());
        json.put("answeredMeanSeconds", now.answeredMean());
        json.put("strict", variant(now.strict(), now.strictCurve()));
        json.put("staff", variant(now.staff(), now.staffCurve()));
        json.put("businessHours", business(now));
        var places = new LinkedHashMap<String, @Nullable Object>();
        Breakdowns.busiestFirst(now.byPlace())
                .forEach(
                        (place, waits) -> {
                            var one = variant(waits.reading(), waits.curve());
                            one.put("name", report.places().get(place));
                            one.put("unanswered", waits.unanswered());
                            places.put(place.toString(), one);
                        });
        json.put("places", places);
        return json;
    }

    private static Object business(Waits waits) {
        var open = waits.openTime();
        var json = variant(waits.business(), waits.businessCurve());
        json.put("usual", !open.hours().chosen());
        json.put("week", open.hours().told().get("week"));
        json.put("holidays", open.holidays().stream().map(LocalDate::toString).toList());
        return json;
    }

    private static Map<String, @Nullable Object> variant(Reading reading, KaplanMeier curve) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("value", reading.value());
        json.put("n", reading.n());
        json.put("interval", interval(reading.interval()));
        json.put("moreThanSeconds", moreThan(curve));
        json.put("reason", reading.reason());
        return json;
    }

    private static @Nullable Double moreThan(KaplanMeier curve) {
        return curve.n() > 0 && curve.median() == null ? Double.valueOf(curve.longest()) : null;
    }

    private static Object retention(Report report, Report.Lasting lasting) {
        var both = report.retention();
        var json = metric("fraction", new Both<>(both.now().reading(), both.before().reading()));
        json.put("retained", both.now().retained());
        json.put("activeBefore", both.now().activeBefore());
        json.put(
                "cohorts",
                lasting.cohorts().stream()
                        .map(
                                c -> {
                                    var cohort = new LinkedHashMap<String, Object>();
                                    cohort.put("month", c.month().toString());
                                    cohort.put("joined", c.joined());
                                    cohort.put("active", c.active());
                                    return cohort;
                                })
                        .toList());
        var unfinished = Cohorts.unfinished(report.ask());
        json.put("unfinishedMonth", unfinished == null ? null : unfinished.toString());
        json.put("survival", survival(lasting.survival()));
        return json;
    }

    /// The share still active so many days after they came; null beyond what was seen.
    private static Object survival(KaplanMeier curve) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("n", curve.n());
        json.put("medianDays", curve.median());
        json.put("moreThanDays", moreThan(curve));
        var active = new LinkedHashMap<String, @Nullable Object>();
        for (int days : new int[] {7, 30, 90, 180, 364}) {
            var seen = curve.n() > 0 && days <= curve.longest();
            active.put(Integer.toString(days), seen ? Double.valueOf(curve.leftAfter(days)) : null);
        }
        json.put("stillActive", active);
        return json;
    }

    private static Object engagement(Report report) {
        var both = report.engagement();
        var json =
                metric(
                        "engagements per item",
                        new Both<>(both.now().reading(), both.before().reading()));
        json.put("engagements", both.now().engagements());
        json.put("items", both.now().items());
        var views = report.content().views();
        var rate = new LinkedHashMap<String, @Nullable Object>();
        rate.put("value", views.rate().value());
        rate.put("n", views.known());
        rate.put("coverage", views.coverage().value());
        rate.put("views", views.known() == 0 ? null : Long.valueOf(views.views()));
        rate.put("engagements", views.known() == 0 ? null : Long.valueOf(views.engagements()));
        rate.put("reason", views.rate().reason());
        json.put("perView", rate);
        return json;
    }
}
