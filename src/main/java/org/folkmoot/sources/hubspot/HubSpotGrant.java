package org.folkmoot.sources.hubspot;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;

/// Access of a public app, which lasts half an hour. A private app's token lasts for ever and needs
/// none of this.
record HubSpotGrant() implements Grant {

    @Override
    public Map<String, String> by(Connection connection, String refresh, Instant now) {
        return Grant.refreshed(connection, refresh);
    }

    @Override
    public URI door(Connection connection) {
        return connection.setting("token-url").isEmpty()
                ? URI.create(connection.address("base-url") + "/oauth/v3/token")
                : connection.address("token-url");
    }
}
