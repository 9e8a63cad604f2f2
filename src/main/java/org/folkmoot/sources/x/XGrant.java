package org.folkmoot.sources.x;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
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
    public boolean applies(Connection connection) {
        return connection.secret("token").isEmpty();
    }

    @Override
    public Ask ask(Connection connection, String refresh, Instant now) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "refresh_token");
        fields.put(
                "refresh_token", refresh.isEmpty() ? connection.token("refresh-token") : refresh);
        return ask(connection, fields);
    }

    @Override
    public Optional<Consent> consent(Connection connection) {
        return Optional.of(
                new Consent(URI.create(connection.setting("authorize-url")), SCOPES, Map.of()));
    }

    @Override
    public Ask exchange(Connection connection, String code, String verifier, String redirect) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", redirect);
        fields.put("code_verifier", verifier);
        return ask(connection, fields);
    }

    /// An app that keeps a secret signs with it, another names itself.
    private static Ask ask(Connection connection, Map<String, String> fields) {
        var id = connection.setting("client-id");
        var all = new LinkedHashMap<>(fields);
        all.put("client_id", id);
        var asked = Ask.of("POST", connection.address("token-url"), "").form(all);
        return connection
                .secret("client-secret")
                .map(secret -> (id + ":" + secret).getBytes(StandardCharsets.UTF_8))
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair))
                .map(basic -> asked.with("Authorization", basic))
                .orElse(asked);
    }
}
