package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting.Done;

/// What is done to people, in one chat: time-outs and bans, and their end.
record Discipline(TelegramApi api) {

    private static final long USUAL_MINUTES = 60;
    private static final Duration LONGEST = Duration.ofDays(366);

    /// What ends sooner Telegram takes for what never ends.
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    Done act(Act act, Target target) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("chat_id", target.chat());
        fields.put("user_id", Long.parseLong(act.target()));
        switch (act.what()) {
            case TIMEOUT -> {
                fields.put("permissions", Map.of("can_send_messages", false));
                fields.put("until_date", until(act).getEpochSecond());
                api.done(api.send("restrictChatMember", fields));
            }
            case BAN -> {
                if (act.more("delete").equals("true")) {
                    fields.put("revoke_messages", true);
                }
                api.done(api.send("banChatMember", fields));
            }
            default -> lift(fields);
        }
        return new Done(act.target(), "");
    }

    /// By when it was first tried: done again, it ends at the same time.
    private Instant until(Act act) {
        var told = act.more("minutes");
        long minutes = told.matches("\\d{1,9}") ? Long.parseLong(told) : USUAL_MINUTES;
        var until = act.at().plus(Duration.ofMinutes(minutes));
        if (until.isBefore(api.line().now().plus(SHORTEST))) {
            throw new IllegalArgumentException("A time-out lasts a minute at least.");
        }
        if (minutes >= LONGEST.toMinutes()) {
            throw new IllegalArgumentException(
                    "A time-out lasts %d days at most.".formatted(LONGEST.toDays() - 1));
        }
        return until;
    }

    /// Who is banned may come again; who is limited may do what all in the chat may.
    private void lift(Map<String, Object> fields) {
        var member = api.done(api.send("getChatMember", fields));
        if (text(member, "status").equals("kicked")) {
            fields.put("only_if_banned", true); // else whoever is there would be thrown out
            api.done(api.send("unbanChatMember", fields));
        } else if (text(member, "status").equals("restricted")) {
            var name = String.valueOf(fields.get("chat_id"));
            var chat = api.done(api.get("getChat").query("chat_id", name));
            fields.put("permissions", chat.path("permissions"));
            api.done(api.send("restrictChatMember", fields));
        }
    }
}
