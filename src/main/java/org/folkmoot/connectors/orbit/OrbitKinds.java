package org.folkmoot.connectors.orbit;

import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.csv.KindWords;

/// Orbit's kinds of activity as ours: by the type's key, else the resource's type, else by what its
/// words seem to mean; what cannot be told is a message.
final class OrbitKinds {

    private static final Map<String, Kind> KEYS =
            Map.ofEntries(
                    Map.entry("issues:opened", Kind.ISSUE),
                    Map.entry("pull_requests:opened", Kind.PULL_REQUEST),
                    Map.entry("pull_requests:merged", Kind.SYSTEM_NOTE),
                    Map.entry("issue_comment:created", Kind.COMMENT),
                    Map.entry("discussions:discussion_created", Kind.MESSAGE),
                    Map.entry("discussions:comment", Kind.COMMENT),
                    Map.entry("discussions:reply", Kind.REPLY),
                    Map.entry("starred:repository", Kind.FOLLOW),
                    Map.entry("discord:message:sent", Kind.MESSAGE),
                    Map.entry("discord:message:replied", Kind.REPLY),
                    Map.entry("discord:thread:replied", Kind.REPLY),
                    Map.entry("discord:server:joined", Kind.JOIN),
                    Map.entry("slack:message:sent", Kind.MESSAGE),
                    Map.entry("slack:thread:replied", Kind.REPLY),
                    Map.entry("slack:channel:joined", Kind.JOIN),
                    Map.entry("tweet:sent", Kind.MESSAGE),
                    Map.entry("post:created", Kind.ARTICLE),
                    Map.entry("issue_activity", Kind.ISSUE),
                    Map.entry("pull_request_activity", Kind.PULL_REQUEST),
                    Map.entry("issue_comment_activity", Kind.COMMENT),
                    Map.entry("discourse_post_activity", Kind.REPLY),
                    Map.entry("discourse_topic_activity", Kind.MESSAGE),
                    Map.entry("tweet_activity", Kind.MESSAGE),
                    Map.entry("post_activity", Kind.ARTICLE),
                    Map.entry("post", Kind.ARTICLE));

    private OrbitKinds() {}

    /// @param names the type's key, the resource's type, the custom type, its name: the first known
    /// counts
    static Kind of(String... names) {
        for (var name : names) {
            var kind = KEYS.get(name);
            if (kind != null) {
                return kind;
            }
        }
        for (var name : names) {
            var kind =
                    name.equals("custom_activity")
                            ? null
                            : KindWords.of(name.replace("_activity", "")).orElse(null);
            if (kind != null) {
                return kind;
            }
        }
        return Kind.MESSAGE;
    }

    static Style style(String channel) {
        return switch (channel) {
            case "github", "gitlab" -> Style.CODE;
            case "discord", "slack" -> Style.CHAT;
            case "discourse", "stack_overflow", "reddit" -> Style.FORUM;
            case "devto", "blog", "youtube" -> Style.PUBLICATION;
            case "meetup", "eventbrite" -> Style.CALENDAR;
            default -> Style.OTHER;
        };
    }
}
