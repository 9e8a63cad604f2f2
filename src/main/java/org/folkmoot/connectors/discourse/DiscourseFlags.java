package org.folkmoot.connectors.discourse;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.HashMap;
import java.util.regex.Pattern;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.csv.Dates;
import tools.jackson.databind.JsonNode;

/// Flags of a page of the review queue: notes below the posts that were flagged, each with its
/// reason. Who flagged is for the forum's staff alone.
record DiscourseFlags(String source, Finds finds) {

    private static final Pattern POST = Pattern.compile("/t/(?:[^/]+/)?(\\d+)/(\\d+)(?:[?#].*)?");

    void read(JsonNode page) {
        var scores = new HashMap<String, JsonNode>();
        page.path("reviewable_scores").forEach(score -> scores.put(text(score, "id"), score));
        var reasons = new HashMap<String, String>();
        page.path("score_types")
                .forEach(type -> reasons.put(text(type, "id"), text(type, "title")));
        for (var item : page.path("reviewables")) {
            var post = POST.matcher(text(item, "target_url").replaceFirst("^https?://[^/]+", ""));
            if (!post.matches()) {
                continue; // people and what waits to be published
            }
            var id = "t%s/%s".formatted(post.group(1), post.group(2));
            item.path("reviewable_scores").forEach(score -> flag(id, score, reasons));
            for (var key : item.path("reviewable_score_ids")) {
                var score = scores.get(key.asString(""));
                if (score != null) {
                    flag(id, score, reasons);
                }
            }
        }
    }

    private void flag(String post, JsonNode score, HashMap<String, String> reasons) {
        var at = Dates.USUAL.read(text(score, "created_at"));
        var told = text(score.path("score_type"), "title");
        var why =
                told.isEmpty()
                        ? reasons.getOrDefault(text(score, "score_type_id"), "no reason given")
                        : told;
        if (at != null && !text(score, "id").isEmpty()) {
            var id = "%s/flag/%s".formatted(post, text(score, "id"));
            finds.add(
                    Deed.of(source, id, Kind.SYSTEM_NOTE, null, at)
                            .under(post)
                            .saying("Flagged: " + why));
        }
    }
}
