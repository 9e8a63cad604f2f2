package org.folkmoot.sources.discourse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting.Done;
import org.folkmoot.sources.Ask;
import tools.jackson.databind.JsonNode;

/// Decisions on what waits in a forum's review queue. Its interface is not among those that
/// Discourse describes.
record Review(DiscourseApi api) {

    /// What lets a thing pass, by its type, and what does not.
    private static final Map<String, List<String>> PASS =
            Map.of(
                    "ReviewableQueuedPost", List.of("approve_post", "reject_post"),
                    "ReviewableUser", List.of("approve_user", "delete_user"),
                    "ReviewableFlaggedPost", List.of("disagree", "agree_and_hide"));

    /// The target is a post, or `review/12`. The version keeps two people from deciding at once.
    Done decide(Act act) {
        var item =
                waiting(act)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "Nothing of this kind waits for a decision there."));
        var named = act.more("action");
        var action = named.isEmpty() ? usual(item, act.more("remove").equals("true")) : named;
        var path =
                "/review/%s/perform/%s.json"
                        .formatted(Ask.part(item.path("id").asString("")), Ask.part(action));
        api.line().ask(api.bare("PUT", path).query("version", item.path("version").asString("0")));
        return new Done(act.target(), "");
    }

    private static String usual(JsonNode item, boolean no) {
        var both = PASS.get(item.path("type").asString(""));
        if (both == null) {
            throw new IllegalArgumentException(
                    "Say which of its decisions it is to be: %s knows more than yes and no."
                            .formatted(item.path("type").asString("this")));
        }
        return both.get(no ? 1 : 0);
    }

    Optional<JsonNode> waiting(Act act) {
        var post = Post.find(act.target());
        var number = act.target().strip().replaceFirst("^review/", "");
        if (post.isEmpty() && !number.matches("\\d+")) {
            throw new IllegalArgumentException("This is nothing that could wait for a decision.");
        }
        var ask = api.get("/review.json").query("status", "pending");
        var topic = post.map(p -> Long.toString(p.topic())).orElse("");
        var own = post.flatMap(p -> p.read(api)).map(p -> p.path("id").asString("")).orElse("-");
        for (var item : api.line().ask(ask.query("topic_id", topic)).json().path("reviewables")) {
            if (post.isEmpty()
                    ? item.path("id").asString("").equals(number)
                    : item.path("target_id").asString("").equals(own)
                            || item.path("post_id").asString("").equals(own)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }
}
