package org.folkmoot.sources.linkedin;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;

/// A member's tokens hold for sixty days. Apps that LinkedIn chose get refresh tokens besides;
/// others need the consent once more.
record LinkedInGrant() implements Grant {

    private static final List<String> SCOPES =
            List.of("r_organization_social", "w_organization_social", "rw_organization_admin");

    @Override
    public boolean applies(Connection connection) {
        return connection.secret("token").isEmpty();
    }

    @Override
    public Ask ask(Connection connection, String refresh, Instant now) {
        var token = refresh.isEmpty() ? connection.token("refresh-token") : refresh;
        return ask(connection, Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    @Override
    public Optional<Consent> consent(Connection connection) {
        return Optional.of(
                new Consent(URI.create(connection.setting("authorize-url")), SCOPES, Map.of()));
    }

    /// Without the verifier: LinkedIn wants the app's secret instead.
    @Override
    public Ask exchange(Connection connection, String code, String verifier, String redirect) {
        return ask(
                connection,
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirect));
    }

    private static Ask ask(Connection connection, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("client_id", connection.setting("client-id"));
        all.put("client_secret", connection.token("client-secret"));
        return Ask.of("POST", connection.address("token-url"), "").form(all);
    }
}
