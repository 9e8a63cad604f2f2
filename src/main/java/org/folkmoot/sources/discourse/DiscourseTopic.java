package org.folkmoot.sources.discourse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.folkmoot.connectors.discourse.DiscourseAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One topic from its first post to its last. A number that no post has any more was deleted.
record DiscourseTopic(DiscourseApi api, DiscourseAnswers answers) {

    private static final int AT_ONCE = 20;

    /// Longer topics are read to here, and nobody concludes anything from what is missing.
    private static final int LONGEST = 2_000;

    void read(long id) {
        var path = "/t/%d.json".formatted(id);
        var reply = api.line().ask(api.get(path).allowing(403, 404, 410));
        if (reply.status() != 200) {
            if (reply.status() != 403) {
                answers.gone(Long.toString(id), 1);
            }
            return;
        }
        var topic = reply.json();
        if (topic.path("archetype").asString("").equals("private_message")) {
            return;
        }
        var posts = posts(topic, id);
        if (topic instanceof ObjectNode whole
                && whole.path("post_stream") instanceof ObjectNode stream) {
            var all = stream.putArray("posts");
            posts.forEach(all::add);
            answers.read(whole, path);
        }
        gone(topic, id, posts);
    }

    private List<JsonNode> posts(JsonNode topic, long id) {
        var posts = new ArrayList<JsonNode>();
        var have = new HashSet<Long>();
        for (var post : topic.path("post_stream").path("posts")) {
            posts.add(post);
            have.add(post.path("id").asLong(0));
        }
        var missing = new ArrayList<Long>();
        for (var each : topic.path("post_stream").path("stream")) {
            if (have.add(each.asLong(0))) {
                missing.add(each.asLong(0));
            }
        }
        var read = missing.subList(0, Math.min(LONGEST, missing.size()));
        for (int from = 0; from < read.size(); from += AT_ONCE) {
            api.posts(id, read.subList(from, Math.min(read.size(), from + AT_ONCE)))
                    .path("post_stream")
                    .path("posts")
                    .forEach(posts::add);
        }
        return posts;
    }

    private void gone(JsonNode topic, long id, List<JsonNode> posts) {
        var stream = topic.path("post_stream").path("stream");
        if (posts.size() < stream.size() || posts.isEmpty()) {
            return;
        }
        var there = new HashSet<Long>();
        posts.forEach(post -> there.add(post.path("post_number").asLong(0)));
        var highest =
                Math.max(
                        topic.path("highest_post_number").asLong(0),
                        there.stream().mapToLong(n -> n).max().orElse(0));
        for (long number = 1; number <= Math.min(highest, LONGEST + AT_ONCE); number++) {
            if (!there.contains(number)) {
                answers.gone(Long.toString(id), number);
            }
        }
    }
}
