package org.folkmoot.sources;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a platform gives access tokens that run out (OAuth 2.0, RFC 6749, and what is like it). The
/// frame asks for one when there is none that holds, keeps it sealed before it is used, and sends
/// it as a bearer with every request that has no header Authorization of its own.
public interface Grant {

    /// What is taken off a token's life, so that none runs out on its way.
    Duration MARGIN = Duration.ofSeconds(60);

    /// How long a token holds of which the platform does not say it.
    Duration USUAL_LIFE = Duration.ofMinutes(30);

    /// For the app alone, in nobody's name (RFC 6749, 4.4).
    Map<String, String> FOR_THE_APP = Map.of("grant_type", "client_credentials");

    /// An access token.
    ///
    /// @param refresh what the next one is asked for with; empty when none was given
    /// @param base where requests with it go, for platforms that tell it only now; mostly empty
    record Token(String access, String refresh, Instant until, String base) {

        public Token(String access, String refresh, Instant until) {
            this(access, refresh, until, "");
        }

        @Override
        public String toString() {
            return "token until " + until;
        }
    }

    /// Where a person agrees to it, in a browser.
    ///
    /// @param scopes the least that is needed
    /// @param extra more for the query, such as `access_type=offline`
    record Consent(URI authorize, List<String> scopes, Map<String, String> extra) {

        public Consent {
            scopes = List.copyOf(scopes);
            extra = Map.copyOf(extra);
        }
    }

    /// Whether this connection gets its tokens so; not when a person gave it a lasting one.
    default boolean applies(Connection connection) {
        return connection.secret("token").isEmpty();
    }

    /// What a token is asked for with, beside the app's own name.
    ///
    /// @param refresh what was given with the last one, or at first the secret `refresh-token`;
    ///     empty when there is none
    Map<String, String> by(Connection connection, String refresh, Instant now);

    /// With what was given for it before (RFC 6749, 6).
    static Map<String, String> refreshed(Connection connection, String refresh) {
        return Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                refresh.isEmpty() ? connection.token(Access.REFRESH) : refresh);
    }

    /// With what a person's consent gave (RFC 6749, 4.1.3; RFC 7636, 4.5).
    static Map<String, String> consented(String code, String verifier, String redirect) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "code_verifier",
                verifier,
                "redirect_uri",
                redirect);
    }

    /// Where tokens are given: by default the address `token-url`.
    default URI door(Connection connection) {
        return connection.address("token-url");
    }

    /// The request for a token.
    default Ask ask(Connection connection, String refresh, Instant now) {
        return ask(connection, by(connection, refresh, now));
    }

    /// The request for a token: by default with the app's `client-id` and `client-secret` among
    /// the fields.
    default Ask ask(Connection connection, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("client_id", connection.setting("client-id"));
        connection.secret("client-secret").ifPresent(secret -> all.put("client_secret", secret));
        return asked(door(connection), all);
    }

    /// What is wanted comes first.
    static Ask asked(URI door, Map<String, String> fields) {
        var all = new LinkedHashMap<String, String>();
        all.put("grant_type", fields.getOrDefault("grant_type", ""));
        all.putAll(fields);
        return Ask.of("POST", door, "").form(all).with("Accept", "application/json");
    }

    /// The app's name and secret as a header (RFC 6749, 2.3.1); an app without a secret sends an
    /// empty one.
    static String basic(Connection connection) {
        var pair =
                connection.setting("client-id")
                        + ":"
                        + connection.secret("client-secret").orElse("");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /// What the platform answered (RFC 6749, 5.1).
    default Token read(Reply reply, Instant now) {
        var body = reply.json();
        var access = body.path("access_token").asString("");
        if (access.isEmpty()) {
            throw new Stop(new Pull.SignInAgain("It gave no access token. Check its secrets."));
        }
        var seconds = body.path("expires_in").asLong(0);
        var life = seconds > 0 ? Duration.ofSeconds(seconds) : USUAL_LIFE;
        return new Token(
                access,
                body.path("refresh_token").asString(""),
                now.plus(life).minus(life.compareTo(MARGIN) > 0 ? MARGIN : Duration.ZERO));
    }

    /// Where a person lets us in, for platforms that want that; the connection then has a setting
    /// `client-id`.
    default Optional<Consent> consent(Connection connection) {
        return Optional.empty();
    }
}
