package org.folkmoot.sources.mastodon;

import java.time.Instant;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.RateHeaders;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// An instance tells how many requests are left, and when they come back as a time of ISO 8601.
record MastodonManners() implements Manners {

    @Override
    public String title() {
        return "The instance";
    }

    @Override
    public RateHeaders rates() {
        return new RateHeaders(
                "x-ratelimit-remaining",
                "x-ratelimit-limit",
                "x-ratelimit-reset",
                RateHeaders.Reset.ISO);
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        return reply.status() == 403
                ? new Pull.SignInAgain(
                        "The instance does not allow this (%s). Make a token with the scopes it needs."
                                .formatted(said(reply)))
                : Manners.super.trouble(reply, left, now);
    }

    /// Until the reset, also where not all is used up: limits overlap, and only one is told.
    @Override
    public Instant until(Reply reply, Budget left, Instant now) {
        var resets = JsonTimes.of(reply.header("x-ratelimit-reset").orElse(""));
        var told = RetryAfter.of(reply, now).orElse(now);
        return reply.status() == 429 && resets != null && resets.isAfter(told)
                ? resets
                : Manners.super.until(reply, left, now);
    }

    /// In its own words: "This action is outside the authorized scopes".
    static String said(Reply reply) {
        try {
            var words = reply.json().path("error").asString("");
            return words.isEmpty() ? Integer.toString(reply.status()) : words;
        } catch (JacksonException e) {
            return Integer.toString(reply.status());
        }
    }
}
