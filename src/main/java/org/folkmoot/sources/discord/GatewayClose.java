package org.folkmoot.sources.discord;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.folkmoot.sources.Streaming.Ended;

/// What the number with which the gateway hangs up means.
///
/// @param then the session to go on with
record GatewayClose(Ended ended, GatewaySession then) {

    private static final Map<Integer, String> FOR_A_PERSON =
            Map.of(
                    4004,
                    "Discord does not accept the bot's token any more. Give it a new one.",
                    4010,
                    "The bot is on more servers than one connection to the gateway may tell of. Use a bot for this server alone, or set gateway to off.",
                    4011,
                    "The bot is on more servers than one connection to the gateway may tell of. Use a bot for this server alone, or set gateway to off.",
                    4012,
                    "Discord's gateway does not speak as we do any more. Look for a newer version, or set gateway to off.",
                    4013,
                    "Discord's gateway does not know what we want to hear. Look for a newer version, or set gateway to off.",
                    4014,
                    "Discord lets the bot hear of nothing over its gateway. On the page Bot of your application switch on Server Members Intent and Message Content Intent, or set gateway to off.");

    /// Not signed in, a number that it does not know, and too long away.
    private static final Set<Integer> OVER = Set.of(4003, 4007, 4009);

    private static final int TOO_MUCH = 4008;
    private static final int NOT_SWITCHED_ON = 4014;

    /// Between two that ask to be let in.
    private static final Duration NEXT = Duration.ofSeconds(5);

    /// @param ready whether it had let us in
    static GatewayClose of(int code, boolean ready, GatewaySession session) {
        if (code == NOT_SWITCHED_ON && GatewayIntents.lessThan(session.refusals())) {
            return new GatewayClose(new Ended.Again(NEXT), session.less());
        }
        var why = FOR_A_PERSON.get(code);
        if (why != null) {
            return new GatewayClose(
                    new Ended.Never("%s (%d)".formatted(why, code)), GatewaySession.NEW);
        }
        var wait = Duration.ofMillis(1_000 + ThreadLocalRandom.current().nextLong(4_000));
        if (!ready && !OVER.contains(code)) {
            return new GatewayClose(
                    new Ended.Failed("Discord's gateway hung up (%d).".formatted(code)), session);
        }
        return new GatewayClose(
                new Ended.Again(code == TOO_MUCH ? Duration.ofMinutes(1) : wait),
                OVER.contains(code) ? GatewaySession.NEW : session);
    }
}
