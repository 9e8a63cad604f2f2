package org.folkmoot.sources.reddit;

import java.net.URI;
import java.time.Instant;
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
    public Map<String, String> by(Connection connection, String refresh, Instant now) {
        var user = connection.setting("username");
        var password = connection.secret("password").orElse("");
        if (!refresh.isEmpty()) {
            return Grant.refreshed(connection, refresh);
        }
        if (user.isEmpty() || password.isEmpty()) {
            return FOR_THE_APP;
        }
        var script = new LinkedHashMap<String, String>();
        script.put("grant_type", "password");
        script.put("username", user);
        script.put("password", password);
        return script;
    }

    /// An app without a secret (installed) sends an empty one.
    @Override
    public Ask ask(Connection connection, Map<String, String> fields) {
        return Grant.asked(door(connection), fields)
                .with("Authorization", Grant.basic(connection))
                .with("User-Agent", RedditApi.agent(connection));
    }

    @Override
    public Optional<Consent> consent(Connection connection) {
        return Optional.of(
                new Consent(
                        URI.create(connection.setting("authorize-url")),
                        SCOPES,
                        Map.of("duration", "permanent")));
    }
}
