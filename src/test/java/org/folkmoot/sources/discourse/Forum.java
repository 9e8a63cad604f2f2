package org.folkmoot.sources.discourse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import org.jspecify.annotations.Nullable;

/// A small forum that answers as Discourse does.
public final class Forum {

    record Post(long id, long topic, long number, long user, String cooked, int version) {}

    record Topic(long id, String title, String bumped, boolean pinned) {}

    public String made = "2020-01-01T00:00:%02d.000Z";

    final List<Post> posts = new ArrayList<>();
    private final Map<String, List<Map<String, Object>>> likes = new LinkedHashMap<>();
    final Map<Long, Topic> topics = new LinkedHashMap<>();
    boolean mayListPeople = true;

    void like(String who, long post, String at) {
        var liked = posts.stream().filter(p -> p.id() == post).findFirst().orElseThrow();
        likes.computeIfAbsent(who, _ -> new ArrayList<>())
                .add(
                        Map.of(
                                "action_type",
                                1,
                                "created_at",
                                at,
                                "acting_user_id",
                                Long.parseLong(who.substring(4)),
                                "acting_username",
                                who,
                                "topic_id",
                                liked.topic(),
                                "post_number",
                                liked.number()));
    }

    private List<Map<String, Object>> likers() {
        return likes.entrySet().stream()
                .map(
                        e ->
                                Map.<String, Object>of(
                                        "likes_given",
                                        e.getValue().size(),
                                        "user",
                                        Map.of("username", e.getKey())))
                .toList();
    }

    public void topic(long id, String title, String bumped) {
        topics.put(id, new Topic(id, title, bumped, false));
    }

    public void post(long id, long topic, long number, long user, String words) {
        posts.add(new Post(id, topic, number, user, "<p>" + words + "</p>", 1));
    }

    public Answer answer(Asked asked) {
        var path = asked.path();
        if (path.equals("/categories.json")) {
            return Answer.json(
                    Map.of(
                            "category_list",
                            Map.of("categories", List.of(Map.of("id", 3, "name", "Help")))));
        }
        if (path.equals("/admin/users/list/active.json")) {
            return mayListPeople
                    ? Answer.json(
                            asked.number("page", 1) == 1 ? List.of(user(2), user(1)) : List.of())
                    : Answer.of(404, "{}");
        }
        if (asked.one("order").equals("likes_given")) {
            return Answer.json(
                    Map.of("directory_items", asked.number("page", 0) == 0 ? likers() : List.of()));
        }
        if (path.equals("/user_actions.json")) {
            var given = likes.getOrDefault(asked.one("username"), List.of());
            return Answer.json(
                    Map.of("user_actions", asked.number("offset", 0) == 0 ? given : List.of()));
        }
        if (path.equals("/directory_items.json")) {
            var items = List.of(Map.of("id", 1, "user", user(1)), Map.of("id", 2, "user", user(2)));
            return Answer.json(
                    Map.of("directory_items", asked.number("page", 0) == 0 ? items : List.of()));
        }
        if (path.equals("/posts.json")) {
            return Answer.json(Map.of("latest_posts", window(asked.number("before", 0))));
        }
        if (path.equals("/latest.json")) {
            return Answer.json(
                    Map.of(
                            "users",
                            List.of(),
                            "topic_list",
                            Map.of("topics", listed(asked.number("page", 0)))));
        }
        var topic =
                path.matches("/t/\\d+(/posts)?\\.json")
                        ? Long.parseLong(path.replaceAll("\\D", ""))
                        : 0;
        var known = topics.get(topic);
        return known == null
                ? Answer.of(404, "{}")
                : path.endsWith("/posts.json") ? some(known, asked) : whole(known);
    }

    /// As the forum does: 50 numbers down from `before`, however few posts bear one.
    private List<Map<String, Object>> window(long before) {
        return posts.stream()
                .filter(p -> before == 0 || (p.id() <= before && p.id() > before - 50))
                .sorted(Comparator.comparingLong(Post::id).reversed())
                .limit(50)
                .map(this::told)
                .toList();
    }

    private List<Map<String, Object>> listed(int page) {
        return topics.values().stream()
                .sorted(
                        Comparator.comparing(Topic::pinned)
                                .reversed()
                                .thenComparing(Comparator.comparing(Topic::bumped).reversed()))
                .skip(page * 2L)
                .limit(2)
                .map(
                        t ->
                                Map.<String, Object>of(
                                        "id",
                                        t.id(),
                                        "title",
                                        t.title(),
                                        "category_id",
                                        3,
                                        "bumped_at",
                                        t.bumped(),
                                        "created_at",
                                        made.formatted(t.id()),
                                        "pinned",
                                        t.pinned()))
                .toList();
    }

    private Answer whole(Topic topic) {
        var all = of(topic);
        return Answer.json(
                Map.of(
                        "id", topic.id(),
                        "title", topic.title(),
                        "category_id", 3,
                        "created_at", made.formatted(topic.id()),
                        "highest_post_number", all.stream().mapToLong(Post::number).max().orElse(0),
                        "post_stream",
                                Map.of(
                                        "posts", all.stream().limit(2).map(this::told).toList(),
                                        "stream", all.stream().map(Post::id).toList())));
    }

    private Answer some(Topic topic, Asked asked) {
        var ids = asked.query().getOrDefault("post_ids[]", List.of());
        return Answer.json(
                Map.of(
                        "id",
                        topic.id(),
                        "post_stream",
                        Map.of(
                                "posts",
                                of(topic).stream()
                                        .filter(p -> ids.contains(Long.toString(p.id())))
                                        .map(this::told)
                                        .toList())));
    }

    private List<Post> of(Topic topic) {
        return posts.stream()
                .filter(p -> p.topic() == topic.id())
                .sorted(Comparator.comparingLong(Post::number))
                .toList();
    }

    private Map<String, Object> told(Post post) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", post.id());
        row.put("topic_id", post.topic());
        var topic = topics.get(post.topic());
        row.put("topic_title", topic == null ? null : topic.title());
        row.put("post_number", post.number());
        row.put("user_id", post.user());
        row.put("username", "user" + post.user());
        row.put("created_at", made.formatted(post.id() % 60));
        row.put("updated_at", "2020-06-01T00:00:00.000Z");
        row.put("version", post.version());
        row.put("post_type", 1);
        row.put("cooked", post.cooked());
        row.put("category_id", 3);
        row.put("unheard_of", Map.of("and", List.of("so", "on")));
        return row;
    }

    private static Map<String, Object> user(long id) {
        return Map.of(
                "id",
                id,
                "username",
                "user" + id,
                "name",
                id == 1 ? "Ada" : "Grace",
                "active",
                true);
    }

    void edit(long id, @Nullable String words) {
        posts.replaceAll(
                p ->
                        p.id() != id
                                ? p
                                : new Post(
                                        p.id(),
                                        p.topic(),
                                        p.number(),
                                        p.user(),
                                        "<p>" + words + "</p>",
                                        p.version() + 1));
    }

    void delete(long id) {
        posts.removeIf(p -> p.id() == id);
    }
}
