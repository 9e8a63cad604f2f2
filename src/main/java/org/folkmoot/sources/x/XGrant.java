package org.folkmoot.sources.x;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;

/// A user's tokens hold for two hours; each refresh token may be used but once.
record XGrant() implements Grant {

    static final List<String> SCOPES =
            List.of(
                    "tweet.read",
                    "users.read",
                    "follows.read",
                    "tweet.write",
                    "tweet.moderate.write",
                    "like.write",
                    "offline.access");

    @Override
    public Map<String, String> by(Connection connection, String refresh, Instant now) {
        return Grant.refreshed(connection, refresh);
    }

    /// An app that keeps a secret signs with it, another names itself.
    @Override
    public Ask ask(Connection connection, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("client_id", connection.setting("client-id"));
        var asked = Grant.asked(door(connection), all);
        return connection.secret("client-secret").isEmpty()
                ? asked
                : asked.with("Authorization", Grant.basic(connection));
    }

    @Override
    public Optional<Consent> consent(Connection connection) {
        return Optional.of(
                new Consent(URI.create(connection.setting("authorize-url")), SCOPES, Map.of()));
    }
}
