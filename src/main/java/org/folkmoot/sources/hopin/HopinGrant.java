package org.folkmoot.sources.hopin;

import java.time.Instant;
import java.util.LinkedHashMap;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;

/// OAuth 2 client credentials, unless a lasting token was given.
record HopinGrant() implements Grant {

    @Override
    public boolean applies(Connection connection) {
        return connection.secret("token").isEmpty();
    }

    @Override
    public Ask ask(Connection connection, String refresh, Instant now) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", connection.setting("client-id"));
        fields.put("client_secret", connection.token("client-secret"));
        return Ask.of("POST", connection.address("token-url"), "")
                .with("Accept", "application/json")
                .form(fields);
    }
}
