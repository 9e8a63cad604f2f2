package org.folkmoot.sources.meetup;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;

/// OAuth 2 in the name of an organiser. Each refresh token is good for once.
record MeetupGrant() implements Grant {

    @Override
    public boolean applies(Connection connection) {
        return connection.secret("token").isEmpty();
    }

    @Override
    public Ask ask(Connection connection, String refresh, Instant now) {
        return ask(connection, Map.of("grant_type", "refresh_token", "refresh_token", refresh));
    }

    @Override
    public Optional<Consent> consent(Connection connection) {
        var authorize = URI.create(connection.setting("authorize-url"));
        return Optional.of(
                new Consent(authorize, List.of("ageless", "event_management", "basic"), Map.of()));
    }

    @Override
    public Ask exchange(Connection connection, String code, String verifier, String redirect) {
        return ask(
                connection,
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "code_verifier", verifier,
                        "redirect_uri", redirect));
    }

    private static Ask ask(Connection connection, Map<String, String> more) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("client_id", connection.setting("client-id"));
        connection.secret("client-secret").ifPresent(s -> fields.put("client_secret", s));
        fields.putAll(more);
        return Ask.of("POST", connection.address("token-url"), "")
                .with("Accept", "application/json")
                .form(fields);
    }
}
