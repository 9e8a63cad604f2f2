package org.folkmoot.sources.commonroom;

import java.math.BigDecimal;
import java.time.Instant;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.RateHeaders;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Common Room tells its limits in headers, and says until when to wait as a time, not in seconds.
record CommonRoomManners() implements Manners {

    private static final RateHeaders RATES =
            new RateHeaders(
                    "x-ratelimit-remaining",
                    "x-ratelimit-limit",
                    "x-ratelimit-reset",
                    RateHeaders.Reset.EPOCH);

    @Override
    public String title() {
        return "Common Room";
    }

    @Override
    public RateHeaders rates() {
        return RATES;
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        var usual = Manners.super.trouble(reply, left, now);
        if (!(usual instanceof Pull.Unreachable) || reply.status() >= 500) {
            return usual;
        }
        var body = body(reply);
        var why = body.path("error").path("message").asString(body.path("reason").asString(""));
        return why.isBlank() ? usual : new Pull.Unreachable("Common Room says: " + why, false);
    }

    /// The header, else what the body says, else what is known of the count.
    @Override
    public Instant until(Reply reply, Budget left, Instant now) {
        var wait = body(reply).path("rateLimit").path("waitMs");
        return RetryAfter.of(reply, now).isEmpty() && wait.isNumber()
                ? RetryAfter.after(wait.decimalValue().movePointLeft(3).max(BigDecimal.ONE), now)
                : Manners.super.until(reply, left, now);
    }

    private static JsonNode body(Reply reply) {
        try {
            return reply.json();
        } catch (JacksonException e) {
            return MissingNode.getInstance(); // a proxy's page
        }
    }
}
