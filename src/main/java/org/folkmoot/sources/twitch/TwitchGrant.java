package org.folkmoot.sources.twitch;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;

/// Twitch's sign-in: as the app alone (client credentials), or for whoever let it in.
record TwitchGrant() implements Grant {

    private static final List<String> SCOPES =
            List.of(
                    "moderator:read:followers",
                    "channel:read:subscriptions",
                    "moderator:read:chatters",
                    "moderation:read",
                    "bits:read",
                    "user:read:chat",
                    "user:write:chat",
                    "moderator:manage:announcements",
                    "moderator:manage:banned_users",
                    "moderator:manage:chat_messages",
                    "channel:manage:schedule");

    @Override
    public Map<String, String> by(Connection connection, String refresh, Instant now) {
        return refresh.isEmpty() ? FOR_THE_APP : Grant.refreshed(connection, refresh);
    }

    @Override
    public Optional<Consent> consent(Connection connection) {
        return Optional.of(
                new Consent(
                        URI.create(connection.setting("authorize-url")),
                        SCOPES,
                        Map.of("force_verify", "true")));
    }
}
