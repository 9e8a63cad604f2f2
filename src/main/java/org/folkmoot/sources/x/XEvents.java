package org.folkmoot.sources.x;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.folkmoot.connectors.intake.JsonRows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns X's calls into findings. They still speak the language of X's first version: each post is
/// said anew in that of the second, so that both become the same.
record XEvents(XPosts posts) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

    /// Direct messages and who blocks whom are private: they are left alone.
    void read(JsonNode body, Instant now) {
        var account = body.path("for_user_id").asString("");
        for (var post : body.path("tweet_create_events")) {
            posts.user(user(post.path("user")));
            posts.post(post(post), account);
        }
        for (var event : body.path("tweet_delete_events")) {
            var id = event.path("status").path("id").asString("");
            if (XIds.is(id)) {
                posts.gone(id);
            }
        }
        for (var event : body.path("favorite_events")) {
            liked(event, now);
        }
        for (var event : body.path("follow_events")) {
            followed(event, now);
        }
    }

    /// An event of the newer kind, which holds a post as an answer does.
    void activity(JsonNode data) {
        if (data.path("event_type").asString("").startsWith("post.")) {
            var post = data.path("payload");
            data.path("includes").path("users").forEach(posts::user);
            if (data.path("event_type").asString("").equals("post.delete")) {
                posts.gone(post.path("id").asString(""));
            } else {
                posts.post(post, data.path("filter").path("user_id").asString(""));
            }
        }
    }

    private void liked(JsonNode event, Instant now) {
        posts.user(user(event.path("user")));
        var post = event.path("favorited_status").path("id_str").asString("");
        var who = event.path("user").path("id_str").asString("");
        if (XIds.is(post) && XIds.is(who)) {
            posts.liked(post, who, time(event.path("timestamp_ms"), now));
        }
    }

    private void followed(JsonNode event, Instant now) {
        posts.user(user(event.path("source")));
        var who = id(event.path("source"));
        var whom = id(event.path("target"));
        if (event.path("type").asString("").equals("follow") && XIds.is(who) && XIds.is(whom)) {
            posts.followed(who, whom, time(event.path("created_timestamp"), now), false);
        }
    }

    private static String id(JsonNode user) {
        return user.path("id_str").asString(user.path("id").asString(""));
    }

    /// Milliseconds, as a text or a number.
    private static Instant time(JsonNode millis, Instant now) {
        var text = millis.asString("");
        return text.matches("\\d{1,15}") ? Instant.ofEpochMilli(Long.parseLong(text)) : now;
    }

    private static ObjectNode user(JsonNode old) {
        var user = JsonRows.JSON.createObjectNode();
        user.put("id", id(old));
        user.put("name", old.path("name").asString(""));
        user.put("username", old.path("screen_name").asString(""));
        user.put("description", old.path("description").asString(""));
        user.put("location", old.path("location").asString(""));
        user.put("profile_image_url", old.path("profile_image_url_https").asString(""));
        return user;
    }

    private static ObjectNode post(JsonNode old) {
        var post = JsonRows.JSON.createObjectNode();
        var whole = old.path("extended_tweet");
        var entities = whole.isObject() ? whole.path("entities") : old.path("entities");
        post.put("id", old.path("id_str").asString(""));
        post.put("created_at", created(old.path("created_at").asString("")));
        post.put("author_id", id(old.path("user")));
        post.put("lang", old.path("lang").asString(""));
        post.put(
                "text",
                whole.path("full_text")
                        .asString(old.path("full_text").asString(old.path("text").asString(""))));
        var mentions = post.putObject("entities").putArray("mentions");
        entities.path("user_mentions").forEach(m -> mentions.addObject().put("id", id(m)));
        if (entities.path("urls").isArray()) {
            ((ObjectNode) post.path("entities")).set("urls", entities.path("urls"));
        }
        var others = post.putArray("referenced_posts");
        other(others.addObject(), "retweeted", old.path("retweeted_status").path("id_str"));
        other(others.addObject(), "replied_to", old.path("in_reply_to_status_id_str"));
        other(others.addObject(), "quoted", old.path("quoted_status_id_str"));
        var history = old.path("edit_history");
        var first = history.path("initial_tweet_id").asString("");
        if (XIds.is(first)) {
            post.putArray("edit_history_post_ids").add(first);
        }
        return post;
    }

    private static void other(ObjectNode to, String type, JsonNode id) {
        to.put("type", type).put("id", id.asString(""));
    }

    private static String created(String text) {
        try {
            return OffsetDateTime.parse(text, TIME).toString();
        } catch (DateTimeException e) {
            return text; // it is told as unusable, with what stands there
        }
    }
}
