package org.folkmoot.sources.discord;

import java.util.List;
import java.util.Map;

/// What we want to be told, and no more: who is online and what people write in private is not
/// asked for.
final class GatewayIntents {

    private static final int CHANNELS = 1;
    private static final int MEMBERS = 1 << 1;
    private static final int MODERATION = 1 << 2;
    private static final int MESSAGES = 1 << 9;
    private static final int REACTIONS = 1 << 10;
    private static final int CONTENT = 1 << 15;
    private static final int EVENTS = 1 << 16;

    private static final int ALL =
            CHANNELS | MEMBERS | MODERATION | MESSAGES | REACTIONS | CONTENT | EVENTS;

    /// What a bot is told only where its owner switched it on: which is on, is known by asking.
    private static final List<Integer> LESS =
            List.of(ALL, ALL & ~MEMBERS, ALL & ~CONTENT, ALL & ~MEMBERS & ~CONTENT);

    private GatewayIntents() {}

    /// Whether less can be asked for than after so many refusals.
    static boolean lessThan(int refusals) {
        return refusals + 1 < LESS.size();
    }

    /// @param refusals how often more was asked for than the bot may be told
    static Map<String, Object> identify(String token, int refusals) {
        return Map.of(
                "token",
                token,
                "intents",
                LESS.get(Math.clamp(refusals, 0, LESS.size() - 1)),
                "properties",
                Map.of("os", "linux", "browser", "folkmoot", "device", "folkmoot"));
    }
}
