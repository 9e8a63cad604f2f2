package org.folkmoot.sources;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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

    /// Whether this connection gets its tokens so; false when a person gave it a lasting one.
    default boolean applies(Connection connection) {
        return true;
    }

    /// The request for an access token.
    ///
    /// @param refresh what was given with the last one, or at first the secret `refresh-token`;
    ///     empty when there is none
    Ask ask(Connection connection, String refresh, Instant now);

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

    /// The request that turns a person's consent into tokens (RFC 6749, 4.1.3; RFC 7636, 4.5).
    default Ask exchange(Connection connection, String code, String verifier, String redirect) {
        throw new UnsupportedOperationException("Nobody has to agree to this one");
    }
}
