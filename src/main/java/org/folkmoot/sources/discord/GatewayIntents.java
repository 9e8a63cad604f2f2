package org.folkmoot.sources.discord;

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

    static final int ALL =
            CHANNELS | MEMBERS | MODERATION | MESSAGES | REACTIONS | CONTENT | EVENTS;

    private GatewayIntents() {}

    static Map<String, Object> identify(String token) {
        return Map.of(
                "token",
                token,
                "intents",
                ALL,
                "properties",
                Map.of("os", "linux", "browser", "folkmoot", "device", "folkmoot"));
    }
}
