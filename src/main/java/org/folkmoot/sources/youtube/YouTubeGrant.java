package org.folkmoot.sources.youtube;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public Map<String, String> by(Connection connection, String refresh, Instant now) {
        return Grant.refreshed(connection, refresh);
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
}
