package org.folkmoot.connectors.discord;

import static org.folkmoot.connectors.discord.DiscordExport.SOURCE;
import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What moderators did to members and messages. Of a deleted message the log tells neither id nor
/// text, only whose it was, where, and how many.
record DiscordAudit(Finds finds) {

    private static final int KICK = 20;
    private static final int BAN = 22;
    private static final int UNBAN = 23;
    private static final int MEMBER = 24;
    private static final int MESSAGE = 72;
    private static final int MESSAGES = 73;
    private static final int TIMED_OUT_BY_RULE = 145;

    void entry(JsonNode entry) {
        var at = DiscordTime.ofSnowflake(text(entry, "id"));
        if (at == null) {
            var reason = "This entry of the audit log has no id that tells its time.";
            finds.add(new Refused("audit-logs", 1, reason, entry.toString()));
            return;
        }
        var target = text(entry, "target_id");
        switch (entry.path("action_type").asInt(0)) {
            case KICK -> add(deed(entry, Kind.LEAVE, target, at, "kicked"));
            case BAN -> add(deed(entry, Kind.BAN, target, at, "banned"));
            case UNBAN -> add(deed(entry, Kind.SYSTEM_NOTE, target, at, "ban lifted"));
            case MEMBER -> member(entry, target, at);
            case MESSAGE -> add(deed(entry, Kind.SYSTEM_NOTE, target, at, "messages deleted"));
            case MESSAGES ->
                    add(
                            deed(entry, Kind.SYSTEM_NOTE, "", at, "messages deleted")
                                    .in(target.isEmpty() ? null : target));
            case TIMED_OUT_BY_RULE -> add(deed(entry, Kind.SYSTEM_NOTE, target, at, "timed out"));
            default -> {
                return; // settings, roles and the like are no activity of people
            }
        }
    }

    private void member(JsonNode entry, String target, Instant at) {
        for (var change : entry.path("changes")) {
            if (text(change, "key").equals("communication_disabled_until")) {
                var until = text(change, "new_value");
                var type = until.isEmpty() ? "time-out lifted" : "timed out";
                add(deed(entry, Kind.SYSTEM_NOTE, target, at, type).fact("until", until));
            }
        }
    }

    private void add(Deed deed) {
        finds.add(deed);
    }

    private static Deed deed(
            JsonNode entry, Kind kind, @Nullable String who, Instant at, String type) {
        var options = entry.path("options");
        var place = text(options, "channel_id");
        var reason = text(entry, "reason");
        return Deed.of(
                        SOURCE,
                        "audit/" + text(entry, "id"),
                        kind,
                        who == null || who.isEmpty() ? null : who,
                        at)
                .in(place.isEmpty() ? null : place)
                .saying(reason.isBlank() ? null : reason)
                .fact("type", type)
                .fact("by", text(entry, "user_id"))
                .fact("count", text(options, "count"))
                .fact("rule", text(options, "auto_moderation_rule_name"));
    }
}
