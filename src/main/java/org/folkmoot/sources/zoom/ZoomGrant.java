package org.folkmoot.sources.zoom;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;

/// Server-to-server OAuth: the app asks in its own name, for an hour at a time.
record ZoomGrant() implements Grant {

    /// What can be renewed is better than a token that runs out.
    @Override
    public boolean applies(Connection connection) {
        return connection.secret("client-secret").isPresent();
    }

    @Override
    public Map<String, String> by(Connection connection, String refresh, Instant now) {
        return Map.of(
                "grant_type",
                "account_credentials",
                "account_id",
                connection.setting("account-id"));
    }

    @Override
    public Ask ask(Connection connection, Map<String, String> fields) {
        return Grant.asked(door(connection), fields).with("Authorization", Grant.basic(connection));
    }
}
