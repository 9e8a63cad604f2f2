package org.folkmoot.sources.linkedin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;

/// A page that answers as LinkedIn does, two things to a page of an answer.
final class Showcase {

    static final String US = "urn:li:organization:5515715";
    static final long BEGAN = 1_930_000_000_000L;

    /// The one that changed last first.
    final List<Map<String, Object>> posts = new ArrayList<>();

    final Map<String, List<Map<String, Object>>> comments = new LinkedHashMap<>();

    Map<String, Object> post(String id, String text, long at) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id);
        row.put("author", US);
        row.put("commentary", text);
        row.put("createdAt", BEGAN + at);
        row.put("publishedAt", BEGAN + at);
        row.put("lastModifiedAt", BEGAN + at);
        row.put("lifecycleState", "PUBLISHED");
        row.put("content", null);
        row.put("unheard_of", Map.of());
        posts.addFirst(row);
        return row;
    }

    void comment(String entity, String number, String who, String text, long at) {
        var row = new LinkedHashMap<String, Object>();
        var below = entity.startsWith("urn:li:comment");
        row.put("id", number);
        row.put("commentUrn", urn(number));
        row.put("actor", who);
        row.put("created", Map.of("actor", who, "time", BEGAN + at));
        row.put("lastModified", Map.of("actor", who, "time", BEGAN + at));
        row.put("message", Map.of("text", text, "attributes", List.of()));
        row.put("object", "urn:li:activity:9");
        if (below) {
            row.put("parentComment", entity);
        }
        comments.computeIfAbsent(entity, _ -> new ArrayList<>()).add(row);
        comments.values().stream()
                .flatMap(List::stream)
                .filter(other -> entity.equals(other.get("commentUrn")))
                .forEach(
                        other ->
                                other.put("commentsSummary", Map.of("totalFirstLevelComments", 1)));
    }

    static String urn(String number) {
        return "urn:li:comment:(urn:li:activity:9,%s)".formatted(number);
    }

    Answer answer(Asked asked) {
        var path = asked.path().replaceFirst("^/rest", "");
        if (path.equals("/organizations/5515715")) {
            return Answer.json(Map.of("localizedName", "Folkmoot", "vanityName", "folkmoot"));
        }
        if (path.startsWith("/networkSizes/")) {
            return Answer.json(Map.of("firstDegreeSize", 219145));
        }
        if (path.equals("/posts") && asked.query().containsKey("ids")) {
            var results = new LinkedHashMap<String, Object>();
            posts.forEach(row -> results.put(String.valueOf(row.get("id")), row));
            return Answer.json(Map.of("results", results, "statuses", Map.of()));
        }
        if (path.equals("/posts")) {
            return page(asked, posts);
        }
        if (path.matches("/socialActions/.*/comments")) {
            return page(asked, comments.getOrDefault(path.split("/", -1)[2], List.of()));
        }
        if (path.startsWith("/reactions/(entity:")) {
            return page(asked, path.contains("share:1)") ? List.of(reaction()) : List.of());
        }
        if (path.startsWith("/organizationalEntity")) {
            return Answer.json(Map.of("elements", List.of(day())));
        }
        return Answer.of(404, "{\"status\":404,\"message\":\"Not Found\"}");
    }

    private static Map<String, Object> reaction() {
        return Map.of(
                "id",
                "urn:li:reaction:(urn:li:person:ada,urn:li:activity:9)",
                "reactionType",
                "PRAISE",
                "root",
                "urn:li:activity:9",
                "created",
                Map.of("actor", "urn:li:person:ada", "time", BEGAN + 50));
    }

    private static Map<String, Object> day() {
        return Map.of(
                "timeRange",
                Map.of("start", 1_930_176_000_000L, "end", 1_930_262_400_000L),
                "totalShareStatistics",
                Map.of("impressionCount", 36, "engagement", 0.017),
                "followerGains",
                Map.of("organicFollowerGain", 3));
    }

    private static Answer page(Asked asked, List<Map<String, Object>> all) {
        var start = asked.number("start", 0);
        var rows = all.subList(Math.min(start, all.size()), Math.min(all.size(), start + 2));
        var links =
                start + 2 < all.size()
                        ? List.of(Map.of("rel", "next", "href", "/rest/..."))
                        : List.of();
        return Answer.json(
                Map.of(
                        "elements",
                        rows,
                        "paging",
                        Map.of("start", start, "count", asked.number("count", 0), "links", links)));
    }
}
