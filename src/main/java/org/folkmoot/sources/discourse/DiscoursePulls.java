package org.folkmoot.sources.discourse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LongSummaryStatistics;
import java.util.stream.StreamSupport;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.discourse.DiscourseAnswers;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads a forum a page at a time: categories, people, posts from the newest down, and later the
/// topics in which something stirred, whole, which tells of edits, deletions and answers that were
/// accepted.
final class DiscoursePulls {

    /// What is looked at once more: a post may appear a little after its number was given out.
    private static final int POSTS_AGAIN = 20;

    private static final Duration TOPICS_AGAIN = Duration.ofMinutes(10);

    /// As many posts as the forum itself gives at once.
    private static final int WINDOW = 50;

    private static final int MOST_TOPICS = 500;

    private final Line line;
    private final DiscourseApi api;
    private final Found.Basket basket = new Found.Basket();
    private final DiscourseAnswers answers;

    DiscoursePulls(Line line) {
        this.line = line;
        this.api = new DiscourseApi(line);
        this.answers = new DiscourseAnswers(api.host(), basket);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        return switch (at.stage()) {
            case CATEGORIES -> {
                categories();
                yield caught(at.stage(At.Stage.PEOPLE, 1), "people");
            }
            case PEOPLE -> people(at);
            case DIRECTORY -> directory(at);
            case POSTS -> posts(at);
            case TOPICS -> topics(at);
            case LIKERS -> afterLikes(new Likes(api, answers).likers(at));
            case LIKES -> afterLikes(new Likes(api, answers).likes(at));
            case FLAGS -> flags(at);
            case TOPIC -> {
                new DiscourseTopic(api, answers).read(at.topics().getFirst());
                yield afterTopic(
                        at.topics(at.stirring(), at.topics().subList(1, at.topics().size())));
            }
        };
    }

    /// Who may not see them all the same sees posts, each with its category's number.
    private void categories() {
        var path = "/categories.json?include_subcategories=true";
        var reply = line.ask(api.get(path).allowing(403, 404));
        if (reply.status() == 200) {
            answers.read(reply.json(), path);
        }
    }

    private JsonNode ask(String path) {
        var page = line.ask(api.get(path)).json();
        answers.read(page, path);
        return page;
    }

    /// Newest first; who may not list people reads the public directory instead.
    private Pull people(At at) {
        var path = "/admin/users/list/active.json?order=created&page=" + at.page();
        var reply = line.ask(api.get(path).allowing(403, 404));
        if (reply.status() != 200) {
            return caught(at.stage(At.Stage.DIRECTORY, 0), "people");
        }
        var users = reply.json();
        users.forEach(user -> answers.read(user, path));
        return afterPeople(at, ids(users));
    }

    private Pull directory(At at) {
        var path = "/directory_items.json?period=all&order=post_count&page=" + at.page();
        var reply = line.ask(api.get(path).allowing(403, 404));
        var page = reply.status() == 200 ? reply.json() : MissingNode.getInstance();
        var ids = ids(page.path("directory_items"));
        if (ids.getCount() > 0) {
            answers.read(page, path);
        }
        // by posts, not by number: to the end each time, or to where it only repeats itself
        var further = ids.getCount() > 0 && ids.getMin() != at.low();
        return further
                ? caught(at.page(at.page() + 1, ids.getMin(), 0), "people")
                : caught(at.stage(At.Stage.POSTS, 0), "posts");
    }

    private Pull afterPeople(At at, LongSummaryStatistics ids) {
        var further =
                ids.getCount() > 0
                        && ids.getMin() > at.users()
                        && (at.low() == 0 || ids.getMin() < at.low());
        var next = at.page(at.page() + 1, ids.getCount() == 0 ? 0 : ids.getMin(), max(ids));
        return further ? caught(next, "people") : caught(next.stage(At.Stage.POSTS, 0), "posts");
    }

    private static long max(LongSummaryStatistics ids) {
        return ids.getCount() == 0 ? 0 : ids.getMax();
    }

    private Pull posts(At at) {
        var before = at.low();
        var page = ask(before == 0 ? "/posts.json" : "/posts.json?before=" + before);
        var ids = ids(page.path("latest_posts"));
        // a window without a single post is a gap, unless nothing can lie below it
        var low =
                ids.getCount() == 0 || (ids.getMin() >= before && before > 0)
                        ? before - WINDOW
                        : ids.getMin();
        var further =
                low > Math.max(1, at.posts() - POSTS_AGAIN) && (before > 0 || ids.getCount() > 0);
        var next = at.posts(low, max(ids));
        return further
                ? caught(next, "posts before number " + low)
                : caught(next.stage(At.Stage.TOPICS, 0), "topics");
    }

    /// The latest ones first, but for those that are pinned.
    private Pull topics(At at) {
        var path = "/latest.json?order=activity" + (at.page() == 0 ? "" : "&page=" + at.page());
        var listed = ask(path).path("topic_list").path("topics");
        var since = at.stirred() == null ? null : at.stirred().minus(TOPICS_AGAIN);
        var chosen = new ArrayList<>(at.topics());
        var stirring = at.stirring();
        var older = listed.isEmpty() || since == null;
        for (var topic : listed) {
            var stirred = time(topic, "bumped_at", "last_posted_at", "created_at");
            if (stirred == null) {
                continue;
            }
            stirring = stirring == null || stirred.isAfter(stirring) ? stirred : stirring;
            if (since != null && stirred.isAfter(since)) {
                var id = topic.path("id").asLong(0);
                if (id > 0 && !chosen.contains(id)) {
                    chosen.add(id);
                }
            } else {
                older |=
                        !topic.path("pinned").asBoolean(false)
                                && !topic.path("pinned_globally").asBoolean(false);
            }
        }
        var next = at.topics(stirring, chosen);
        var fresh = chosen.size() > at.topics().size();
        return older || !fresh || chosen.size() >= MOST_TOPICS
                ? afterTopic(next.stage(At.Stage.TOPIC, 0))
                : caught(next.stage(At.Stage.TOPICS, at.page() + 1), "topics");
    }

    private Pull afterTopic(At at) {
        return at.topics().isEmpty()
                ? afterTopics(at)
                : caught(at, "topic " + at.topics().getFirst());
    }

    private Pull afterTopics(At at) {
        return Likes.due(at, line.now())
                ? caught(at.stage(At.Stage.LIKERS, 0), "likes")
                : caught(at.stage(At.Stage.FLAGS, 0), "flags");
    }

    private Pull afterLikes(At at) {
        return at.stage() == At.Stage.LIKES && at.likers().isEmpty()
                ? caught(at.liked(line.now()).stage(At.Stage.FLAGS, 0), "flags")
                : caught(at, "likes");
    }

    /// First all flags there ever were, later those about which nobody has decided; for the forum's
    /// staff only.
    private Pull flags(At at) {
        var path =
                "/review.json?status=%s&offset=%d"
                        .formatted(at.firstRound() ? "all" : "pending", at.page());
        var reply = line.ask(api.get(path).allowing(403, 404));
        var page = reply.status() == 200 ? reply.json() : MissingNode.getInstance();
        answers.flags(page);
        var shown = page.path("reviewables").size();
        return shown > 0 && page.path("meta").path("load_more_reviewables").isString()
                ? caught(at.stage(At.Stage.FLAGS, at.page() + shown), "flags")
                : new Pull.Caught(basket.all(), Cursors.write(at.round()), false, "");
    }

    private static @Nullable Instant time(JsonNode row, String... fields) {
        for (var field : fields) {
            var text = row.path(field).asString("");
            if (!text.isEmpty()) {
                try {
                    return Instant.parse(text);
                } catch (java.time.DateTimeException e) {
                    return null;
                }
            }
        }
        return null;
    }

    private static LongSummaryStatistics ids(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .mapToLong(row -> row.path("id").asLong(0))
                .filter(id -> id > 0)
                .summaryStatistics();
    }

    private Pull caught(At next, String doing) {
        return new Pull.Caught(basket.all(), Cursors.write(next), true, doing);
    }
}
