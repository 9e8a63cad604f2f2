package org.folkmoot.connectors.discourse;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Once;
import org.folkmoot.connectors.csv.CsvRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Tells the pages of a forum apart by their shape and hands each part to where it belongs.
final class DiscoursePages {

    private final String source;
    private final boolean privateToo;
    private final Finds finds;
    private final DiscoursePeople people;
    private final DiscoursePosts posts;
    private final Map<String, String> categories = new HashMap<>();
    private final Set<String> topicsRead = new HashSet<>();
    private final Once once;

    /// @param privateToo whether messages between people are read too
    DiscoursePages(String source, boolean privateToo, Finds finds) {
        this.source = source;
        this.privateToo = privateToo;
        this.finds = finds;
        this.once = new Once(finds);
        this.people = new DiscoursePeople(source);
        this.posts = new DiscoursePosts(source, finds);
    }

    /// @param page an object of a file, or an element of its list
    void read(JsonNode page, String file, long line) {
        if (page.has("user_badges")) {
            page.path("users").forEach(this::user);
            new DiscourseBadges(source, finds).read(page);
        } else if (page.has("post_stream")) {
            topicsRead.add(text(page, "id"));
            page.path("post_stream").path("posts").forEach(post -> post(post, page, file, line));
        } else if (page.has("latest_posts")) {
            page.path("latest_posts").forEach(post -> post(post, page, file, line));
        } else if (page.has("topic_list")) {
            page.path("users").forEach(this::user);
            page.path("topic_list").path("topics").forEach(topic -> listed(topic, file, line));
        } else if (page.has("directory_items")) {
            page.path("directory_items").forEach(item -> user(item.path("user")));
        } else if (page.has("category_list")) {
            page.path("category_list").path("categories").forEach(this::category);
        } else if (page.has("user_actions")) {
            page.path("user_actions").forEach(action -> once(posts.like(action)));
        } else if (page.has("categories")) {
            page.path("categories").forEach(this::category);
        } else if (page.has("members") && page.path("members").isArray()) {
            page.path("members").forEach(this::user);
        } else if (page.path("user").has("username")) {
            user(page.path("user"));
        } else if (page.has("post_number") && page.has("topic_id")) {
            post(page, page, file, line);
        } else if (page.has("username") && page.has("id")) {
            user(page);
        } else {
            refuse(
                    file,
                    line,
                    "This is no page of a forum that is known: topics, posts, lists of topics, categories and users are.",
                    page);
        }
    }

    void user(CsvRow row, String file) {
        var person = people.of(row);
        if (person == null) {
            finds.add(
                    new Found.Refused(
                            file,
                            row.line(),
                            "This row has no user number in its column id.",
                            row.raw()));
        } else {
            once(person);
        }
    }

    private void user(JsonNode user) {
        once(people.of(user, "id"));
    }

    private boolean leftOut(JsonNode topic, String archetype) {
        return !privateToo && text(topic, archetype).equals("private_message");
    }

    private void post(JsonNode post, JsonNode topic, String file, long line) {
        if (leftOut(topic, "archetype") || leftOut(post, "topic_archetype")) {
            return;
        }
        var topicId = text(post, "topic_id").isEmpty() ? text(topic, "id") : text(post, "topic_id");
        if (topicId.isEmpty() || text(post, "post_number").isEmpty()) {
            refuse(file, line, "This post does not say its topic or its number in it.", post);
            return;
        }
        if (text(post, "post_number").equals("1")) {
            topicsRead.add(topicId);
        }
        once(people.of(post, "user_id"));
        var category =
                text(topic, "category_id").isEmpty()
                        ? text(post, "category_id")
                        : text(topic, "category_id");
        if (!posts.read(post, topic, topicId, place(category))) {
            refuse(
                    file,
                    line,
                    "Neither this post nor its topic has a date that can be read.",
                    post);
        }
    }

    private void listed(JsonNode topic, String file, long line) {
        var id = text(topic, "id");
        if (leftOut(topic, "archetype")) {
            return;
        }
        if (id.isEmpty()) {
            refuse(file, line, "This topic has no id.", topic);
        } else if (topicsRead.add(id) && !posts.listed(topic, place(text(topic, "category_id")))) {
            refuse(file, line, "This topic has no date that can be read.", topic);
        }
    }

    private void category(JsonNode category) {
        var id = text(category, "id");
        if (id.isEmpty() || text(category, "name").isEmpty()) {
            return;
        }
        categories.put(id, text(category, "name"));
        var about = text(category, "description_text");
        once(
                Found.Place.of(source, "c" + id, text(category, "name"), Style.FORUM)
                        .about(about.isEmpty() ? null : about, null));
        category.path("subcategory_list").forEach(this::category);
    }

    private @Nullable String place(String category) {
        if (category.isEmpty()) {
            return null;
        }
        if (!categories.containsKey(category)) {
            once(Found.Place.of(source, "c" + category, "Category " + category, Style.FORUM));
        }
        return "c" + category;
    }

    private void once(@Nullable Found found) {
        if (found != null) {
            once.add(found);
        }
    }

    private void refuse(String file, long line, String reason, JsonNode raw) {
        finds.add(new Found.Refused(file, line, reason, raw.toString()));
    }
}
