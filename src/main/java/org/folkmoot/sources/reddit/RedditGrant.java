package org.folkmoot.sources.reddit;

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

/// Reddit's tokens hold for a day. They come for a person's consent, for the password of a script's
/// own user, or for the app alone, which then only reads what is public.
record RedditGrant() implements Grant {

    static final List<String> SCOPES =
            List.of(
                    "identity",
                    "read",
                    "history",
                    "modlog",
                    "modposts",
                    "modmail",
                    "modcontributors",
                    "submit",
                    "edit");

    @Override
    public boolean applies(Connection connection) {
        return connection.secret("token").isEmpty();
    }

    @Override
    public Ask ask(Connection connection, String refresh, Instant now) {
        var user = connection.setting("username");
        var password = connection.secret("password").orElse("");
        if (!refresh.isEmpty()) {
            return ask(connection, Map.of("grant_type", "refresh_token", "refresh_token", refresh));
        }
        if (!user.isEmpty() && !password.isEmpty()) {
            var fields = new LinkedHashMap<String, String>();
            fields.put("grant_type", "password");
            fields.put("username", user);
            fields.put("password", password);
            return ask(connection, fields);
        }
        return ask(connection, Map.of("grant_type", "client_credentials"));
    }

    @Override
    public Optional<Consent> consent(Connection connection) {
        return Optional.of(
                new Consent(
                        URI.create(connection.setting("authorize-url")),
                        SCOPES,
                        Map.of("duration", "permanent")));
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

    /// An app without a secret (installed) sends an empty one.
    private static Ask ask(Connection connection, Map<String, String> fields) {
        var pair =
                connection.setting("client-id")
                        + ":"
                        + connection.secret("client-secret").orElse("");
        return Ask.of("POST", connection.address("token-url"), "")
                .form(fields)
                .with(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .with("User-Agent", RedditApi.agent(connection));
    }
}
