package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Who came and went. Telegram tells it up to twice, as a message to all and as an update to
/// administrators, perhaps a second apart: of one person, chat and day it is one.
record Members(Chats chats, Finds finds) {

    private static final Set<String> THERE = Set.of("creator", "administrator", "member");

    /// What somebody was in a chat, and is.
    void tell(JsonNode change, Instant at) {
        var now = change.path("new_chat_member");
        var before = change.path("old_chat_member");
        var user = now.path("user");
        var by = chats.person(change.path("from"));
        var chat = change.path("chat");
        var status = text(now, "status");
        var was = text(before, "status");
        if (status.equals("kicked") && !was.equals("kicked")) {
            finds.add(deed(chat, user, "ban", Kind.BAN, by, at));
        } else if (was.equals("kicked") && !there(now)) {
            finds.add(
                    deed(chat, user, "lifted", Kind.SYSTEM_NOTE, by, at)
                            .fact("type", "ban lifted"));
        } else if (there(now) && !there(before)) {
            moved(chat, user, Kind.JOIN, by, at);
        } else if (there(before) && !there(now)) {
            moved(chat, user, Kind.LEAVE, by, at);
        } else if (status.equals("restricted") != was.equals("restricted")) {
            finds.add(
                    deed(chat, user, "limits", Kind.SYSTEM_NOTE, by, at)
                            .fact("type", status.equals("restricted") ? "limited" : "limits lifted")
                            .fact("until", until(now)));
        } else {
            chats.person(user); // made an administrator, or called otherwise
        }
    }

    /// Whoever is limited may be there or not.
    private static boolean there(JsonNode member) {
        return THERE.contains(text(member, "status")) || member.path("is_member").asBoolean(false);
    }

    private static String until(JsonNode member) {
        var until = Updates.time(member, "until_date");
        return until == null ? "" : until.toString();
    }

    /// @param by whose doing it was
    void moved(JsonNode chat, JsonNode user, Kind kind, @Nullable String by, Instant at) {
        var who = chats.person(user);
        if (who != null) {
            var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
            var id = "%s/%s/%s/%s".formatted(text(chat, "id"), kind.key(), who, day);
            finds.add(deed(id, chat, kind, who, by, at));
        }
    }

    private Deed deed(
            JsonNode chat, JsonNode user, String what, Kind kind, @Nullable String by, Instant at) {
        var who = chats.person(user);
        var id = "%s/%s/%s/%s".formatted(text(chat, "id"), what, who, at.getEpochSecond());
        return deed(id, chat, kind, who, by, at);
    }

    private static Deed deed(
            String id,
            JsonNode chat,
            Kind kind,
            @Nullable String who,
            @Nullable String by,
            Instant at) {
        return Deed.of(Chats.SOURCE, id, kind, who, at)
                .in(text(chat, "id"))
                .fact("by", by == null || by.equals(who) ? "" : by);
    }
}
