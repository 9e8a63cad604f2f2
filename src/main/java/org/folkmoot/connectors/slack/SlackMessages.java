package org.folkmoot.connectors.slack;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Edit;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.Found.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns the rows of a channel's day into what somebody did.
final class SlackMessages {

    private final String source;
    private final String domain;
    private final SlackPeople people;
    private final Finds finds;

    /// @param domain `mycommunity` of mycommunity.slack.com, empty when not told
    SlackMessages(String source, String domain, SlackPeople people, Finds finds) {
        this.source = source;
        this.domain = domain;
        this.people = people;
        this.finds = finds;
    }

    /// @param channel the channel's id
    /// @param file where the row stands
    void add(String channel, String file, long line, JsonNode row) {
        var time = SlackTime.of(row, "ts");
        if (time == null) {
            var reason = "Its time (ts) is missing, malformed or outside 1990 to 2099.";
            finds.add(new Refused(file, line, reason, row.toString()));
            return;
        }
        switch (text(row, "subtype")) {
            case "message_changed" -> changed(channel, file, line, row, time);
            case "message_deleted" -> deleted(channel, file, line, row, time);
            case "message_replied", "reply_broadcast" -> {
                return; // the reply itself is told apart
            }
            case "tombstone" -> mark(channel + "/" + time.ts(), Mark.What.DELETED, null, null);
            default -> message(channel, row, time);
        }
    }

    private void changed(String channel, String file, long line, JsonNode row, SlackTime event) {
        var message = row.path("message");
        var of = SlackTime.of(message, "ts");
        if (of == null) {
            var reason = "This edit does not tell which message it changes.";
            finds.add(new Refused(file, line, reason, row.toString()));
        } else if (text(message, "subtype").equals("tombstone")) {
            mark(channel + "/" + of.ts(), Mark.What.DELETED, null, event.at());
        } else {
            var edited = SlackTime.instant(message.path("edited"), "ts");
            var before = row.path("previous_message");
            var text = SlackText.of(message);
            if (edited == null && before.isObject() && SlackText.of(before).equals(text)) {
                return; // a preview of a link, or a reply below it
            }
            var at = edited == null ? event.at() : edited;
            finds.add(new Edit(source, channel + "/" + of.ts(), text, at));
        }
    }

    private void deleted(String channel, String file, long line, JsonNode row, SlackTime event) {
        var of = SlackTime.of(row, "deleted_ts");
        var deleted = of == null ? SlackTime.of(row.path("previous_message"), "ts") : of;
        if (deleted == null) {
            var reason = "This deletion does not tell which message it removes.";
            finds.add(new Refused(file, line, reason, row.toString()));
            return;
        }
        mark(channel + "/" + deleted.ts(), Mark.What.DELETED, text(row, "user"), event.at());
    }

    private void message(String channel, JsonNode row, SlackTime time) {
        var id = channel + "/" + time.ts();
        var subtype = text(row, "subtype");
        var thread = SlackTime.of(row, "thread_ts");
        var parent =
                thread == null || thread.ts().equals(time.ts())
                        ? share(channel, row, subtype)
                        : channel + "/" + thread.ts();
        var kind = kind(subtype, parent != null);
        var who = author(row);
        if (who != null) {
            people.wrote(who, row, time.at());
        }
        var said = said(row, subtype);
        if (who != null && (kind == Kind.MESSAGE || kind == Kind.REPLY)) {
            people.said(who, said);
        }
        var deed =
                Deed.of(source, id, kind, who, time.at())
                        .in(channel)
                        .under(parent)
                        .saying(said)
                        .at(url(channel, row, time, thread))
                        .edited(SlackTime.instant(row.path("edited"), "ts"))
                        .mentioning(SlackText.mentions(said, who))
                        .files(SlackFiles.names(row, "name", "title"));
        finds.add(facts(deed, row, subtype));
        pins(channel, row, id, subtype);
        reactions(channel, row, id, time.at());
    }

    private static Kind kind(String subtype, boolean under) {
        return switch (subtype) {
            case "channel_join", "group_join" -> Kind.JOIN;
            case "channel_leave", "group_leave" -> Kind.LEAVE;
            case "file_comment" -> Kind.COMMENT;
            case "",
                    "me_message",
                    "bot_message",
                    "file_share",
                    "thread_broadcast",
                    "slackbot_response" ->
                    under ? Kind.REPLY : Kind.MESSAGE;
            default -> Kind.SYSTEM_NOTE;
        };
    }

    private static @Nullable String author(JsonNode row) {
        var candidates =
                List.of(
                        text(row, "user"),
                        text(row.path("comment"), "user"),
                        text(row, "bot_id"),
                        text(row, "username").isBlank() ? "" : "bot:" + text(row, "username"));
        return candidates.stream().filter(c -> !c.isBlank()).findFirst().orElse(null);
    }

    private static String said(JsonNode row, String subtype) {
        var comment = text(row.path("comment"), "comment");
        return subtype.equals("file_comment") && !comment.isBlank() ? comment : SlackText.of(row);
    }

    private static Deed facts(Deed deed, JsonNode row, String subtype) {
        var username = text(row, "username");
        var real = !username.startsWith("<@") && !("bot:" + username).equals(deed.who());
        var titles = SlackFiles.names(row, "title");
        return deed.fact("subtype", subtype)
                .fact("broadcast", subtype.equals("thread_broadcast") ? "true" : "")
                .fact("inviter", text(row, "inviter"))
                .fact("username", real ? username : "")
                .fact("attachments", SlackText.attachments(row, "title", "fallback"))
                .fact("file_titles", titles.equals(deed.files()) ? "" : String.join("\n", titles))
                .fact(
                        "file_comment",
                        subtype.equals("file_comment")
                                ? ""
                                : text(row.path("file").path("initial_comment"), "comment"));
    }

    private static @Nullable String share(String channel, JsonNode row, String subtype) {
        return subtype.equals("file_comment") ? SlackFiles.share(channel, row) : null;
    }

    private @Nullable String url(
            String channel, JsonNode row, SlackTime time, @Nullable SlackTime thread) {
        var given = text(row, "permalink");
        if (given.startsWith("https://")) {
            return given;
        }
        if (domain.isEmpty()) {
            return null;
        }
        var url =
                "https://%s.slack.com/archives/%s/p%s"
                        .formatted(domain, channel, time.ts().replace(".", ""));
        return thread == null || thread.ts().equals(time.ts())
                ? url
                : "%s?thread_ts=%s&cid=%s".formatted(url, thread.ts(), channel);
    }

    private void pins(String channel, JsonNode row, String id, String subtype) {
        if (!row.path("pinned_to").isEmpty()) {
            var info = row.path("pinned_info");
            mark(
                    id,
                    Mark.What.PINNED,
                    text(info, "pinned_by"),
                    SlackTime.instant(info, "pinned_ts"));
        }
        if (subtype.equals("pinned_item")) {
            var item = SlackTime.of(row.path("item").path("message"), "ts");
            var pinned = item == null ? SlackTime.of(row.path("item"), "ts") : item;
            if (pinned == null) {
                pinned = SlackTime.of(row.path("attachments").path(0), "ts");
            }
            if (pinned != null) {
                var at = SlackTime.instant(row, "ts");
                mark(channel + "/" + pinned.ts(), Mark.What.PINNED, text(row, "user"), at);
            }
        }
    }

    private void mark(String id, Mark.What what, @Nullable String by, @Nullable Instant at) {
        finds.add(new Mark(source, id, what, by == null || by.isBlank() ? null : by, at));
    }

    private void reactions(String channel, JsonNode row, String id, Instant at) {
        for (var reaction : row.path("reactions")) {
            var emoji = text(reaction, "name");
            var users = new LinkedHashSet<String>();
            reaction.path("users").forEach(user -> users.add(user.asString("")));
            users.remove("");
            for (var user : users) {
                people.met(user);
                finds.add(reaction(channel, id, emoji, user, user, at));
            }
            var unnamed = reaction.path("count").asInt(0) - users.size();
            if (unnamed > 0) {
                finds.add(
                        reaction(channel, id, emoji, "others", null, at)
                                .fact("count", Integer.toString(unnamed)));
            }
        }
    }

    private Deed reaction(
            String channel, String id, String emoji, String by, @Nullable String who, Instant at) {
        return Deed.of(source, id + "/reaction/" + emoji + "/" + by, Kind.REACTION, who, at)
                .inferred(true)
                .in(channel)
                .under(id)
                .saying(emoji);
    }
}
