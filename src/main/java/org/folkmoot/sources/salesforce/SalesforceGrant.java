package org.folkmoot.sources.salesforce;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;
import org.folkmoot.sources.Reply;

/// Access to an org, by whichever of Salesforce's ways the connection was given the secrets for: a
/// refresh token, a key that signs for a user, or the app's own secret.
record SalesforceGrant() implements Grant {

    private static final Pattern HOST =
            Pattern.compile("https://([A-Za-z0-9-]+\\.)+(salesforce|force)\\.com");

    /// What can be renewed is better than a token that runs out.
    @Override
    public boolean applies(Connection connection) {
        return Stream.of("client-secret", "private-key", "refresh-token")
                .anyMatch(name -> connection.secret(name).isPresent());
    }

    @Override
    public Map<String, String> by(Connection connection, String refresh, Instant now) {
        var key = connection.secret("private-key");
        if (!refresh.isEmpty()) {
            return Grant.refreshed(connection, refresh);
        }
        return key.isEmpty()
                ? FOR_THE_APP
                : Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:jwt-bearer",
                        "assertion",
                        new Assertion(connection, now).signed(key.get()));
    }

    /// What is signed names the app by itself.
    @Override
    public Ask ask(Connection connection, Map<String, String> fields) {
        return fields.containsKey("assertion")
                ? Grant.asked(door(connection), fields)
                : Grant.super.ask(connection, fields);
    }

    @Override
    public URI door(Connection connection) {
        return connection.setting("token-url").isEmpty()
                ? URI.create(connection.address("base-url") + "/services/oauth2/token")
                : connection.address("token-url");
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
