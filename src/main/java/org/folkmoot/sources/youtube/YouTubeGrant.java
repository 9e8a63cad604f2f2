package org.folkmoot.sources.youtube;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;

/// Google's sign-in (OAuth 2.0 for web server applications).
record YouTubeGrant() implements Grant {

    private static final String SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl";

    @Override
    public boolean applies(Connection connection) {
        return YouTubeApi.isSignedIn(connection);
    }

    @Override
    public Ask ask(Connection connection, String refresh, Instant now) {
        return token(
                connection,
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        refresh.isEmpty() ? connection.token("refresh-token") : refresh));
    }

    /// Without `offline` and `consent` Google gives no refresh token.
    @Override
    public Optional<Consent> consent(Connection connection) {
        return Optional.of(
                new Consent(
                        URI.create(connection.setting("authorize-url")),
                        List.of(SCOPE),
                        Map.of("access_type", "offline", "prompt", "consent")));
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

    private static Ask token(Connection connection, Map<String, String> what) {
        var form = new TreeMap<>(what);
        form.put("client_id", connection.setting("client-id"));
        form.put("client_secret", connection.token("client-secret"));
        return Ask.of("POST", connection.address("token-url"), "").form(form);
    }
}
