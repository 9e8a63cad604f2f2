package org.folkmoot.sources.matrix;

import java.math.BigDecimal;
import java.time.Instant;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A homeserver tells of its limits only when they are reached: in a header, or in the answer.
record MatrixManners() implements Manners {

    @Override
    public String title() {
        return "The homeserver";
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        return reply.status() == 403
                ? new Pull.SignInAgain(
                        "The homeserver does not allow this (%s).".formatted(said(reply)))
                : Manners.super.trouble(reply, left, now);
    }

    /// The later of both.
    @Override
    public Instant until(Reply reply, Budget left, Instant now) {
        var wait = body(reply).path("retry_after_ms");
        var header = RetryAfter.of(reply, now);
        if (!wait.isNumber()) {
            return Manners.super.until(reply, left, now);
        }
        var told = RetryAfter.after(new BigDecimal(wait.asString("0")).movePointLeft(3), now);
        return header.orElse(told).isAfter(told) ? header.orElse(told) : told;
    }

    /// In its own words: "You are not invited to this room."
    static String said(Reply reply) {
        var words = body(reply).path("error").asString("");
        return words.isEmpty() ? Integer.toString(reply.status()) : words;
    }

    private static JsonNode body(Reply reply) {
        try {
            return reply.json();
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
