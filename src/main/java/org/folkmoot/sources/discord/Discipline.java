package org.folkmoot.sources.discord;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting.Done;

/// What is done to members: time-outs, bans and roles, each with its reason for the audit log.
record Discipline(DiscordApi api) {

    private static final Duration LONGEST = Duration.ofDays(28);
    private static final long USUAL_MINUTES = 60;
    private static final long LONGEST_DELETION = Duration.ofDays(7).toSeconds();

    Done act(Act act) {
        if (!act.target().matches("\\d+")) {
            throw new IllegalArgumentException("This is no member of the server.");
        }
        var guild = "/guilds/" + api.ourGuild();
        var member = guild + "/members/" + act.target();
        var ban = guild + "/bans/" + act.target();
        switch (act.what()) {
            case TIMEOUT -> silence(member, act);
            case BAN -> {
                var seconds = number(act.more("delete_seconds"), 0, LONGEST_DELETION);
                var ask = api.send("PUT", ban).json(Map.of("delete_message_seconds", seconds));
                api.done(api.because(ask, act.text()));
            }
            case LIFT -> lift(ban, member, act);
            default -> role(member, act);
        }
        return new Done(act.target(), "");
    }

    /// By when it was first tried: done again, it ends at the same time.
    private void silence(String member, Act act) {
        var minutes = number(act.more("minutes"), USUAL_MINUTES, LONGEST.toMinutes());
        var until = act.at().plus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.SECONDS);
        var ask =
                api.send("PATCH", member)
                        .json(Map.of("communication_disabled_until", until.toString()));
        api.done(api.because(ask, act.text()));
    }

    /// Who is not banned may be timed out.
    private void lift(String ban, String member, Act act) {
        if (!api.gone(api.because(api.send("DELETE", ban), act.text()))) {
            var ask =
                    api.send("PATCH", member)
                            .json(Collections.singletonMap("communication_disabled_until", null));
            api.done(api.because(ask, act.text()));
        }
    }

    private void role(String member, Act act) {
        if (!act.text().strip().matches("\\d+")) {
            throw new IllegalArgumentException("Name the role by its id.");
        }
        var method = act.more("remove").equals("true") ? "DELETE" : "PUT";
        api.done(api.send(method, member + "/roles/" + act.text().strip()));
    }

    private static long number(String text, long usual, long most) {
        return text.matches("\\d{1,9}") ? Math.min(most, Long.parseLong(text)) : usual;
    }
}
