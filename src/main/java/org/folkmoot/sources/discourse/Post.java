package org.folkmoot.sources.discourse;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.sources.Act;
import tools.jackson.databind.JsonNode;

/// A post as the ledger names it, by its topic and its place there: `t12/3`. The forum itself wants
/// its own number for most that can be done to it.
record Post(long topic, long number) {

    private static final Pattern ID = Pattern.compile("t(\\d{1,15})/(\\d{1,9})(?:/.*)?");
    private static final int AT_ONCE = 20;

    static Post of(Act act) {
        return find(act.target())
                .orElseThrow(() -> new IllegalArgumentException("This is no post of the forum."));
    }

    static Optional<Post> find(String target) {
        var found = ID.matcher(target.strip());
        return found.matches()
                ? Optional.of(
                        new Post(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))))
                : Optional.empty();
    }

    String id() {
        return "t%d/%d".formatted(topic, number);
    }

    /// What the forum says of it; empty when it is not there. It is not further from the beginning
    /// than its number says, and where posts before it were deleted, nearer.
    Optional<JsonNode> read(DiscourseApi api) {
        var path = "/t/%d.json".formatted(topic);
        var reply = api.line().ask(api.get(path).allowing(403, 404, 410));
        if (reply.status() != 200) {
            return Optional.empty();
        }
        var stream = reply.json().path("post_stream");
        var at = in(stream.path("posts"));
        if (at.isPresent()) {
            return at;
        }
        var ids = new ArrayList<Long>();
        stream.path("stream").forEach(id -> ids.add(id.asLong(0)));
        for (int to = (int) Math.min(number, ids.size()); to > 0; to -= AT_ONCE) {
            var posts =
                    api.posts(topic, ids.subList(Math.max(0, to - AT_ONCE), to))
                            .path("post_stream")
                            .path("posts");
            at = in(posts);
            if (at.isPresent() || below(posts)) {
                return at;
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> in(JsonNode posts) {
        for (var post : posts) {
            if (post.path("post_number").asLong(0) == number) {
                return Optional.of(post);
            }
        }
        return Optional.empty();
    }

    /// Whether it would have been among them, or behind them.
    private boolean below(JsonNode posts) {
        for (var post : posts) {
            if (post.path("post_number").asLong(0) < number) {
                return true;
            }
        }
        return false;
    }
}
