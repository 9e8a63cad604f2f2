package org.folkmoot.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.metrics.Report.Both;
import org.jspecify.annotations.Nullable;

/// How posts sound, as the API and the command line give it.
final class ToneJson {

    private ToneJson() {}

    static Map<String, @Nullable Object> of(Report report) {
        var both = report.sentiment();
        var now = both.now();
        var json =
                ReportJson.metric("polarity", new Both<>(now.reading(), both.before().reading()));
        json.put("people", now.all().people());
        json.putAll(shares(now.all()));
        json.put("coverage", now.coverage().value());
        json.put("unsupported", now.unsupported());
        json.put("unread", now.unread());
        var change = Tones.change(now, both.before());
        json.put("change", change == null ? null : change.value());
        json.put("changeInterval", change == null ? null : ReportJson.interval(change.interval()));
        json.put("platforms", parts(now.platforms()));
        json.put("places", parts(now.places()));
        json.put(
                "weeks",
                now.weeks().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(
                                e -> {
                                    var week = part(e.getValue());
                                    week.put("upTo", e.getKey().toString());
                                    return week;
                                })
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> shares(Tone tone) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("positive", tone.share(tone.positive()));
        json.put("neutral", tone.share(tone.neutral()));
        json.put("negative", tone.share(tone.negative()));
        return json;
    }

    private static Map<String, @Nullable Object> part(Tone tone) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("value", tone.mean());
        json.put("n", tone.posts());
        json.put("people", tone.people());
        json.put("interval", ReportJson.interval(tone.interval()));
        json.putAll(shares(tone));
        return json;
    }

    private static <K> List<Map<String, @Nullable Object>> parts(List<Tones.Part<K>> parts) {
        return parts.stream()
                .map(
                        p -> {
                            var json = part(p.tone());
                            json.put("key", p.key());
                            return json;
                        })
                .toList();
    }
}
