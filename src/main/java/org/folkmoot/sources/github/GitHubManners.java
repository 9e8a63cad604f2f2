package org.folkmoot.sources.github;

import java.time.Instant;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.RateHeaders;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// GitHub counts requests an hour, and says 403 as often as 429 when they are used up, or when too
/// much was asked at once.
record GitHubManners() implements Manners {

    private static final RateHeaders RATES =
            new RateHeaders(
                    "x-ratelimit-remaining",
                    "x-ratelimit-limit",
                    "x-ratelimit-reset",
                    RateHeaders.Reset.EPOCH);

    @Override
    public String title() {
        return "GitHub";
    }

    @Override
    public RateHeaders rates() {
        return RATES;
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        var enough =
                RetryAfter.of(reply, now).isPresent()
                        || reply.header("x-ratelimit-remaining").orElse("").strip().equals("0")
                        || reply.text().contains("secondary rate limit")
                        || reply.text().contains("abuse detection");
        if (reply.status() == 403 && enough) {
            return new Pull.SlowDown(until(reply, left, now), "GitHub asks to slow down.");
        }
        if (reply.status() == 200 && spent(reply)) {
            return new Pull.SlowDown(until(reply, left, now), "GitHub asks to slow down.");
        }
        var usual = Manners.super.trouble(reply, left, now);
        return reply.status() == 422 ? new Pull.Unreachable(why(reply), false) : usual;
    }

    /// GraphQL says no with a 200.
    private static boolean spent(Reply reply) {
        var text = reply.text();
        return text.contains("\"errors\"")
                && text.contains("RATE_LIMIT")
                && reply.json()
                        .path("errors")
                        .path(0)
                        .path("type")
                        .asString("")
                        .startsWith("RATE_LIMIT");
    }

    /// What it does not like about what it was given.
    private static String why(Reply reply) {
        try {
            return "GitHub says: " + reply.json().path("message").asString("no (422)");
        } catch (JacksonException e) {
            return "GitHub answered 422.";
        }
    }
}
