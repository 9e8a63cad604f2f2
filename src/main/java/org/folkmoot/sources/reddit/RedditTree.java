package org.folkmoot.sources.reddit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The comments under a post, however many and deep: its tree first, then what the tree left out,
/// one request at a time.
record RedditTree(RedditApi api, RedditThings things) {

    private static final int AT_ONCE = 100;

    /// Deeper ones are asked for apart; so deep an answer can still be read.
    private static final String DEPTH = "8";

    At read(At at) {
        var post = at.posts().getFirst();
        var more = new ArrayList<>(at.more());
        var deep = new ArrayList<>(at.deep());
        if (!more.isEmpty()) {
            var chosen = List.copyOf(more.subList(0, Math.min(AT_ONCE, more.size())));
            more.subList(0, chosen.size()).clear();
            var page =
                    api.line()
                            .ask(
                                    api.get("/api/morechildren")
                                            .query("api_type", "json")
                                            .query("link_id", post)
                                            .query("children", String.join(",", chosen)))
                            .json();
            walk(page.path("json").path("data").path("things"), more, deep);
            more.removeAll(chosen);
        } else if (!deep.isEmpty()) {
            tree(post, deep.removeFirst(), more, deep);
        } else {
            tree(post, "", more, deep);
        }
        var done = more.isEmpty() && deep.isEmpty();
        return done
                ? at.trees(at.posts().subList(1, at.posts().size()), List.of(), List.of())
                : at.trees(at.posts(), more, deep);
    }

    /// A post that is gone since has none.
    private void tree(String post, String comment, List<String> more, List<String> deep) {
        var reply =
                api.line()
                        .ask(
                                api.get("/comments/" + post.replaceFirst("^t3_", ""))
                                        .query("comment", comment.replaceFirst("^t1_", ""))
                                        .query("limit", "500")
                                        .query("depth", DEPTH)
                                        .query("sort", "old")
                                        .allowing(403, 404));
        if (reply.status() == 200) {
            for (var thing : reply.json().path(1).path("data").path("children")) {
                // a thread that goes on begins with the comment it goes on from
                if (comment.isEmpty() || RedditThings.name(thing).equals(comment)) {
                    walk(List.of(thing), more, deep);
                }
            }
            deep.remove(comment);
        }
    }

    private void walk(Iterable<JsonNode> children, List<String> more, List<String> deep) {
        for (var thing : children) {
            var row = thing.path("data");
            if (thing.path("kind").asString("").equals("more")) {
                left(row, more, deep);
            } else {
                things.thing(thing);
                walk(row.path("replies").path("data").path("children"), more, deep);
            }
        }
    }

    /// Without names it means that the thread goes on below.
    private static void left(JsonNode row, List<String> more, List<String> deep) {
        var below = row.path("parent_id").asString("");
        for (var child : row.path("children")) {
            if (!child.asString("").isEmpty()) {
                more.add(child.asString(""));
            }
        }
        if (row.path("children").isEmpty() && below.startsWith("t1_") && !deep.contains(below)) {
            deep.add(below);
        }
    }
}
