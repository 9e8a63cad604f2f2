package org.folkmoot.sources.hubspot;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;

/// Access of a public app, which lasts half an hour. A private app's token lasts for ever and needs
/// none of this.
record HubSpotGrant() implements Grant {

    @Override
    public boolean applies(Connection connection) {
        return connection.secret("token").isEmpty();
    }

    @Override
    public Ask ask(Connection connection, String refresh, Instant now) {
        var door = connection.setting("token-url");
        return (door.isEmpty()
                        ? Ask.of("POST", connection.address("base-url"), "/oauth/v3/token")
                        : Ask.of("POST", connection.address("token-url"), ""))
                .form(
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "client_id",
                                connection.setting("client-id"),
                                "client_secret",
                                connection.token("client-secret"),
                                "refresh_token",
                                refresh));
    }
}
