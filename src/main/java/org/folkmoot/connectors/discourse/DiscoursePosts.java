package org.folkmoot.connectors.discourse;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.csv.Dates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Posts, likes and marks. A post's id is `t<topic>/<number in the topic>`: answers name what they
/// answer by that number, never by the post's own id.
final class DiscoursePosts {

    private static final Pattern ATTACHMENT =
            Pattern.compile("<a class=\"attachment\"[^>]*>([^<]+)</a>");
    private static final String LIKE = "2";

    private final String source;
    private final Finds finds;

    DiscoursePosts(String source, Finds finds) {
        this.source = source;
        this.finds = finds;
    }

    /// Whether the post could be read: false when nothing tells when it was written.
    boolean read(JsonNode post, JsonNode topic, String topicId, @Nullable String place) {
        var own = Dates.USUAL.read(text(post, "created_at"));
        var at = own == null ? Dates.USUAL.read(text(topic, "created_at")) : own;
        if (at == null) {
            return false;
        }
        var number = text(post, "post_number");
        var first = number.equals("1");
        var id = "t" + topicId + "/" + number;
        var who = DiscoursePeople.id(text(post, "user_id"));
        var kind = kind(post, topic, first);
        var answers = text(post, "reply_to_post_number");
        var cooked = text(post, "cooked");
        finds.add(
                Deed.of(source, id, kind, who, at)
                        .inferred(own == null)
                        .in(place)
                        .under(
                                first
                                        ? null
                                        : "t" + topicId + "/" + (answers.isEmpty() ? "1" : answers))
                        .titled(
                                first
                                        ? firstOf(text(topic, "title"), text(post, "topic_title"))
                                        : null)
                        .saying(firstOf(cooked, text(post, "raw")))
                        .edited(edited(post))
                        .mentioning(mentions(post))
                        .files(files(cooked))
                        .fact("post", text(post, "id"))
                        .fact("action", text(post, "action_code"))
                        .fact("whisper", text(post, "post_type").equals("4") ? "true" : null)
                        .fact("hidden", text(post, "hidden").equals("true") ? "true" : null)
                        .fact("likes", likes(post))
                        .fact("reads", text(post, "reads"))
                        .fact("views", first ? text(topic, "views") : null)
                        .fact("tags", first ? tags(topic) : null));
        if (!text(post, "deleted_at").isEmpty() || text(post, "user_deleted").equals("true")) {
            finds.add(
                    new Mark(
                            source,
                            id,
                            Mark.What.DELETED,
                            null,
                            Dates.USUAL.read(text(post, "deleted_at"))));
        }
        if (text(post, "accepted_answer").equals("true")
                || (first
                        ? false
                        : number.equals(text(topic.path("accepted_answer"), "post_number")))) {
            finds.add(new Mark(source, id, Mark.What.ACCEPTED, null, null));
        }
        if (first && text(topic, "pinned").equals("true")) {
            finds.add(
                    new Mark(
                            source,
                            id,
                            Mark.What.PINNED,
                            null,
                            Dates.USUAL.read(text(topic, "pinned_at"))));
        }
        likers(post, id, place, at);
        return true;
    }

    /// A topic that is only listed: its first post without its text.
    boolean listed(JsonNode topic, @Nullable String place) {
        var at = Dates.USUAL.read(text(topic, "created_at"));
        if (at == null) {
            return false;
        }
        var who = starter(topic);
        var asked = text(topic, "has_accepted_answer").equals("true");
        finds.add(
                Deed.of(
                                source,
                                "t" + text(topic, "id") + "/1",
                                asked ? Kind.QUESTION : Kind.MESSAGE,
                                who,
                                at)
                        .in(place)
                        .titled(text(topic, "title"))
                        .fact("views", text(topic, "views"))
                        .fact("likes", text(topic, "like_count"))
                        .fact("tags", tags(topic)));
        if (text(topic, "pinned").equals("true")) {
            finds.add(
                    new Mark(source, "t" + text(topic, "id") + "/1", Mark.What.PINNED, null, null));
        }
        return true;
    }

    /// Who is called so, in English forums; in others the first of those who are shown.
    private static @Nullable String starter(JsonNode topic) {
        for (var poster : topic.path("posters")) {
            if (text(poster, "description").contains("Original")) {
                return DiscoursePeople.id(text(poster, "user_id"));
            }
        }
        return DiscoursePeople.id(text(topic.path("posters").path(0), "user_id"));
    }

    /// A like among a user's actions, null when the action is something else.
    @Nullable Deed like(JsonNode action) {
        var at = Dates.USUAL.read(text(action, "created_at"));
        var who = DiscoursePeople.id(text(action, "acting_user_id"));
        if (!text(action, "action_type").equals("1") || at == null || who == null) {
            return null;
        }
        return like("t" + text(action, "topic_id") + "/" + text(action, "post_number"), who, at);
    }

    private Deed like(String post, String who, Instant at) {
        return Deed.of(source, post + "/like/" + who, Kind.REACTION, who, at)
                .under(post)
                .saying("heart");
    }

    private void likers(JsonNode post, String id, @Nullable String place, Instant at) {
        for (var action : post.path("actions_summary")) {
            if (text(action, "id").equals(LIKE)) {
                for (var user : action.path("users")) {
                    var who = DiscoursePeople.id(text(user, "id"));
                    if (who != null) {
                        finds.add(like(id, who, at).inferred(true).in(place));
                    }
                }
            }
        }
    }

    private static Kind kind(JsonNode post, JsonNode topic, boolean first) {
        var type = text(post, "post_type");
        if (type.equals("3") || type.equals("4")) {
            return Kind.SYSTEM_NOTE;
        }
        if (!first) {
            return Kind.REPLY;
        }
        var solved =
                !topic.path("accepted_answer").isMissingNode()
                        && !topic.path("accepted_answer").isNull();
        for (var other : topic.path("post_stream").path("posts")) {
            solved |=
                    text(other, "can_accept_answer").equals("true")
                            || text(other, "accepted_answer").equals("true");
        }
        return solved || text(post, "topic_accepted_answer").equals("true")
                ? Kind.QUESTION
                : Kind.MESSAGE;
    }

    private static @Nullable Instant edited(JsonNode post) {
        return post.path("version").asInt(1) > 1
                ? Dates.USUAL.read(text(post, "updated_at"))
                : null;
    }

    private static @Nullable String likes(JsonNode post) {
        for (var action : post.path("actions_summary")) {
            if (text(action, "id").equals(LIKE)) {
                return text(action, "count");
            }
        }
        return null;
    }

    private static Set<String> mentions(JsonNode post) {
        var mentions = new LinkedHashSet<String>();
        for (var user : post.path("mentioned_users")) {
            var id = DiscoursePeople.id(text(user, "id"));
            if (id != null) {
                mentions.add(id);
            }
        }
        return mentions;
    }

    private static List<String> files(String cooked) {
        return ATTACHMENT.matcher(cooked).results().map(m -> m.group(1).strip()).toList();
    }

    private static String tags(JsonNode topic) {
        var tags = new ArrayList<String>();
        topic.path("tags")
                .forEach(tag -> tags.add(tag.isObject() ? text(tag, "name") : tag.asString("")));
        return String.join(", ", tags);
    }

    private static @Nullable String firstOf(String one, String other) {
        return one.isEmpty() ? other.isEmpty() ? null : other : one;
    }
}
