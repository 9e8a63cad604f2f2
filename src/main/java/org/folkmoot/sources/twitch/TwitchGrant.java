package org.folkmoot.sources.twitch;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.sources.Ask;
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
    public boolean applies(Connection connection) {
        return connection.secret("token").isEmpty();
    }

    @Override
    public Ask ask(Connection connection, String refresh, Instant now) {
        return token(
                connection,
                refresh.isEmpty()
                        ? Map.of("grant_type", "client_credentials")
                        : Map.of("grant_type", "refresh_token", "refresh_token", refresh));
    }

    @Override
    public Optional<Consent> consent(Connection connection) {
        return Optional.of(
                new Consent(
                        URI.create(connection.setting("authorize-url")),
                        SCOPES,
                        Map.of("force_verify", "true")));
    }

    @Override
    public Ask exchange(Connection connection, String code, String verifier, String redirect) {
        return token(
                connection,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "code_verifier",
                        verifier,
                        "redirect_uri",
                        redirect));
    }

    static Ask token(Connection connection, Map<String, String> what) {
        var form = new TreeMap<>(what);
        form.put("client_id", connection.setting("client-id"));
        form.put("client_secret", connection.token("client-secret"));
        return Ask.of("POST", connection.address("token-url"), "").form(form);
    }
}
