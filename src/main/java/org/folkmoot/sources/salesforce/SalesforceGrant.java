package org.folkmoot.sources.salesforce;

import java.time.Instant;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;
import org.folkmoot.sources.Reply;

/// Access to an org, by whichever of Salesforce's ways the connection was given the secrets for: a
/// refresh token, a key that signs for a user, or the app's own secret.
record SalesforceGrant() implements Grant {

    private static final Pattern HOST =
            Pattern.compile("https://([A-Za-z0-9-]+\\.)+(salesforce|force)\\.com");

    @Override
    public Ask ask(Connection connection, String refresh, Instant now) {
        var form = new HashMap<String, String>();
        var key = connection.secret("private-key");
        if (!refresh.isEmpty()) {
            form.put("grant_type", "refresh_token");
            form.put("refresh_token", refresh);
        } else if (key.isPresent()) {
            form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
            form.put("assertion", new Assertion(connection, now).signed(key.get()));
        } else {
            form.put("grant_type", "client_credentials");
        }
        if (!form.containsKey("assertion")) {
            form.put("client_id", connection.setting("client-id"));
            connection
                    .secret("client-secret")
                    .ifPresent(secret -> form.put("client_secret", secret));
        }
        var door = connection.setting("token-url");
        return (door.isEmpty()
                        ? Ask.of("POST", connection.address("base-url"), "/services/oauth2/token")
                        : Ask.of("POST", connection.address("token-url"), ""))
                .form(form);
    }

    /// An address that is none of Salesforce's is not followed: then the one given holds.
    @Override
    public Token read(Reply reply, Instant now) {
        var told = reply.json().path("instance_url").asString("").replaceFirst("/+$", "");
        var token = Grant.super.read(reply, now);
        return new Token(token.access(), token.refresh(), token.until(), theirs(told) ? told : "");
    }

    static boolean theirs(String address) {
        return HOST.matcher(address).matches();
    }
}
