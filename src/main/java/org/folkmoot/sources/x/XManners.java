package org.folkmoot.sources.x;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.RateHeaders;
import org.folkmoot.sources.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// X counts each of its addresses by quarters of an hour, and apart from that what was paid for.
record XManners() implements Manners {

    @Override
    public String title() {
        return "X";
    }

    @Override
    public RateHeaders rates() {
        return new RateHeaders(
                "x-rate-limit-remaining",
                "x-rate-limit-limit",
                "x-rate-limit-reset",
                RateHeaders.Reset.EPOCH);
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        if (reply.status() == 402) {
            return new Pull.SignInAgain(
                    "The credits of your X app are used up (402). Buy more in X's developer console.");
        }
        if (reply.status() == 429
                && body(reply).path("type").asString("").endsWith("usage-capped")) {
            var daily = body(reply).path("period").asString("").equalsIgnoreCase("Daily");
            return new Pull.SlowDown(
                    daily ? tomorrow(now) : nextMonth(now),
                    "What your plan at X allows is used up.");
        }
        return Manners.super.trouble(reply, left, now);
    }

    /// X writes the reset, and no Retry-After, also while something is left for other requests.
    @Override
    public Instant until(Reply reply, Budget left, Instant now) {
        var reset = left.resetsAt();
        return reset != null && reset.isAfter(now) ? reset : Manners.super.until(reply, left, now);
    }

    private static Instant tomorrow(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    static Instant nextMonth(Instant now) {
        return now.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    static JsonNode body(Reply reply) {
        try {
            return reply.json();
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
