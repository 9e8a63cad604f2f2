package org.folkmoot.connectors.discourse;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.HashMap;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.csv.Dates;
import tools.jackson.databind.JsonNode;

/// Badges that somebody received, with what for where a page tells it.
record DiscourseBadges(String source, Finds finds) {

    void read(JsonNode page) {
        var names = new HashMap<String, String>();
        page.path("badges").forEach(badge -> names.put(text(badge, "id"), text(badge, "name")));
        for (var granted : page.path("user_badges")) {
            var who = DiscoursePeople.id(text(granted, "user_id"));
            var badge = text(granted, "badge_id");
            var at = Dates.USUAL.read(text(granted, "granted_at"));
            if (who != null && at != null) {
                var post = text(granted, "post_number");
                finds.add(
                        Deed.of(source, "badge/" + text(granted, "id"), Kind.BADGE, who, at)
                                .under(
                                        post.isEmpty()
                                                ? null
                                                : "t" + text(granted, "topic_id") + "/" + post)
                                .saying(names.getOrDefault(badge, "Badge " + badge)));
            }
        }
    }
}
