package org.folkmoot.sources.zoom;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;

/// Server-to-server OAuth: the app asks in its own name, for an hour at a time.
record ZoomGrant() implements Grant {

    @Override
    public Ask ask(Connection connection, String refresh, Instant now) {
        var app = connection.setting("client-id") + ":" + connection.token("client-secret");
        var basic = Base64.getEncoder().encodeToString(app.getBytes(StandardCharsets.UTF_8));
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "account_credentials");
        fields.put("account_id", connection.setting("account-id"));
        return Ask.of("POST", connection.address("token-url"), "")
                .with("Authorization", "Basic " + basic)
                .with("Accept", "application/json")
                .form(fields);
    }
}
